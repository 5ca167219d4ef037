alter table people.lookup drop constraint lookup_by_check;
alter table people.lookup add constraint lookup_by_check check (by in ('idNumber', 'phone', 'name', 'reveal', 'list'));

create table people.category (
  code int primary key check (code between 1 and 999),
  name text not null check (length(name) between 2 and 40),
  name_en text not null check (length(name_en) between 2 and 80),
  kind text not null check (kind in ('service', 'statutory')),
  rule jsonb,
  enabled boolean not null default true,
  check (kind = 'service' or rule is null),
  check ((kind = 'statutory') = (code in (28, 29, 30, 43, 44, 45)))
);
comment on table people.category is 'What somebody may be served or protected as (rules 2.9), and the rule by which records say so. Statutory ones have no rule: they are entered with a legal basis, elsewhere.';

create table people.tag (
  region text not null,
  id uuid not null,
  person_id uuid not null,
  category int not null references people.category (code),
  how text not null check (how in ('derived', 'asserted')),
  because jsonb not null,
  evidence bytea,
  who text,
  post text,
  from_on date not null,
  to_on date,
  at timestamptz not null,
  ended_at timestamptz,
  ended_because jsonb,
  primary key (region, id),
  foreign key (region, person_id) references people.person (region, id),
  check (how = 'derived' or (evidence is not null and who is not null and to_on is not null))
);
comment on table people.tag is 'A service category of a person: derived from records by a rule, or asserted with evidence until a day. Entry and exit are explained; never edited.';
-- serves: what a person is served as, and deriving it once
create unique index tag_person on people.tag (region, person_id, category) where ended_at is null;
-- serves: entries and exits of a category, newest first
create index tag_category on people.tag (category, id desc);

create table people.statutory_tag (
  region text not null,
  id uuid not null,
  person_id uuid not null,
  subject_id uuid not null,
  sealed bytea not null,
  who text not null,
  post text not null,
  from_on date not null,
  to_on date not null,
  at timestamptz not null,
  ended_at timestamptz,
  primary key (region, id),
  foreign key (region, person_id) references people.person (region, id),
  foreign key (region, subject_id) references vault.subject (region, id),
  check (to_on >= from_on)
);
comment on table people.statutory_tag is 'What a statute says of a person, with its legal basis and its last day: sealed, also which it is, with a key of its own that is not the person''s. Seen by the post that keeps it, on no case, map, figure or export.';
-- serves: what is kept of a person
create index statutory_tag_person on people.statutory_tag (region, person_id);
-- serves: the nightly round over everybody
create index person_id_kept on people.person (id) where state = 'kept';
