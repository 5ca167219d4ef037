create schema telemetry;

create table telemetry.device_kind (
  code text primary key check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
  name_zh text not null check (length(name_zh) between 1 and 40),
  name_en text not null check (length(name_en) between 1 and 80),
  measures jsonb not null check (jsonb_typeof(measures) = 'array'),
  changed_at timestamptz not null
);
comment on table telemetry.device_kind is 'Kinds of devices and what each measures: key, name in both languages, unit.';

create table telemetry.rule (
  code text primary key check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
  device_kind text not null references telemetry.device_kind (code),
  measure text check (measure ~ '^[a-z][a-zA-Z0-9]{0,39}$'),
  name_zh text not null check (length(name_zh) between 1 and 40),
  name_en text not null check (length(name_en) between 1 and 80),
  test jsonb not null check (test ->> 'kind' in ('above', 'below', 'rate', 'silence', 'unusual')),
  enabled boolean not null,
  category text check (length(category) between 1 and 10),
  wait_seconds int not null check (wait_seconds between 0 and 86400),
  version int not null default 1,
  changed_at timestamptz not null,
  check ((measure is null) = (test ->> 'kind' = 'silence'))
);
comment on table telemetry.rule is 'When a device raises an alarm, as data: a limit, a change, silence or an unusual value, each with the point at which it clears; the code is the kind of the alarm.';
comment on column telemetry.rule.category is 'Class of the matter that an alarm becomes; null: it stays an alarm.';
comment on column telemetry.rule.wait_seconds is 'How long an alarm stands before it becomes a matter.';

create table telemetry.device (
  region text not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  kind text not null references telemetry.device_kind (code),
  component text not null check (length(component) between 1 and 40),
  area text not null check (area ~ '^\d{2,15}$'),
  lon double precision check (lon between -180 and 180),
  lat double precision check (lat between -90 and 90),
  place_words text check (length(place_words) between 1 and 200),
  created_at timestamptz not null,
  ended_at timestamptz,
  version int not null default 1,
  primary key (region, id),
  check ((lon is null) = (lat is null))
);
comment on table telemetry.device is 'A device that tells how a city component is; it belongs to the component by that one''s code.';
-- serves: the list of devices, newest first
create index device_newest on telemetry.device (id desc);
-- serves: the devices of a component
create index device_component on telemetry.device (region, component);

create table telemetry.device_key (
  region text not null,
  id uuid not null,
  device uuid not null,
  key_hash bytea not null,
  created_at timestamptz not null,
  ends_at timestamptz,
  primary key (region, id),
  foreign key (region, device) references telemetry.device (region, id)
);
comment on table telemetry.device_key is 'With which secret a device proves itself: kept as a hash. A key that was changed for another ends a day later, a revoked one at once.';
-- serves: the keys of a device
create index device_key_device on telemetry.device_key (region, device);

create table telemetry.device_state (
  region text not null,
  device uuid not null,
  heard_at timestamptz not null,
  latest jsonb not null,
  memory jsonb not null,
  problem text,
  problem_at timestamptz,
  problems bigint not null default 0,
  primary key (region, device)
) with (fillfactor = 60);
comment on table telemetry.device_state is 'What a device said last, written at most every ten seconds a device: values by measure, what rules remember, the last message that could not be used.';

create table telemetry.reading (
  region text not null,
  device uuid not null,
  measure text not null,
  at timestamptz not null,
  slot smallint not null,
  value double precision not null,
  primary key (region, device, measure, at, slot)
) partition by list (slot);
comment on table telemetry.reading is 'Readings in a ring of eight weeks: the slot is the number of the week modulo 8, and what is too old is emptied a week at a time. The same reading again changes nothing.';
create table telemetry.reading_0 partition of telemetry.reading for values in (0);
create table telemetry.reading_1 partition of telemetry.reading for values in (1);
create table telemetry.reading_2 partition of telemetry.reading for values in (2);
create table telemetry.reading_3 partition of telemetry.reading for values in (3);
create table telemetry.reading_4 partition of telemetry.reading for values in (4);
create table telemetry.reading_5 partition of telemetry.reading for values in (5);
create table telemetry.reading_6 partition of telemetry.reading for values in (6);
create table telemetry.reading_7 partition of telemetry.reading for values in (7);
comment on table telemetry.reading_0 is 'Readings of weeks whose number leaves 0.';
comment on table telemetry.reading_1 is 'Readings of weeks whose number leaves 1.';
comment on table telemetry.reading_2 is 'Readings of weeks whose number leaves 2.';
comment on table telemetry.reading_3 is 'Readings of weeks whose number leaves 3.';
comment on table telemetry.reading_4 is 'Readings of weeks whose number leaves 4.';
comment on table telemetry.reading_5 is 'Readings of weeks whose number leaves 5.';
comment on table telemetry.reading_6 is 'Readings of weeks whose number leaves 6.';
comment on table telemetry.reading_7 is 'Readings of weeks whose number leaves 7.';

create table telemetry.alarm (
  region text not null,
  id uuid not null,
  component text not null,
  kind text not null,
  device uuid not null,
  area text not null,
  opened_at timestamptz not null,
  last_at timestamptz not null,
  cleared_at timestamptz,
  times int not null check (times > 0),
  value double precision,
  worst double precision,
  low boolean not null,
  case_id uuid,
  storm uuid,
  primary key (region, id)
);
comment on table telemetry.alarm is 'What a rule saw at a component. While it is open a repeat extends it; when it clears by the rule it stays as history.';
comment on column telemetry.alarm.kind is 'The code of the rule.';
comment on column telemetry.alarm.worst is 'The value that lay farthest from where it should be; the lowest where `low` says so. Null for silence, rates and what is unusual.';
-- serves: one open alarm per component and kind, extended by a repeat, cleared by the rule
create unique index alarm_open on telemetry.alarm (region, component, kind) where cleared_at is null;
-- serves: the list of alarms, newest first
create index alarm_newest on telemetry.alarm (id desc);
-- serves: the alarms of a matter
create index alarm_case on telemetry.alarm (region, case_id, id desc) where case_id is not null;
-- serves: the earlier matter of an alarm that comes again
create index alarm_again on telemetry.alarm (region, component, kind, id desc) where case_id is not null;
-- serves: the alarms of a device on its page
create index alarm_device on telemetry.alarm (region, device, id desc);
-- serves: the alarms that may become a matter
create index alarm_waiting on telemetry.alarm (opened_at) where cleared_at is null and case_id is null;

create table telemetry.storm (
  region text not null,
  id uuid not null,
  kind text not null,
  scope text not null,
  case_id uuid not null,
  opened_at timestamptz not null,
  last_at timestamptz not null,
  primary key (region, id)
);
comment on table telemetry.storm is 'Many alarms of one kind in one area within minutes: one cause, one matter. Those that follow join it until it has been quiet.';
-- serves: the storms that may still grow
create index storm_last on telemetry.storm (last_at);
