create schema components;

create table components.body (
  id int generated always as identity primary key,
  name text not null check (length(name) between 2 and 60),
  uscc text not null default '' check (length(uscc) in (0, 18)),
  phone text check (length(phone) between 3 and 20),
  constraint body_once unique (name, uscc)
);
comment on table components.body is 'A body that supervises, owns or keeps components, as files and people call it, with the telephone of its service. A number that belongs to a person is never kept. A city table: it has no region.';

create table components.component (
  region text not null check (region ~ '^\d{6}$'),
  id uuid not null,
  version int not null default 1,
  state text not null check (state in ('intact', 'damaged', 'lost', 'abandoned', 'removed')),
  area text not null check (area ~ '^\d{4,15}$'),
  clocks jsonb not null default '[]',
  tick_at timestamptz,
  due_at timestamptz,
  code text not null check (code ~ '^\d{16,17}$'),
  former_code text check (former_code ~ '^\d{16}$'),
  name text not null check (length(name) between 1 and 30),
  initials text not null,
  type text not null check (type ~ '^\d{5}$'),
  lon double precision not null,
  lat double precision not null,
  spot bigint not null,
  datum text not null,
  line jsonb check (jsonb_typeof(line) = 'array'),
  metres double precision check (metres >= 0),
  unit_grid text check (unit_grid ~ '^\d{15}$'),
  place_words text check (length(place_words) <= 120),
  supervisor int references components.body (id),
  owner int references components.body (id),
  keeper int references components.body (id),
  since date not null,
  changed_on date,
  data_origin text check (data_origin in ('surveyed', 'topographic', 'geographic', 'other')),
  remark text check (length(remark) <= 200),
  dwelling text check (length(dwelling) <= 40),
  origin text,
  origin_id text,
  run uuid,
  primary key (region, id),
  constraint component_code unique (region, code),
  constraint component_home check (left(code, 6) = region),
  constraint component_line check ((line is null) = (metres is null)),
  constraint component_origin check ((origin is null) = (origin_id is null))
);
comment on table components.component is 'A city component of GB/T 47678.5 with its 18 attributes; its history are the traces of noun component, and where it was imported its row is the first of it. clocks, tick_at and due_at are the columns of every noun; no promise runs here.';
comment on column components.component.spot is 'The place as one number, bits of x and y in turns (platform/geo/z-order.ts): what lies in a tile of the map is one range.';
comment on column components.component.run is 'The import that brought it; a run is undone by it.';
-- serves: taking in the same row of another system again, and finding a row by its id there
create unique index component_origin_once on components.component (region, origin, origin_id) where origin is not null;
-- serves: tiles of the map and the nearest components, read from the index alone
create index component_spot on components.component (spot) include (id, area, type, state, lon, lat);
-- serves: the list of a town, a community or a grid
create index component_area on components.component (area collate "C", code);
-- serves: the list of one type
create index component_type on components.component (type, region, code);
-- serves: the list of what is damaged, lost, out of use or removed
create index component_state on components.component (state, region, code) where state <> 'intact';
-- serves: the list of an owner
create index component_owner on components.component (owner, region, code) where owner is not null;
-- serves: undoing an import
create index component_run on components.component (run) where run is not null;

create table components.sequence (
  region text not null,
  type text not null,
  last int not null check (last between 0 and 999999),
  primary key (region, type)
);
comment on table components.sequence is 'The highest number that a component of a type has in a county, given by us or taken in; the next one is given from here.';

create table components.cell (
  level smallint not null,
  cell bigint not null,
  community text not null,
  type text not null,
  n int not null,
  wrong int not null,
  lon double precision not null,
  lat double precision not null,
  primary key (level, cell, community, type)
);
comment on table components.cell is 'Components that stand together on one cell of the map at zoom 10, 13 and 16, by community and type (type empty: of all types): how many, how many of them damaged or lost, sums of their places. What was removed is not in it. A city table: a cell of the map belongs to no county.';

create table components.note (
  region text not null,
  component_id uuid not null,
  seq int not null,
  text text not null check (length(text) <= 500),
  primary key (region, component_id, seq),
  foreign key (region, component_id) references components.component (region, id)
);
comment on table components.note is 'What staff wrote beside a move of a component, phones and identity numbers masked; seq is that of the trace.';

create table components.matter (
  region text not null,
  component_id uuid not null,
  case_id uuid not null,
  at timestamptz not null,
  primary key (region, component_id, case_id),
  foreign key (region, component_id) references components.component (region, id)
);
comment on table components.matter is 'Which matters were reported of a component, by its card.';
