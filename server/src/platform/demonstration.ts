import type { Db } from './db.ts'

/** Whether this city is the demonstration one: its people are invented, its passwords known to everybody. */
export async function isDemonstration(db: Db): Promise<boolean> {
  const rows = await db.query({
    name: 'setting.demo',
    text: "select 1 from platform.setting where key = 'demonstration' and value = 'true'",
    values: [],
  })
  return rows.length > 0
}

/** Whether a real city was begun here: then the demonstration never comes into it. */
export async function isRealCity(db: Db): Promise<boolean> {
  const rows = await db.query({ text: "select 1 from platform.setting where key = 'real'", values: [] })
  return rows.length > 0
}

/** Marks the city as a real one, for good. */
export async function markRealCity(db: Db, now: Date): Promise<void> {
  await db.query({
    text: "insert into platform.setting (key, value, changed_at) values ('real', 'true', $1) on conflict (key) do nothing",
    values: [now],
  })
}

/** Marks the city as the demonstration one, for good; only the demonstration seed does so. */
export async function markDemonstration(db: Db, now: Date): Promise<void> {
  await db.query({
    name: 'setting.mark-demo',
    text: "insert into platform.setting (key, value, changed_at) values ('demonstration', 'true', $1) on conflict (key) do nothing",
    values: [now],
  })
}
