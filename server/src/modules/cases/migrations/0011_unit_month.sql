create table cases.unit_mark (
  region text not null,
  id uuid not null,
  month text not null,
  area text not null,
  unit text not null,
  kind text not null,
  key text not null,
  case_id uuid not null,
  primary key (region, id)
);
comment on table cases.unit_mark is 'What answers, verdicts and reopenings add to a unit''s month, written by their own statement and folded into unit_month within seconds. Nothing about a person.';

create table cases.unit_month (
  region text not null,
  month text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  area text not null,
  kind text not null,
  unit text not null,
  key text not null,
  n int not null,
  cases uuid[] not null,
  primary key (region, month, area, kind, unit, key)
);
comment on table cases.unit_month is 'Units by month, in a county and in each community: answers, their days and their texts (as keyed hashes), verdicts, reopenings; a few matters of each.';
-- serves: flags of a county or a city: counts by unit
create index unit_month_area on cases.unit_month (month, area text_pattern_ops, kind) where kind <> 'text';
-- serves: flags of a county or a city: texts that came often, never those that came once
create index unit_month_texts on cases.unit_month (month, area text_pattern_ops) where kind = 'text' and n >= 3;

create table cases.photo_repeat (
  region text not null,
  photo uuid not null,
  month text not null,
  area text not null,
  unit text not null,
  case_id uuid not null,
  earlier uuid not null,
  primary key (region, photo)
);
comment on table cases.photo_repeat is 'Photos with which a unit answered and that look like an earlier one of other work; each once.';
-- serves: flags of an area
create index photo_repeat_month on cases.photo_repeat (month, area text_pattern_ops);
