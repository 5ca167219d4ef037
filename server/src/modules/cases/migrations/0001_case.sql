create schema cases;

create table cases."case" (
  region text not null,
  id uuid not null,
  version int not null check (version > 0),
  state text not null,
  area text not null,
  clocks jsonb not null,
  tick_at timestamptz,
  due_at timestamptz,
  number text not null check (number ~ '^[0-9]{6}-[0-9]{6}-[0-9]{5}-[0-9X]$'),
  channel text not null,
  title text not null,
  text text not null check (length(text) between 1 and 4000),
  text_sealed bytea,
  grams text[] not null,
  category text not null,
  severity text not null check (severity in ('small', 'large', 'joint')),
  emergency boolean not null,
  emergency_record jsonb,
  lon float8 check (lon between -180 and 180),
  lat float8 check (lat between -90 and 90),
  datum text check (datum in ('wgs84', 'gcj02', 'bd09')),
  place_words text,
  photos uuid[] not null,
  subject_region text not null,
  subject_id uuid not null,
  reporter_account text,
  has_phone boolean not null,
  anonymous boolean not null,
  code_hash bytea not null,
  last4_hash bytea,
  reported_at timestamptz not null,
  dispatched_at timestamptz,
  fed_back_at timestamptz,
  closed_at timestamptz,
  lead_unit text,
  orders_open int not null check (orders_open >= 0),
  outcome text check (outcome in ('solved', 'explained', 'partly', 'unsolvable')),
  verdict text check (verdict in ('yes', 'partly', 'no', 'none')),
  satisfaction int check (satisfaction between 1 and 5),
  contacted boolean,
  reopened int not null,
  reporter_silent boolean not null,
  waited_days int not null check (waited_days between 0 and 5),
  waiting_since timestamptz,
  back_to text,
  review_at timestamptz,
  supervised text check (supervised in ('yellow', 'red')),
  reminded int not null,
  escalated boolean not null,
  decline_by text,
  lawful_channel text,
  continued_in uuid,
  transferred_to text,
  handlers text[] not null,
  released boolean not null,
  origin text,
  origin_id text,
  primary key (region, id)
);
comment on table cases."case" is '诉求: one matter from the report to the verdict. Texts are masked; the original and the reporter lie in the vault.';
-- serves: a number given on the phone or on paper; no number twice in a county
create unique index case_number on cases."case" (region, number);
-- serves: the printed eight-character code
create index case_code on cases."case" (code_hash);
-- serves: the reporter's own list, newest first
create index case_reporter on cases."case" (reporter_account, id desc) where reporter_account is not null;
-- serves: lists of an area, newest first
create index case_area on cases."case" (area text_pattern_ops, id desc);
-- serves: lists of one state in a county, newest first
create index case_state on cases."case" (region, state, id desc);
-- serves: lists by due time
create index case_due on cases."case" (region, due_at, id) where due_at is not null;
-- serves: the sweep of clocks
create index case_tick on cases."case" (tick_at) where tick_at is not null;
-- serves: search for any two characters and more
create index case_grams on cases."case" using gin (grams);
-- serves: an import that is repeated changes nothing
create unique index case_origin on cases."case" (region, origin, origin_id) where origin is not null;
-- serves: the map
create index case_place on cases."case" using gist (point(lon, lat)) where lon is not null;

create table cases.work_order (
  region text not null,
  id uuid not null,
  version int not null check (version > 0),
  state text not null,
  area text not null,
  clocks jsonb not null,
  tick_at timestamptz,
  due_at timestamptz,
  case_id uuid not null,
  unit text not null,
  lead boolean not null,
  post text not null,
  dispatched_at timestamptz not null,
  acknowledged_at timestamptz,
  fed_back_at timestamptz,
  reported_at timestamptz not null,
  finish_by timestamptz,
  returned boolean not null,
  return_reason text,
  ruled boolean not null,
  extension_until timestamptz,
  extended boolean not null,
  outcome text check (outcome in ('solved', 'explained', 'partly', 'unsolvable')),
  photos uuid[] not null,
  primary key (region, id),
  foreign key (region, case_id) references cases."case" (region, id) deferrable initially deferred
);
comment on table cases.work_order is '工单: one unit''s part in a case.';
-- serves: the orders of a case
create index work_order_case on cases.work_order (region, case_id);
-- serves: what a unit holds and held, newest first
create index work_order_unit on cases.work_order (unit, id desc);
-- serves: the sweep of clocks
create index work_order_tick on cases.work_order (tick_at) where tick_at is not null;

create table cases.setting (
  scope text primary key,
  limits jsonb not null default '{}',
  skipped text[] not null default '{}',
  changed_at timestamptz not null
);
comment on table cases.setting is 'What an area decided: limits by clock and optional moves it does without; the longest scope that covers an area counts.';

create table cases.precedent (
  id uuid primary key,
  category text not null,
  area text not null,
  unit text not null,
  decision text not null check (decision in ('insist', 'redispatch')),
  new_unit text,
  case_id uuid not null,
  order_id uuid not null,
  ruled_at timestamptz not null,
  unique (order_id, ruled_at)
);
comment on table cases.precedent is 'Rulings on objections, kept as precedents for the directory.';
-- serves: precedents shown beside a suggestion
create index precedent_category on cases.precedent (category, ruled_at desc);

create table cases.answer_template (
  id uuid primary key,
  unit text not null,
  title text not null,
  text text not null,
  changed_at timestamptz not null
);
comment on table cases.answer_template is 'Answers that a unit keeps for matters that come often.';
-- serves: a unit's templates
create index answer_template_unit on cases.answer_template (unit, title);
