import { join } from 'node:path'
import type { Config } from '../config.ts'
import { diskStore, type FileStore } from './store.ts'

/**
 * Where this city keeps its files: the bucket that it names, or `<data folder>/files`.
 * @throws Refusal `files.store` (503) when the bucket does not take and give bytes
 */
export async function configuredStore({ dataDir, objectStore }: Pick<Config, 'dataDir' | 'objectStore'>): Promise<FileStore> {
  if (objectStore === null) return diskStore(join(dataDir, 'files'))
  const { checkS3, s3Store } = await import('./s3.ts')
  const store = s3Store(objectStore)
  await checkS3(store)
  return store
}
