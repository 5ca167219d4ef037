import { resolve } from 'node:path'
import { backUp } from '#platform/backup/backup'
import { command, say, tell } from './command.ts'
import { cityThere } from '#platform/backup/place'

await command(
  {
    zh: '用法：./backup 文件夹(新的)。设置与 ./start 相同：LINLI_DATA、DATABASE_URL。',
    en: 'Usage: ./backup FOLDER (a new one). Settings are those of ./start: LINLI_DATA, DATABASE_URL.',
  },
  async (config, path) => {
    const place = await cityThere(config, say)
    try {
      const target = resolve(path)
      const { at, tables, files } = await backUp({ connection: place.connection, dataDir: config.dataDir, target, say })
      const rows = tables.reduce((sum, table) => sum + table.rows, 0)
      tell({
        zh: `备份完成：${target}，截至 ${at}，${tables.length} 张表 ${rows} 行，${files.count} 个照片文件。`,
        en: `Backed up to ${target} as of ${at}: ${tables.length} tables with ${rows} rows, ${files.count} photo files.`,
      })
      tell({
        zh: `注意：主密钥不在备份里。没有它，备份中的姓名、电话和原话谁也打不开。请把 ${config.dataDir}/keys/master.key(或 LINLI_MASTER_KEY)另存一处，不要和备份放在一起。`,
        en: `MIND: the master key is not in the backup. Without it nobody can open the names, phones and words in it. Keep ${config.dataDir}/keys/master.key (or LINLI_MASTER_KEY) elsewhere, never beside the backup.`,
      })
    } finally {
      await place.leave()
    }
  },
)
