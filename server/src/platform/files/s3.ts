import { Readable } from 'node:stream'
import { S3mini } from 's3mini'
import type { ObjectStore } from '../config.ts'
import { refuse } from '../refusal.ts'
import { type FileStore, keyed } from './store.ts'

/**
 * Files in a bucket of any store that speaks S3: bytes are there for readers once `put` is done, whole or not at all. `patience` is the time,
 * ms, after which a store that does not answer counts as gone.
 */
export function s3Store({ url, region, key, secret }: ObjectStore, patience = 15_000): FileStore {
  const bucket = new S3mini({ endpoint: url, region, accessKeyId: key, secretAccessKey: secret, requestAbortTimeout: patience })
  return {
    async put(name, bytes) {
      await bucket.putObject(keyed(name), bytes, 'image/jpeg', undefined, undefined, bytes.length)
    },
    async get(name) {
      // Whole: what limits the time of an answer would cut it short under a reader on a slow line. A photo is a few hundred kilobytes.
      const bytes = await bucket.getObjectArrayBuffer(keyed(name))
      return bytes === null ? null : Readable.from(Buffer.from(bytes))
    },
    async remove(name) {
      await bucket.deleteObject(keyed(name))
    },
  }
}

/**
 * Writes, reads and removes a small object, so that a wrong address or key is found at start and not by the first photo.
 * @throws Refusal `files.store` (503)
 */
export async function checkS3(store: FileStore): Promise<void> {
  const name = 'probe/linli'
  try {
    await store.put(name, Buffer.from('linli'))
    if ((await store.get(name)) === null) throw new Error('what was written is not there')
    await store.remove(name)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw refuse('unavailable', 'files.store', {
      zh: `照片存不进 LINLI_S3 所指的存储桶(${reason})。请检查地址、密钥和权限。`,
      en: `Photos cannot be kept in the bucket that LINLI_S3 names (${reason}). Check the address, the key and its rights.`,
    })
  }
}
