create table imports.file (
  id uuid primary key,
  area text not null,
  name text not null check (length(name) <= 120),
  bytes bigint not null default 0 check (bytes >= 0),
  place text not null,
  pieces int not null default 0,
  wrapped bytea not null,
  encoding text check (encoding in ('utf-8', 'gb18030', 'utf-16le')),
  account text,
  whole boolean not null default false,
  kept_until timestamptz not null
);
comment on table imports.file is 'A file that was handed in, sealed in pieces in the store of files with the key that is wrapped here; when the row goes, what may be left of the pieces opens no more. A city table: few rows, of no county.';
comment on column imports.file.encoding is 'What its text is written in; null for a workbook.';
-- serves: the daily removal of files that nobody needs any more
create index file_kept on imports.file (kept_until);

-- What waited in the database itself is handed in again: nothing is taken in twice.
update imports.run set state = 'failed', failure = 'imports.stopped', finished_at = now(), wrapped = null, sealed = null where state in ('waiting', 'running');
alter table imports.run drop constraint run_file_goes_when_done;
alter table imports.run drop constraint run_state_check;
alter table imports.run drop column wrapped;
alter table imports.run drop column sealed;
alter table imports.run add constraint run_state_check check (state in ('waiting', 'running', 'paused', 'done', 'failed', 'undone'));
alter table imports.run alter column file_bytes type bigint;
alter table imports.run add column target text not null default 'cases';
alter table imports.run alter column target drop default;
alter table imports.run add column file uuid references imports.file (id) on delete set null;
alter table imports.run add column attempt int not null default 0;
alter table imports.run add column share int not null default 0 check (share between 0 and 100);
comment on column imports.run.target is 'What the rows become: cases, or the name of a register.';
comment on column imports.run.attempt is 'Grows each time a server takes the run up: one that was thought lost writes no more.';
comment on column imports.run.share is 'How much of the file was read, in percent.';
-- serves: whether a file is still needed, and that it goes with its row
create index run_file on imports.run (file) where file is not null;

alter table imports.row_problem drop constraint row_problem_code_check;
alter table imports.row_problem add constraint row_problem_code_check check (code ~ '^[a-z]+\.[a-zA-Z-]+$');
alter table imports.row_problem add column kind text not null default 'unread' check (kind in ('unread', 'odd'));
update imports.row_problem set kind = 'odd' where code in ('imports.no-place', 'imports.no-coordinates', 'imports.bad-coordinates', 'imports.outside-city',
  'imports.unknown-area', 'imports.place-differs', 'imports.unknown-category', 'imports.date-only', 'imports.time-in-gap', 'imports.bad-reply-time',
  'imports.answered-before-reported', 'imports.bad-phone');
alter table imports.row_problem alter column kind drop default;

create table imports.source_mapping (
  register text not null,
  source text not null check (length(source) between 1 and 60),
  area text not null,
  columns jsonb not null,
  used_at timestamptz not null,
  primary key (register, source, area)
);
comment on table imports.source_mapping is 'Which column of the files of a source is which of a register, as somebody said it last: the next file of that source needs no mapping.';
