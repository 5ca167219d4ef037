create schema directory;

create table directory.edition (
  number int primary key check (number > 0),
  state text not null check (state in ('draft', 'published')),
  title_zh text not null check (length(title_zh) between 1 and 80),
  title_en text not null check (length(title_en) between 1 and 120),
  valid_from timestamptz,
  made_at timestamptz not null,
  published_at timestamptz,
  version int not null default 1,
  constraint edition_published check ((state = 'published') = (valid_from is not null and published_at is not null))
);
comment on table directory.edition is 'The dispatch directory in its editions (002-73; 国办函〔2025〕66号: dynamic). A published edition is never changed; it is in force from valid_from until the next one begins.';
-- serves: at most one draft is open at a time
create unique index edition_one_draft on directory.edition ((state)) where state = 'draft';
-- serves: two editions cannot begin at the same moment
create unique index edition_begins on directory.edition (valid_from) where state = 'published';

create table directory.entry (
  edition int not null references directory.edition (number) on delete cascade,
  rule text not null check (rule ~ '^(all|[0-9]{2,5})\.(all|[0-9]{2,15})\.(any|small|large|joint)$'),
  category text not null,
  area text not null,
  severity text check (severity in ('small', 'large', 'joint')),
  lead text not null check (length(lead) between 1 and 60),
  support text[] not null default '{}',
  basis_kind text not null check (basis_kind in ('law', 'duties', 'powerList', 'townshipList', 'agreement', 'ruling')),
  basis_zh text not null check (length(basis_zh) between 1 and 300),
  basis_en text not null check (length(basis_en) between 1 and 400),
  grass_roots_allowed boolean not null,
  primary key (edition, rule),
  constraint entry_rule_says check (rule = coalesce(nullif(category, ''), 'all') || '.' || coalesce(nullif(area, ''), 'all') || '.' || coalesce(severity, 'any'))
);
comment on table directory.entry is 'One rule: matters of these classes, in this area, of this severity, go to this lead. The key is what it speaks of, so that no two rules of an edition contradict each other.';
comment on column directory.entry.lead is 'A unit, or a body of the place such as @community.';
comment on column directory.entry.grass_roots_allowed is 'False for a department''s matter: it must not be sent down to a community or grid.';

create table directory.agreement (
  id uuid primary key,
  title_zh text not null check (length(title_zh) between 1 and 80),
  title_en text not null check (length(title_en) between 1 and 120),
  unit_a text not null,
  unit_b text not null,
  categories text[] not null check (cardinality(categories) between 1 and 100),
  area text not null default '',
  valid_from date not null,
  valid_to date,
  version int not null default 1,
  check (unit_a <> unit_b),
  check (valid_to is null or valid_to >= valid_from)
);
comment on table directory.agreement is 'Joint-building agreements of two units (000-05): neither may return a matter that the agreement lists.';

create table directory.revision (
  only_one boolean primary key default true check (only_one),
  n bigint not null
);
comment on table directory.revision is 'Counts publications and changes of agreements, so that a server knows when what it holds in memory is old.';
insert into directory.revision (n) values (1);
