create schema imports;

create table imports.run (
  id uuid primary key,
  area text not null,
  system text not null,
  mapping jsonb not null,
  dry boolean not null,
  file_name text not null check (length(file_name) <= 120),
  file_bytes int not null check (file_bytes > 0),
  wrapped bytea,
  sealed bytea,
  account text,
  post jsonb not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  submitted_at timestamptz not null,
  touched_at timestamptz not null,
  finished_at timestamptz,
  rows int not null default 0,
  taken int not null default 0,
  already int not null default 0,
  unread int not null default 0,
  odd int not null default 0,
  answered int not null default 0,
  failure text,
  constraint run_file_goes_when_done check ((sealed is null) = (state in ('done', 'failed')) and (wrapped is null) = (sealed is null)),
  constraint run_says_why check ((failure is null) = (state <> 'failed'))
);
comment on table imports.run is '导入: one file taken in, or tried. The file is sealed with a key of its own, and both go when the run ends. A city table: few rows, of no county.';
-- serves: the list of those who may see an area, newest first
create index run_area on imports.run (area text_pattern_ops, id desc);
-- serves: the next run to be worked on
create index run_open on imports.run (submitted_at) where state in ('waiting', 'running');

create table imports.row_problem (
  run uuid not null references imports.run (id) on delete cascade,
  line int not null check (line > 0),
  code text not null check (code ~ '^imports\.[a-z-]+$'),
  field text,
  value text check (length(value) <= 60),
  primary key (run, line, code)
);
comment on table imports.row_problem is 'What was wrong or odd with a row: its line, a stable code, the column, and a value only where it is a time, a place or a class; nothing about a person.';
