create schema accounts;

create table accounts.account (
  id uuid primary key,
  kind text not null check (kind in ('resident', 'staff')),
  sign_in text unique check (sign_in ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  phone_hash bytea unique,
  subject_id uuid not null,
  area text not null check (area ~ '^\d{0,15}$'),
  password text,
  password_at timestamptz,
  second_factor_at timestamptz,
  second_factor_step bigint,
  locked_at timestamptz,
  created_at timestamptz not null,
  check (kind <> 'staff' or sign_in is not null),
  check (kind <> 'resident' or phone_hash is not null or locked_at is not null)
);
comment on table accounts.account is 'Who can sign in: staff by name and password, residents by phone and a code. Name, phone and the secret of the second factor lie in the vault.';
comment on column accounts.account.area is 'Scope of the unit that a member of staff belongs to: whose security administrator keeps the account. Empty for residents.';
comment on column accounts.account.second_factor_step is 'The last 30-second step whose one-time password was used; none is used twice.';
-- serves: the security administrator's list
create index account_area on accounts.account (area text_pattern_ops, id);

create table accounts.session (
  token_hash bytea primary key,
  id uuid not null unique,
  account uuid not null references accounts.account (id),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  idle_minutes int not null check (idle_minutes > 0),
  complete boolean not null,
  agent text not null default '' check (length(agent) <= 60),
  ended_at timestamptz
);
comment on table accounts.session is 'A signed-in device. Only a hash of its token is kept. Not a record of work: seen_at serves the idle timeout alone and is kept to the minute.';
comment on column accounts.session.complete is 'False until the second factor was given where one is needed: such a session has no rights but to set it up.';
-- serves: the sessions of an account, and ending them all
create index session_account on accounts.session (account) where ended_at is null;
-- serves: the daily removal of what ended or expired
create index session_expires on accounts.session (expires_at);

create table accounts.failure (
  key bytea primary key,
  count int not null,
  last_at timestamptz not null,
  until timestamptz
);
comment on table accounts.failure is 'Wrong passwords and codes in a row, by keyed hash of the account name, phone or network address, and until when none is tried any more.';
-- serves: the daily removal of what is long past
create index failure_last on accounts.failure (last_at);

create table accounts.code (
  phone_hash bytea primary key,
  code_hash bytea not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  tries int not null default 0,
  day date not null,
  sent_today int not null
);
comment on table accounts.code is 'The sign-in code that was sent last to a phone: hashed, for five minutes and five tries.';

create table accounts.invitation (
  token_hash bytea primary key,
  kind text not null check (kind in ('firstAdministrator', 'account')),
  account uuid references accounts.account (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((kind = 'account') = (account is not null))
);
comment on table accounts.invitation is 'A single-use link: for the first administrator of a new city, or for a person to choose a password. Nobody ever knows somebody else''s password.';
-- serves: making older links of an account useless
create index invitation_account on accounts.invitation (account) where used_at is null;

create table accounts.api_key (
  id uuid primary key,
  name text not null check (length(name) between 1 and 80),
  key_hash bytea not null unique,
  area text not null check (area ~ '^\d{0,15}$'),
  created_at timestamptz not null,
  ended_at timestamptz
);
comment on table accounts.api_key is 'A partner''s key; only a hash of it is kept.';
