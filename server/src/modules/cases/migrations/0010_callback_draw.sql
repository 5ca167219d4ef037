alter table cases."case" add column callback_period text check (callback_period ~ '^[0-9]{4}-W[0-9]{2}$');
alter table cases."case" add column callback_percent int check (callback_percent between 5 and 100);
comment on column cases."case".callback_period is 'The week in whose draw the silent matter took part; null when no seed was committed in time, and everybody is called then.';

create table cases.callback_period (
  period text primary key check (period ~ '^[0-9]{4}-W[0-9]{2}$'),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reveal_at timestamptz not null,
  commitment bytea not null check (length(commitment) = 32),
  committed_at timestamptz not null,
  seed bytea check (length(seed) = 32),
  revealed_at timestamptz,
  silent int,
  drawn int,
  constraint callback_period_told_wholly check ((seed is null) = (revealed_at is null) and (seed is null) = (drawn is null))
);
comment on table cases.callback_period is 'Weeks of the callback draw: the hash of the seed before the week begins, the seed itself two weeks after its end.';

create table cases.callback_share (
  scope text not null,
  from_period text not null check (from_period ~ '^[0-9]{4}-W[0-9]{2}$'),
  percent int not null check (percent between 5 and 100),
  decided_at timestamptz not null,
  primary key (scope, from_period)
);
comment on table cases.callback_share is 'Which share of silent reporters an area has called, from a week on; never changed for a week that has begun.';

create table cases.callback_draw (
  region text not null,
  case_id uuid not null,
  period text not null,
  area text not null,
  number text not null,
  percent int not null,
  at timestamptz not null,
  drawn boolean,
  primary key (region, case_id, period)
);
comment on table cases.callback_draw is 'Silent matters that took part in a week''s draw. Whether one was drawn is written only when the seed is published.';
-- serves: the numbers of a week in an area, for whoever checks the draw
create index callback_draw_period on cases.callback_draw (period, number, area text_pattern_ops);
-- serves: the end of a week: which numbers are still to be marked
create index callback_draw_unmarked on cases.callback_draw (period) where drawn is null;
