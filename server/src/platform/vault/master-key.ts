import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { refuse } from '../refusal.ts'

const BYTES = 32

function decoded(text: string, place: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length === BYTES) return key
  throw refuse('unavailable', 'vault.masterKey', {
    zh: `${place} 中的主密钥不是 32 字节的 base64，无法解密个人信息。请恢复正确的密钥后再启动。`,
    en: `The master key in ${place} is not 32 bytes of base64, so personal data cannot be opened. Restore the right key, then start again.`,
  })
}

/** Two first starts at once agree: the key is written aside and linked into place, which only one of them can do. */
async function make(file: string): Promise<void> {
  const aside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  await writeFile(aside, `${randomBytes(BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true })
  try {
    await link(aside, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await unlink(aside)
  }
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/**
 * The master key: `given` (LINLI_MASTER_KEY, base64) if there is one, else the file `keys/master.key` in the data
 * folder, made on the first start with mode 0600. Losing it loses every person's data: it belongs in the backup plan.
 * @throws vault.masterKey if what is there is not a key
 */
export async function masterKey(dataFolder: string, given?: string): Promise<Buffer> {
  if (given !== undefined && given !== '') return decoded(given, 'LINLI_MASTER_KEY')
  const folder = join(dataFolder, 'keys')
  const file = join(folder, 'master.key')
  const there = await readIfThere(file)
  if (there !== null) return decoded(there, file)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await make(file)
  await chmod(file, 0o600)
  return decoded(await readFile(file, 'utf8'), file)
}
