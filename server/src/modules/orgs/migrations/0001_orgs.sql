create schema orgs;

create table orgs.unit (
  id text primary key check (id ~ '^[a-zA-Z0-9][a-zA-Z0-9.-]{0,59}$'),
  kind text not null check (kind ~ '^[a-zA-Z]+$'),
  name text not null check (length(name) between 1 and 80),
  name_en text not null default '' check (length(name_en) <= 120),
  area text not null check (area ~ '^\d{2,15}$'),
  parent text references orgs.unit (id),
  attached_to text references orgs.unit (id),
  uscc text unique check (length(uscc) = 18),
  phone text not null default '' check (length(phone) <= 40),
  valid_from date not null,
  valid_to date,
  version int not null default 1,
  check (parent is distinct from id),
  check (attached_to is distinct from id),
  check (valid_to is null or valid_to >= valid_from)
);
comment on table orgs.unit is 'An organisation: government, department, subdistrict, community, company, body of owners, or party organisation. Two trees in one table: a party organisation hangs under party organisations.';
comment on column orgs.unit.area is 'Scope: a division code without its trailing zero groups.';
comment on column orgs.unit.attached_to is 'The unit in which a party organisation works, such as the branch of a property company.';
-- serves: the units under one unit, and the party tree
create index unit_parent on orgs.unit (parent) where parent is not null;
-- serves: the party organisations of a unit
create index unit_attached on orgs.unit (attached_to) where attached_to is not null;
-- serves: units of an area, in the picker and in reports
create index unit_area on orgs.unit (area text_pattern_ops, kind);

create table orgs.party_level (
  level int primary key check (level between 1 and 6),
  name text not null check (length(name) between 1 and 40),
  name_en text not null check (length(name_en) between 1 and 60)
);
comment on table orgs.party_level is 'What this place calls the levels of its party organisation tree, counted from the top (001-53).';

create table orgs.post (
  id text primary key,
  role text not null,
  org text not null references orgs.unit (id),
  area text not null check (area ~ '^\d{2,15}$'),
  areas text[] not null default '{}',
  valid_from timestamptz not null,
  valid_to timestamptz,
  unique (role, org, area),
  check (id = role || ':' || org || ':' || area)
);
comment on table orgs.post is 'A post: role × organisation × area, the only thing that has rights. Several persons may hold one.';
comment on column orgs.post.areas is 'A named set of further areas that crosses the tree, such as a development zone.';
-- serves: the posts of an organisation
create index post_org on orgs.post (org);

create table orgs.holding (
  id uuid primary key,
  post text not null references orgs.post (id),
  account uuid not null,
  from_at timestamptz not null,
  to_at timestamptz,
  check (to_at is null or to_at >= from_at)
);
comment on table orgs.holding is 'Who holds a post and from when to when. Rights begin and end with it.';
-- serves: the posts of an account, at every sign-in
create index holding_account on orgs.holding (account);
-- serves: who holds a post, and which posts are vacant
create index holding_post on orgs.holding (post);
-- serves: refusing the same person twice on one post
create unique index holding_once on orgs.holding (post, account) where to_at is null;

create table orgs.appointment (
  id uuid primary key,
  subject_id uuid not null,
  unit text not null references orgs.unit (id),
  position text not null check (position ~ '^[a-zA-Z]+$'),
  cross_from text references orgs.unit (id),
  from_on date not null,
  to_on date,
  check (cross_from is distinct from unit),
  check (to_on is null or to_on >= from_on)
);
comment on table orgs.appointment is 'An office in an organisation (secretary, manager, member), with its term; the person is in the vault. cross_from marks a cross-appointment 双向进入、交叉任职 (000-03) and the side the person comes from.';
-- serves: who holds office in a unit, from either side of a cross-appointment
create index appointment_unit on orgs.appointment (unit);
-- serves: the other side of a cross-appointment
create index appointment_cross on orgs.appointment (cross_from) where cross_from is not null;

create table orgs.compound (
  id text primary key check (id ~ '^[a-zA-Z0-9][a-zA-Z0-9.-]{0,59}$'),
  name text not null check (length(name) between 1 and 80),
  area text not null check (area ~ '^\d{12,15}$'),
  households int check (households >= 0)
);
comment on table orgs.compound is 'A residential compound 小区 as a place that is governed (000-23); its buildings belong to places.';
-- serves: compounds of an area
create index compound_area on orgs.compound (area text_pattern_ops);

create table orgs.body (
  compound text not null references orgs.compound (id),
  slot text not null check (slot in ('branch', 'homeownersCommittee', 'propertyCompany')),
  unit text references orgs.unit (id),
  since date not null,
  primary key (compound, slot)
);
comment on table orgs.body is 'The three bodies around a compound under its community: filled by a unit, or vacant (弃管 where it is the property company) since a date (000-23).';
-- serves: the compounds that a property company serves
create index body_unit on orgs.body (unit) where unit is not null;

create table orgs.red_mark (
  company text not null references orgs.unit (id),
  marked_on date not null,
  grounds text not null check (length(grounds) between 2 and 500),
  withdrawn_on date,
  primary key (company, marked_on),
  check (withdrawn_on is null or withdrawn_on >= marked_on)
);
comment on table orgs.red_mark is 'The mark 红色物业 of a property company, with its grounds and date (000-98).';

create table orgs.grid_worker (
  id uuid primary key,
  kind text not null check (kind in ('fullTime', 'partTime', 'mobile')),
  grid text not null check (grid ~ '^\d{12,15}$'),
  subject_id uuid not null,
  account uuid,
  from_on date not null,
  to_on date,
  consent_on date,
  check (kind <> 'mobile' or consent_on is not null),
  check (to_on is null or to_on >= from_on)
);
comment on table orgs.grid_worker is 'Full-time, part-time and mobile grid workers of a grid (001-52, 002-14); a mobile one (a courier, 002-100) only with consent. The person is in the vault. There is no track and no score.';
-- serves: the staff of a grid and the completeness report
create index grid_worker_grid on orgs.grid_worker (grid text_pattern_ops, kind);

create table orgs.duty (
  area text not null check (area ~ '^\d{2,15}$'),
  level text not null check (level in ('county', 'department', 'subdistrict', 'community')),
  unit text not null references orgs.unit (id),
  primary key (area, level, unit)
);
comment on table orgs.duty is 'The chain of duty 县级统筹、部门协同、街道主抓、社区落实 (002-02): who answers for an area at each level; an area without a row of its own has that of the area around it.';

create table orgs.revision (
  single boolean primary key default true check (single),
  n bigint not null
);
comment on table orgs.revision is 'Grows with every change of units and posts, so that servers know when their copy in memory is old.';
insert into orgs.revision (n) values (1);

create view orgs.held_post as
  select h.account, p.id, p.role, p.org, p.area, p.areas, h.from_at
  from orgs.holding h join orgs.post p on p.id = h.post
  where h.to_at is null and p.valid_to is null;
comment on view orgs.held_post is 'Published: the posts that an account holds now, for signing in.';
