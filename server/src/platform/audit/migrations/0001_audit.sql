create schema audit;

create table audit.entry (
  region text not null,
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id text,
  post text,
  action text not null check (action ~ '^[a-zA-Z]+\.[a-zA-Z]+$'),
  object_kind text not null,
  object_id text,
  facts jsonb not null default '{}',
  filed bigint generated always as identity,
  primary key (region, id)
);
comment on table audit.entry is 'What was done outside the life of a noun: signing in, rights, settings, showing personal data. Appended, never edited; ids and codes only.';
comment on column audit.entry.filed is 'Order of arrival, given by the database: blocks are cut by it, so that a row with an old time is sealed all the same.';
-- serves: sealing what has come since the last block, and verifying a block
create unique index entry_filed on audit.entry (filed);
-- serves: the auditor's list, newest first
create index entry_at on audit.entry (at desc, id desc);
-- serves: all that was done with one object
create index entry_object on audit.entry (object_kind, object_id, at desc, id desc);
-- serves: all that one actor did
create index entry_actor on audit.entry (actor_id, at desc, id desc);

create table audit.block (
  n int primary key check (n > 0),
  cuts jsonb not null,
  from_at timestamptz,
  to_at timestamptz,
  count int not null check (count > 0),
  algorithm text not null check (algorithm in ('sha256', 'sm3')),
  root bytea not null,
  previous bytea not null,
  hash bytea not null,
  seal bytea not null,
  sealed_at timestamptz not null
);
comment on table audit.block is 'The chain: each block holds the hash of the rows that arrived since the one before, and of that block. Changing or deleting a sealed row breaks it.';
comment on column audit.block.cuts is 'By source, the last order of arrival that the block holds.';
comment on column audit.block.seal is 'Keyed with the master key: who can only write to the database cannot rebuild the chain.';
