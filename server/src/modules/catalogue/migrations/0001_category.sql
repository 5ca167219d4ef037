create schema catalogue;

create table catalogue.category (
  code text primary key check (code ~ '^(C0[1-5][0-9]{3}|[0-9]{5})$'),
  scheme text not null check (scheme in ('GB/T 47678.5-2026', 'linli')),
  kind text not null check (kind in ('component', 'matter', 'livelihood')),
  class text not null check (class ~ '^[0-9]{5}$'),
  name_zh text not null check (name_zh <> ''),
  name_en text not null check (name_en <> ''),
  plain_zh text not null check (plain_zh <> ''),
  plain_en text not null check (plain_en <> ''),
  severity text not null check (severity in ('small', 'large', 'joint')),
  home boolean not null,
  emergency jsonb,
  limits jsonb not null default '{}' check (jsonb_typeof(limits) = 'object'),
  words text not null default '',
  enabled boolean not null default true,
  local boolean not null default false,
  valid_from date,
  valid_to date,
  version int not null default 1,
  changed_at timestamptz,
  constraint category_code_of_class check (code = case when kind = 'component' then 'C' || class else class end),
  constraint category_prefix_of_scheme check ((substr(class, 1, 2) between '01' and '10') = (scheme = 'GB/T 47678.5-2026')),
  constraint category_valid check (valid_from is null or valid_to is null or valid_from <= valid_to),
  constraint category_other_stays check (code <> '29999' or enabled)
);
comment on table catalogue.category is 'The classes of a city: those of GB/T 47678.5-2026 and of Linli as seeded from the facts, and what the city changed or added. changed_at is null while the city has changed nothing: such a row follows the facts of a new release.';

create table catalogue.edition (
  only_one boolean primary key default true check (only_one),
  number bigint not null
);
comment on table catalogue.edition is 'Counts the changes of the catalogue, so that a server knows when what it holds in memory is old. Changing it first also puts writers in a row.';
insert into catalogue.edition (number) values (1);
