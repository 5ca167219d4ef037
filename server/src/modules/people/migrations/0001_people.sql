create schema people;

create table people.source (
  code text primary key check (code ~ '^[a-z][a-zA-Z]{1,29}$'),
  name text not null check (length(name) between 2 and 40),
  name_en text not null check (length(name_en) between 2 and 80),
  trust jsonb not null
);
comment on table people.source is 'A department that sends records, and how far it is believed, field by field, 0 to 100.';

create table people.household (
  region text not null,
  id uuid not null,
  key bytea not null,
  area text not null check (area ~ '^\d{2,15}$'),
  primary key (region, id),
  unique (region, key)
);
comment on table people.household is 'A household 户, known by a keyed hash of the number under which a department keeps it.';

create table people.person (
  region text not null,
  id uuid not null,
  area text not null check (area ~ '^\d{2,15}$'),
  state text not null check (state in ('kept', 'joined', 'erased')),
  born date,
  sex text check (sex in ('female', 'male')),
  ethnicity text check (ethnicity ~ '^\d{2}$'),
  household_id uuid,
  block bytea,
  won jsonb not null,
  joined_into uuid,
  version int not null check (version > 0),
  created_at timestamptz not null,
  primary key (region, id),
  check ((state = 'joined') = (joined_into is not null)),
  foreign key (region, id) references vault.subject (region, id)
);
comment on table people.person is 'A person as the register knows them: what no name, number, phone or address is. Those lie in the vault under the same id, sealed with the person''s key.';
comment on column people.person.block is 'Keyed hash of name and day of birth: where somebody without a number is looked for.';
comment on column people.person.won is 'For each field which record it was taken from, with its weight; never a value.';
-- serves: somebody without a number who may be known already
create index person_block on people.person (block) where block is not null;
-- serves: the shares of an area (age, ethnicity)
create index person_area on people.person (area text_pattern_ops) where state = 'kept';
-- serves: the members of a household
create index person_household on people.person (household_id) where household_id is not null;

create table people.identity (
  hash bytea primary key,
  person_id uuid not null
);
comment on table people.identity is 'Whom a resident identity number means: the blind index of the register, a keyed hash and an id. One number is one person in the whole city.';
-- serves: joining, splitting and erasing a person
create index identity_person on people.identity (person_id);

create table people.record (
  region text not null,
  id uuid not null,
  person_id uuid not null,
  first_person uuid not null,
  source text not null references people.source (code),
  key bytea not null,
  thread bytea,
  replaced boolean not null default false,
  run text,
  as_of date not null,
  received_at timestamptz not null,
  area text not null check (area ~ '^\d{2,15}$'),
  placed boolean not null,
  sealed bytea not null,
  number_state text not null check (number_state in ('none', 'sound', 'old', 'division', 'broken')),
  born date,
  sex text check (sex in ('female', 'male')),
  ethnicity text check (ethnicity ~ '^\d{2}$'),
  household_id uuid,
  relation text,
  benefit text,
  level text,
  valid_from date,
  valid_to date,
  matched text not null check (matched in ('new', 'number', 'likeness', 'person')),
  score int,
  reasons text[] not null default '{}',
  primary key (region, id)
);
comment on table people.record is 'What one department sent about one person, as it was sent. Who it is (name, number, phone, address) is sealed with the person''s key; a person''s fields are chosen from their records.';
comment on column people.record.person_id is 'Whose it is now. A record stays in the county it was sent for; its person may be at home in another.';
comment on column people.record.key is 'Keyed hash of source and whole row: the same row again is the same record.';
comment on column people.record.placed is 'Whether the row itself said where; else the area is that of the import.';
comment on column people.record.thread is 'Keyed hash of source and its own number for the row: a row that says something else under the same number replaces the earlier one.';
comment on column people.record.first_person is 'The person the record made or met when it came; a split gives it back to them.';
-- serves: the same row sent again is taken in once
create unique index record_key on people.record (region, key);
-- serves: the earlier row that a new one replaces
create index record_thread on people.record (region, thread) where thread is not null and not replaced;
-- serves: the records of a person
create index record_person on people.record (person_id);
-- serves: undoing a whole run
create index record_run on people.record (run) where run is not null;

create table people.change (
  region text not null,
  id uuid not null,
  person_id uuid not null,
  other_id uuid,
  kind text not null check (kind in ('joined', 'split', 'corrected')),
  at timestamptz not null,
  who text not null,
  post text,
  records uuid[] not null,
  reason bytea,
  held bigint,
  primary key (region, id)
);
comment on table people.change is 'Each joining, splitting and correcting of persons: who, by which post, which records, and the reason, sealed with the person''s key. Appended, never edited.';
-- serves: the history on a person's page
create index change_person on people.change (region, person_id, id desc);

create table people.apart (
  person_id uuid not null,
  other_id uuid not null,
  at timestamptz not null,
  primary key (person_id, other_id),
  check (person_id < other_id)
);
comment on table people.apart is 'Two persons of whom somebody decided that they are two: they are not proposed again.';

create table people.doubt (
  region text not null,
  id uuid not null,
  version int not null,
  state text not null,
  area text not null check (area ~ '^\d{2,15}$'),
  clocks jsonb not null,
  tick_at timestamptz,
  due_at timestamptz,
  person_id uuid not null,
  other_id uuid not null,
  score int not null,
  reasons text[] not null,
  made_at timestamptz not null,
  primary key (region, id),
  foreign key (region, person_id) references people.person (region, id)
);
comment on table people.doubt is 'Two persons who may be one, with the score and its reasons; a person decides. Its area is the smallest that holds both.';
-- serves: the review queue of an area, oldest first
create index doubt_open on people.doubt (area text_pattern_ops, id) where state = 'open';
-- serves: clocks that are due
create index doubt_tick on people.doubt (tick_at, id) where tick_at is not null;
-- serves: the doubts of a person who is joined, split or erased
create index doubt_person on people.doubt (person_id) where state = 'open';
-- serves: the doubts of a person who is joined, split or erased, from the other side
create index doubt_other on people.doubt (other_id) where state = 'open';

create table people.lookup (
  id uuid primary key,
  account text not null,
  post text,
  by text not null check (by in ('idNumber', 'phone', 'name', 'reveal')),
  purpose text not null,
  found int not null,
  at timestamptz not null
);
comment on table people.lookup is 'Each search for a person and each showing of a field: who, by which post, what for, how many were found; never what was typed. It limits how many there are in an hour, and counts nobody''s work.';
-- serves: how many look-ups an account made in the last hour
create index lookup_account on people.lookup (account, by, at);
