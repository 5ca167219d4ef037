import type { Db } from '../db.ts'
import { refuse } from '../refusal.ts'
import type { Vault } from './service.ts'

/**
 * Remembers the fingerprint of the first master key; called once at every start, after migration.
 * @throws vault.otherKey if the city was begun with another master key: nothing could be opened, and what is written now would be lost
 */
export async function sameMasterKey(db: Db, vault: Vault, now: Date): Promise<void> {
  await db.query({
    text: `insert into platform.setting (key, value, changed_at) values ('vault.fingerprint', to_jsonb($1::text), $2) on conflict (key) do nothing`,
    values: [vault.fingerprint, now],
  })
  const [row] = await db.query<{ value: string }>({
    text: `select value from platform.setting where key = 'vault.fingerprint'`,
    values: [],
  })
  if (row?.value === vault.fingerprint) return
  throw refuse('unavailable', 'vault.otherKey', {
    zh: '主密钥与本数据库不符，个人信息无法解密。请恢复原来的 keys/master.key 或 LINLI_MASTER_KEY 后再启动。',
    en: 'This is not the master key of this database, so personal data cannot be opened. Restore the original keys/master.key or LINLI_MASTER_KEY, then start again.',
  })
}
