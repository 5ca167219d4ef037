import type pg from 'pg'
import type { BenchCity } from './city.ts'
import { say } from './report.ts'

/*
 * Large tables made with SQL from matters that the product itself wrote: every copy has a life of its own in time, place, number and words,
 * and its orders and worklist rows; states and clocks are those of the matter it was copied from. Traces, words and persons are not copied:
 * no list reads them. Indexes are built after the rows, as after a restore.
 */

export interface Filling {
  /** Numbers of the copies to make. */
  readonly from: number
  readonly to: number
  /** How many of a thousand wait for somebody; the others are closed. */
  readonly open: number
  /** Copies that wait at a post of their own instead of their model's, by number. */
  readonly waiting?: readonly { readonly from: number; readonly to: number; readonly post: string; readonly unit: string }[]
}

const prepare = `
create schema if not exists bench;
create or replace function bench.id(region text, at timestamptz, seed text) returns uuid language sql immutable as $$
  select (lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0') || to_hex(128 | (region::int >> 16)) || lpad(to_hex((region::int >> 8) & 255), 2, '0')
    || to_hex(128 | (('x' || left(md5(seed), 2))::bit(8)::int & 63)) || lpad(to_hex(region::int & 255), 2, '0') || substr(md5(seed), 3, 12))::uuid $$;
create or replace function bench.part(seed text) returns float8 language sql immutable as $$ select ('x' || left(md5(seed), 8))::bit(32)::bigint::float8 / 4294967296 + case when ('x' || left(md5(seed), 8))::bit(32)::bigint < 0 then 1 else 0 end $$;
create table bench.model as select (row_number() over (partition by closed_at is null order by id) - 1)::int as n, closed_at is null as open, c as row, c.id as id, c.reported_at as at
  from cases."case" c where c.state in ('open', 'closed', 'registered', 'submitted', 'verifying', 'callback')
    and (c.closed_at is not null or exists (select 1 from worklist.item i left join cases.work_order o on o.region = i.region and o.id = i.noun_id where i.noun_id = c.id or o.case_id = c.id));
create table bench.grid as select (row_number() over (order by code) - 1)::int as n, code from areas.area where level = 'grid';
create table bench.word as select n, substr(chars, 1 + floor(bench.part('a' || n) * length(chars))::int, 1) || substr(chars, 1 + floor(bench.part('b' || n) * length(chars))::int, 1)
    || substr(chars, 1 + floor(bench.part('c' || n) * length(chars))::int, 1) as word
  from generate_series(0, 2999) n, (select '东西南北中上下左右前后里外大小高低长短新旧红黄蓝白黑青金木水火土山河湖海风云雨雪花草树林石桥路街巷门窗墙顶台阶梯井池沟渠灯牌栏杆亭廊园圃田坡' as chars) c;
alter table bench.word add primary key (n);
alter table bench.grid add primary key (n);
alter table bench.model add primary key (open, n);
create table bench.item as select distinct on (m.id) m.id as model, o.id as order_id, i.noun, i.post, i.why, i.since, i.due_at
  from bench.model m join (select i.noun_id as id, i.* from worklist.item i union all select o.case_id, i.* from worklist.item i join cases.work_order o on o.id = i.noun_id) i on i.id = m.id
  left join cases.work_order o on o.id = i.noun_id;
create table bench.work_order as select o.* from cases.work_order o join bench.model m on m.id = o.case_id;
create table bench.copy (n bigint primary key, model uuid not null, at timestamptz not null, moved interval not null, area text not null, region text not null, id uuid not null, words text not null, post text, unit text);
create table bench.index as select indexrelid, pg_get_indexdef(indexrelid) as def, indexrelid::regclass::text as name from pg_index
  where indrelid in ('cases."case"'::regclass, 'cases.work_order'::regclass, 'worklist.item'::regclass) and not indisprimary;
analyze bench.model; analyze bench.grid; analyze bench.word;
`

const copies = `
insert into bench.copy
with drawn as materialized (
  select n, bench.part('o' || n) * 1000 < $3 as open, bench.part('t' || n) as t, floor(power(bench.part('w' || n), 3) * 3000)::int as w, floor(power(bench.part('v' || n), 3) * 3000)::int as v,
    floor(bench.part('g' || n) * (select count(*) from bench.grid))::int as g, bench.part('m' || n) as m
  from generate_series($1::bigint, $2::bigint - 1) n),
placed as materialized (
  select n, open, w, v, g, case when open then now() - t * interval '4 days' else now() - interval '10 days' - t * interval '700 days' end as at,
    floor(m * case when open then (select count(*) from bench.model where open) else (select count(*) from bench.model where not open) end)::int as m
  from drawn)
select d.n, m.id, d.at, d.at - m.at, g.code, left(g.code, 6), bench.id(left(g.code, 6), d.at, 'c' || d.n), w.word || v.word, p.post, p.unit
from placed d join bench.model m on m.open = d.open and m.n = d.m join bench.grid g on g.n = d.g join bench.word w on w.n = d.w join bench.word v on v.n = d.v
left join lateral (select x ->> 'post' as post, x ->> 'unit' as unit from jsonb_array_elements($4::jsonb) x where d.n >= (x ->> 'from')::bigint and d.n < (x ->> 'to')::bigint limit 1) p on true`

/** What a copy has of its own, by column; everything else is its model's. */
const own: Readonly<Record<string, string>> = {
  region: 'k.region',
  id: 'k.id',
  area: 'k.area',
  number:
    "k.region || '-' || to_char(k.at - case when k.n < 0 then interval '40 years' else interval '20 years' end, 'YYMMDD') || '-' || lpad(((k.n + 1000000) % 100000)::text, 5, '0') || '-' || ((k.n + 1000000) / 100000 % 10)",
  tick_at: '(m.row).tick_at + k.moved',
  due_at: '(m.row).due_at + k.moved',
  reported_at: 'k.at',
  dispatched_at: '(m.row).dispatched_at + k.moved',
  fed_back_at: '(m.row).fed_back_at + k.moved',
  closed_at: '(m.row).closed_at + k.moved',
  text: "(m.row).text || k.words || '附近'",
  grams:
    "(m.row).grams || array[substr(k.words, 1, 2), substr(k.words, 2, 2), substr(k.words, 3, 2), substr(k.words, 4, 2), substr(k.words, 5, 2), substr(k.words, 6, 1) || '附', '附近']",
  code_hash: "decode(md5('h' || k.n), 'hex')",
  lead_unit: 'coalesce(k.unit, (m.row).lead_unit)',
}

const ownOfOrder: Readonly<Record<string, string>> = {
  region: 'k.region',
  id: "bench.id(k.region, k.at, 'o' || o.id || k.n)",
  area: 'k.area',
  case_id: 'k.id',
  tick_at: 'o.tick_at + k.moved',
  due_at: 'o.due_at + k.moved',
  dispatched_at: 'o.dispatched_at + k.moved',
  acknowledged_at: 'o.acknowledged_at + k.moved',
  fed_back_at: 'o.fed_back_at + k.moved',
  reported_at: 'k.at',
  finish_by: 'o.finish_by + k.moved',
  unit: 'coalesce(k.unit, o.unit)',
  post: 'coalesce(k.post, o.post)',
}

async function columnsOf(client: pg.PoolClient, schema: string, table: string): Promise<string[]> {
  const { rows } = await client.query<{ column_name: string }>(
    'select column_name from information_schema.columns where table_schema = $1 and table_name = $2 and is_generated = $3 order by ordinal_position',
    [schema, table, 'NEVER'],
  )
  return rows.map((row) => row.column_name)
}

async function copyRows(client: pg.PoolClient, { from, to }: Filling): Promise<void> {
  const ofCase = await columnsOf(client, 'cases', 'case')
  const ofOrder = await columnsOf(client, 'cases', 'work_order')
  const range = [from, to]
  await client.query(
    `insert into cases."case" (${ofCase.join(', ')}) select ${ofCase.map((one) => own[one] ?? `(m.row).${one}`).join(', ')}
     from bench.copy k join bench.model m on m.id = k.model where k.n >= $1 and k.n < $2`,
    range,
  )
  await client.query(
    `insert into cases.work_order (${ofOrder.join(', ')}) select ${ofOrder.map((one) => ownOfOrder[one] ?? `o.${one}`).join(', ')}
     from bench.copy k join bench.work_order o on o.case_id = k.model where k.n >= $1 and k.n < $2`,
    range,
  )
  await client.query(
    `insert into worklist.item (region, noun_id, post, noun, area, why, since, due_at)
     select k.region, case when i.order_id is null then k.id else bench.id(k.region, k.at, 'o' || i.order_id || k.n) end, coalesce(k.post, i.post), i.noun, k.area, i.why, i.since + k.moved, i.due_at + k.moved
     from bench.copy k join bench.item i on i.model = k.model where k.n >= $1 and k.n < $2 on conflict do nothing`,
    range,
  )
}

const batch = 100_000

/** Makes the copies; the first call prepares the models from the demonstration's own matters. */
export async function fill({ raw }: Pick<BenchCity, 'raw'>, filling: Filling): Promise<void> {
  const client = await raw.connect()
  const begun = performance.now()
  try {
    const known = await client.query("select 1 from pg_namespace where nspname = 'bench'")
    if (known.rowCount === 0) await client.query(prepare)
    await client.query("set session_replication_role = replica; set work_mem = '256MB'; set maintenance_work_mem = '1GB'")
    const { rows } = await client.query<{ name: string; def: string }>('select name, def from bench.index')
    if (filling.to - filling.from > batch / 2) for (const { name } of rows) await client.query(`drop index if exists ${name}`)
    for (let from = filling.from; from < filling.to; from += batch) {
      const part = { ...filling, from, to: Math.min(from + batch, filling.to) }
      await client.query(copies, [part.from, part.to, filling.open, JSON.stringify(filling.waiting ?? [])])
      await copyRows(client, part)
      say(`${part.to} matters after ${((performance.now() - begun) / 1000).toFixed(0)} s`)
    }
    for (const { def } of rows) await client.query(def.replace(/^CREATE (UNIQUE )?INDEX /, 'CREATE $1INDEX IF NOT EXISTS '))
    await client.query('reset all')
    for (const table of ['cases."case"', 'cases.work_order', 'worklist.item']) await client.query(`vacuum analyze ${table}`)
    say(`filled in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  } finally {
    client.release(true)
  }
}
