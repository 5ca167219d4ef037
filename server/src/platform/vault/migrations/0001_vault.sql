create schema vault;

create table vault.subject (
  region text not null,
  id uuid not null,
  wrapped bytea,
  erased_at timestamptz,
  created_at timestamptz not null,
  primary key (region, id),
  constraint subject_has_key_or_is_erased check ((wrapped is null) = (erased_at is not null))
);
comment on table vault.subject is 'A person and their key, wrapped by the master key. Erasing a person destroys the key: every word sealed with it, wherever it lies, is gone.';

create table vault.field (
  region text not null,
  subject_id uuid not null,
  field text not null check (field in ('phone', 'name', 'idNumber', 'address', 'totp')),
  sealed bytea not null,
  hash bytea,
  primary key (region, subject_id, field),
  foreign key (region, subject_id) references vault.subject (region, id)
);
comment on table vault.field is 'What is known about a person, sealed with their key; the hash is keyed and finds them without the words.';
-- serves: find a person by phone, name, identity number or address
create index field_hash on vault.field (field, hash) where hash is not null;

create table vault.look (
  region text not null,
  id uuid not null,
  subject_id uuid not null,
  who text not null,
  post text,
  field text not null,
  purpose text not null check (purpose in ('handle', 'callback', 'verify', 'emergency')),
  at timestamptz not null,
  primary key (region, id),
  foreign key (region, subject_id) references vault.subject (region, id)
);
comment on table vault.look is 'Each showing of a person''s data in the clear: which account, on which post, what for. The person can read it.';
-- serves: "who looked at me", newest first
create index look_subject on vault.look (region, subject_id, id desc);
