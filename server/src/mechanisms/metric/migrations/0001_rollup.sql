create schema metric;

create table metric.delta (
  region text not null,
  id bigint generated always as identity,
  subject text not null,
  area text not null,
  unit text not null,
  category text not null,
  channel text not null,
  month date not null,
  counts jsonb not null,
  primary key (region, id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 20000);
comment on table metric.delta is 'What a write adds to or takes from the figures of one cell; folded into metric.rollup every few seconds and deleted by that same statement.';

create table metric.rollup (
  region text not null,
  subject text not null,
  level smallint not null,
  area text not null,
  unit text not null,
  category text not null,
  channel text not null,
  month date not null,
  counts bigint[] not null,
  primary key (region, subject, level, area, unit, category, channel, month)
);
comment on table metric.rollup is 'Folded figures. Level 0 holds cells as they were counted; 6, 9 and 12 hold them added up by county, town and community, `*` standing for all units, categories or channels. Counts lie in the order of the subject''s counters.';
-- serves: the figures of areas down to the town, by any choice of filters
create index rollup_cut on metric.rollup (subject, level, unit, category text_pattern_ops, channel, area text_pattern_ops, month) where level > 0;
-- serves: the figures of a community or a grid with filters, added up from its cells
create index rollup_cell on metric.rollup (subject, area text_pattern_ops, month) where level = 0;

create table metric.recount (
  subject text primary key,
  at timestamptz not null,
  checked bigint not null,
  differing bigint not null,
  differences jsonb not null
);
comment on table metric.recount is 'What the last recount of a subject found: how many nouns and cells were compared and which differed.';
