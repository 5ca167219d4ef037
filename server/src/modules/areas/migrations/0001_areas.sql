create schema if not exists areas;

create table areas.area (
  code text primary key check (code ~ '^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$'),
  name text not null check (length(name) between 1 and 60),
  level text not null check (level in ('province', 'city', 'county', 'town', 'community', 'grid')),
  kind text not null check (kind in ('division', 'general', 'dedicated', 'micro')),
  parent text references areas.area (code),
  households int check (households between 0 and 100000),
  valid_from date not null,
  valid_to date,
  successors text[] not null default '{}',
  geometry jsonb check (geometry ->> 'type' in ('Polygon', 'MultiPolygon')),
  datum text check (datum in ('wgs84', 'cgcs2000', 'gcj02', 'bd09')),
  bbox double precision[] check (array_length(bbox, 1) = 4),
  initials text not null default '',
  version int not null default 1,
  changed_at timestamptz not null,
  check ((level = 'grid') = (kind <> 'division')),
  check (level = case length(code) when 2 then 'province' when 4 then 'city' when 6 then 'county' when 9 then 'town' when 12 then 'community' else 'grid' end),
  check (code like parent || '%' and code <> parent),
  check (valid_to > valid_from),
  check (cardinality(successors) = 0 or valid_to is not null),
  check ((geometry is null) = (datum is null) and (geometry is null) = (bbox is null))
);
comment on table areas.area is 'Divisions and grids by code, with the days on which they stand and what followed them. A row is never deleted, so a number is never given twice.';
comment on column areas.area.code is 'The scope: 2+2+2+3+3+3 digits without trailing zero groups; a scope contains all codes that begin with it.';
comment on column areas.area.valid_to is 'First day on which it stands no longer.';
comment on column areas.area.geometry is 'GeoJSON Polygon or MultiPolygon in WGS-84.';
comment on column areas.area.datum is 'The datum in which the border arrived; it is stored in WGS-84.';
comment on column areas.area.bbox is 'West, south, east, north in WGS-84 degrees.';
comment on column areas.area.initials is 'First letters of the pinyin of the name, to find 和平街道 by hpjd.';
-- serves: GET /api/areas?parent=, the tree one level at a time
create index area_parent on areas.area (parent, code);
-- serves: everything below a scope (code like '210911%'): grids.geojson, checks, missing links
create index area_scope on areas.area (code text_pattern_ops);

create table areas.alias (
  scheme text not null check (scheme ~ '^[a-z][a-z0-9-]{0,39}$'),
  external text not null check (length(external) between 1 and 80),
  area text not null references areas.area (code),
  note text not null default '' check (length(note) <= 200),
  changed_at timestamptz not null,
  primary key (scheme, external)
);
comment on table areas.alias is 'What other systems and other years call an area: police and civil-affairs grids (002-13: many layers into one net), older codes, former names.';
-- serves: the aliases of one area on its page, and a search by former name
create index alias_area on areas.alias (area, scheme);

create table areas.area_set (
  code text primary key check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
  name text not null check (length(name) between 1 and 60),
  kind text not null check (kind in ('developmentZone', 'dedicated', 'compound', 'other')),
  areas text[] not null check (cardinality(areas) between 1 and 500),
  changed_at timestamptz not null
);
comment on table areas.area_set is 'Named sets of area codes that cross the tree; a post may hold one.';

create table areas.size_limit (
  area text not null references areas.area (code),
  kind text not null check (kind in ('general', 'dedicated', 'micro')),
  least int not null check (least >= 0),
  most int not null check (most >= least),
  changed_at timestamptz not null,
  primary key (area, kind)
);
comment on table areas.size_limit is 'How many households a grid is to have here; the nearest setting above a grid counts, else 300–500 (001-51).';

create table areas.place_name (
  id uuid primary key,
  name text not null check (length(name) between 1 and 60),
  kind text not null check (kind in ('street', 'compound', 'landmark')),
  area text not null references areas.area (code),
  lon double precision not null check (lon between -180 and 180),
  lat double precision not null check (lat between -90 and 90),
  initials text not null default '',
  unique (area, kind, name)
);
comment on table areas.place_name is 'Streets, compounds and landmarks by which people say where something is; a point in WGS-84.';
-- serves: the search for a place by the beginning of its name or of its pinyin
create index place_name_begins on areas.place_name (name text_pattern_ops);
-- serves: the search for a place by the letters of its pinyin
create index place_name_initials on areas.place_name (initials text_pattern_ops);

create table areas.edition (
  one boolean primary key default true check (one),
  id uuid not null,
  changed_at timestamptz not null
);
comment on table areas.edition is 'One row: a new id with every change of an area, so that each process knows when to read the areas again.';
insert into areas.edition (id, changed_at) values (gen_random_uuid(), now());
