create schema if not exists platform;

create table platform.outbox (
  region text not null,
  id uuid not null,
  kind text not null,
  facts jsonb not null,
  at timestamptz not null,
  primary key (region, id)
);
comment on table platform.outbox is 'What was told by a change, in the statement of the change; the relay hands it to the job queue and deletes it.';

create table platform.once (
  caller text not null,
  route text not null,
  key text not null check (length(key) between 1 and 128),
  hash bytea not null,
  status int not null,
  made text,
  at timestamptz not null,
  constraint once_pkey primary key (caller, route, key)
);
comment on table platform.once is 'Idempotency keys of the last 30 days: a keyed hash of the request and the id that it made, never the answer. Keyed by the caller, because the same key with another place must be refused too.';
-- serves: the nightly removal of keys older than 30 days
create index once_at on platform.once (at);

create table platform.job (
  name text primary key,
  next_at timestamptz not null,
  last_at timestamptz,
  last_error text
);
comment on table platform.job is 'Lease of each periodic job: whoever moves next_at forward runs it.';

create table platform.setting (
  key text primary key,
  value jsonb not null,
  changed_at timestamptz not null
);
comment on table platform.setting is 'Facts of the installation: name of the city, whether the demonstration seed ran, keyed caches'' versions.';

create function platform.hold(held bigint, expected bigint) returns bigint language plpgsql as $$
begin
  if held <> expected then
    raise exception 'stale: % of % rows held their version', held, expected using errcode = 'LL409';
  end if;
  return held;
end $$;
comment on function platform.hold is 'Undoes the whole statement when a row no longer has the version that the decision was made on.';
