import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { restoringMark } from '#platform/lifecycle'
import { openVault } from '#platform/vault'
import { refuse } from '#platform/refusal'
import { modules } from '../app.ts'
import { command, say, tell } from './command.ts'
import { readManifest } from '#platform/backup/manifest'
import { emptyPlace } from '#platform/backup/place'
import { checkVersion, restore } from '#platform/backup/restore'

/** @throws Refusal `restore.key` when the key at hand is not that of the backup */
async function checkKey(dataDir: string, given: string | null, fingerprint: string): Promise<void> {
  const isThere = given !== null || existsSync(join(dataDir, 'keys', 'master.key'))
  const vault = isThere ? await openVault(dataDir, given ?? undefined) : null
  if (vault?.fingerprint === fingerprint) return
  throw refuse('conflict', 'restore.key', {
    zh: `${isThere ? '这不是这份备份的主密钥' : '还没有主密钥'}。请先把原来的 master.key 放到 ${dataDir}/keys/master.key，或设 LINLI_MASTER_KEY，再恢复。`,
    en: `${isThere ? 'This is not the master key of this backup' : 'There is no master key yet'}. First put the original master.key at ${dataDir}/keys/master.key, or set LINLI_MASTER_KEY; then restore.`,
  })
}

await command(
  {
    zh: '用法：./restore 文件夹。LINLI_DATA(或 DATABASE_URL)须是空的；主密钥放在 LINLI_DATA/keys/master.key 或 LINLI_MASTER_KEY。',
    en: 'Usage: ./restore FOLDER. LINLI_DATA (or DATABASE_URL) must be empty; the master key lies at LINLI_DATA/keys/master.key or in LINLI_MASTER_KEY.',
  },
  async (config, path) => {
    const source = resolve(path)
    const manifest = await readManifest(source)
    const names = modules.map((module) => module.name)
    checkVersion(manifest, names)
    await checkKey(config.dataDir, config.masterKey, manifest.fingerprint)
    const mark = restoringMark(config.dataDir)
    const isAgain = existsSync(mark)
    const place = await emptyPlace(config, isAgain, say)
    try {
      mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
      const setup = { connection: place.connection, dataDir: config.dataDir, source, manifest, modules: names, say }
      await restore(setup, isAgain, () => writeFileSync(mark, `${source}\n`, { mode: 0o600, flush: true }))
      rmSync(mark, { force: true })
    } finally {
      await place.leave()
    }
    tell({
      zh: `恢复完成：城市回到 ${manifest.at}。现在可以 ./start。`,
      en: `Restored: the city stands as of ${manifest.at}. Now run ./start.`,
    })
  },
)
