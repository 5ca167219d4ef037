create schema places;

create table places.kind (
  area text not null check (area ~ '^(\d{2,15})?$'),
  code text not null check (code ~ '^[a-z][a-zA-Z0-9]{0,39}$'),
  name text not null check (length(name) between 1 and 40),
  name_en text not null default '' check (length(name_en) <= 60),
  words text[] not null default '{}' check (cardinality(words) <= 40),
  cycle_days int not null check (cycle_days between 1 and 3660),
  enabled boolean not null default true,
  primary key (area, code)
);
comment on table places.kind is 'What counts as one of the nine small places 九小场所, and how often it is to be inspected: lists differ from place to place, so an area (an empty one: everywhere) may add kinds, change them or put them out of use; the nearest area around a place counts (002-65).';
comment on column places.kind.words is 'Other spellings in files.';
insert into places.kind (area, code, name, name_en, words, cycle_days) values
  ('', 'smallSchool', '小学校（幼儿园）', 'Small school or kindergarten', '{小学校,幼儿园,小幼儿园,小学校幼儿园,托管班,培训机构}', 90),
  ('', 'smallHospital', '小医院', 'Small hospital or clinic', '{诊所,小诊所,卫生室,卫生所}', 90),
  ('', 'smallShop', '小商店', 'Small shop', '{商店,小商场,小超市,超市,小卖部,便利店,小商铺}', 90),
  ('', 'smallRestaurant', '小餐饮', 'Small restaurant', '{餐饮,小餐馆,餐馆,饭店,小饭店,小吃店,小餐饮场所}', 90),
  ('', 'smallHotel', '小旅馆', 'Small hotel', '{旅馆,小旅店,旅店,宾馆,小宾馆,民宿}', 90),
  ('', 'smallEntertainment', '小歌舞娱乐', 'Small entertainment', '{小歌舞娱乐场所,歌舞厅,小歌厅,KTV,小娱乐场所}', 90),
  ('', 'smallNetBar', '小网吧', 'Small internet café', '{网吧,网咖,小网咖}', 90),
  ('', 'smallBathBeauty', '小美容洗浴', 'Small beauty salon or bath', '{小美容洗浴场所,美容院,理发店,美发店,洗浴,浴池,小浴池,足疗}', 90),
  ('', 'smallWorkshop', '小生产加工', 'Small workshop', '{小生产加工企业,小作坊,加工作坊,小加工厂,小企业,小仓库}', 90);

create table places.building (
  region text not null check (region ~ '^\d{6}$'),
  id uuid not null,
  area text not null check (area ~ '^\d{6,15}$'),
  community text not null generated always as (left(area, 12)) stored,
  compound text references orgs.compound (id),
  key text not null,
  address text not null check (length(address) between 1 and 160),
  segments jsonb not null check (jsonb_typeof(segments) = 'object'),
  usage text not null default 'residential' check (usage in ('residential', 'commercial', 'mixed', 'public', 'other')),
  floors int check (floors between 1 and 200),
  households int check (households between 0 and 5000),
  built int check (built between 1800 and 2200),
  lon double precision check (lon between -180 and 180),
  lat double precision check (lat between -90 and 90),
  initials text not null default '',
  source text,
  run uuid,
  version int not null default 1,
  primary key (region, id),
  unique (region, community, key),
  check ((lon is null) = (lat is null))
);
comment on table places.building is 'A building with its standard address in ordered segments (GB/T 39609: division, street and yard, building, entrance, dwelling). Nobody who lives there is named here.';
comment on column places.building.key is 'The address as all spellings of it have it in common.';
comment on column places.building.lon is 'WGS-84, as lat.';
comment on column places.building.run is 'The import that brought it; null when somebody entered it.';
-- serves: the register of buildings of an area
create index building_area on places.building (area text_pattern_ops, id);
-- serves: the buildings of a compound
create index building_compound on places.building (compound) where compound is not null;
-- serves: the undoing of an import
create index building_run on places.building (run) where run is not null;
-- serves: the search by the letters of the pinyin
create index building_initials on places.building (initials text_pattern_ops);

create table places.entrance (
  region text not null,
  building uuid not null,
  name text not null check (length(name) between 1 and 20),
  lift boolean,
  ramp boolean,
  primary key (region, building, name),
  foreign key (region, building) references places.building (region, id) on delete cascade
);
comment on table places.entrance is 'An entrance 单元 of a building, and whether it has a lift and a ramp; null where nobody looked.';

create table places.dwelling (
  region text not null,
  id uuid not null,
  building uuid not null,
  entrance text not null default '' check (length(entrance) <= 20),
  floor int check (floor between -5 and 200),
  room text not null check (length(room) between 1 and 20),
  tenure text not null default 'unknown' check (tenure in ('owner', 'rented', 'vacant', 'shop', 'unknown')),
  source text,
  run uuid,
  version int not null default 1,
  primary key (region, id),
  unique (region, building, entrance, room),
  foreign key (region, building) references places.building (region, id)
);
comment on table places.dwelling is 'A dwelling 户室 and how it is used. Who lives in it is kept by people, by the dwelling''s id.';
-- serves: the undoing of an import
create index dwelling_run on places.dwelling (run) where run is not null;

create table places.contact (
  region text not null,
  id uuid not null,
  building uuid not null,
  dwelling uuid,
  above uuid,
  role text not null check (role in ('head', 'owner', 'tenant', 'shop', 'property')),
  subject_id uuid not null,
  consent_on date not null,
  ended_on date,
  primary key (region, id),
  foreign key (region, building) references places.building (region, id),
  foreign key (region, dwelling) references places.dwelling (region, id),
  foreign key (region, above) references places.contact (region, id),
  check (above is distinct from id),
  check (ended_on is null or ended_on >= consent_on)
);
comment on table places.contact is 'Who is called when the sewer of a building floods (004-17): a tree from the head of the building down to dwellings and shops. Only with the person''s consent, which can be taken back; name and phone are in the vault.';
-- serves: the contacts of a building
create index contact_building on places.contact (region, building) where ended_on is null;
-- serves: that nothing hangs under a contact that goes, and a dwelling that goes has none
create index contact_dwelling on places.contact (region, dwelling) where dwelling is not null;

create table places.small_place (
  region text not null check (region ~ '^\d{6}$'),
  id uuid not null,
  area text not null check (area ~ '^\d{6,15}$'),
  community text not null generated always as (left(area, 12)) stored,
  kind text not null check (kind ~ '^[a-z][a-zA-Z0-9]{0,39}$'),
  key text not null,
  name text not null check (length(name) between 1 and 80),
  address text not null check (length(address) between 1 and 160),
  segments jsonb not null check (jsonb_typeof(segments) = 'object'),
  uscc text check (length(uscc) = 18),
  cycle_days int check (cycle_days between 1 and 3660),
  inspected_on date,
  next_on date,
  closed_on date,
  lon double precision check (lon between -180 and 180),
  lat double precision check (lat between -90 and 90),
  initials text not null default '',
  source text,
  run uuid,
  version int not null default 1,
  primary key (region, id),
  unique (region, community, key),
  check ((lon is null) = (lat is null)),
  check ((next_on is null) = (inspected_on is null))
);
comment on table places.small_place is 'One of the nine small places 九小场所 (002-65): what it is, where, when it was looked at last and when again. Nobody is named.';
comment on column places.small_place.cycle_days is 'Its own cycle where it differs from that of its kind here.';
comment on column places.small_place.next_on is 'The day after the last inspection by which the next one is due, by the cycle that held then.';
-- serves: the register of small places of an area
create index small_place_area on places.small_place (area text_pattern_ops, id);
-- serves: the small places that are due in an area
create index small_place_due on places.small_place (next_on) where closed_on is null;
-- serves: the undoing of an import
create index small_place_run on places.small_place (run) where run is not null;
-- serves: the search by the letters of the pinyin
create index small_place_initials on places.small_place (initials text_pattern_ops);
-- serves: the search by credit code
create index small_place_uscc on places.small_place (uscc) where uscc is not null;
