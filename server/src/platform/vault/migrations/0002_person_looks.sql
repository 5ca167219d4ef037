alter table vault.look drop constraint look_purpose_check;
alter table vault.look add constraint look_purpose_check
  check (purpose in ('handle', 'callback', 'verify', 'emergency', 'visit', 'entitlement', 'registerCheck', 'breakGlass'));

create table vault.same_person (
  region text not null,
  subject_id uuid not null,
  other_region text not null,
  other_id uuid not null,
  at timestamptz not null,
  primary key (region, subject_id, other_id),
  foreign key (region, subject_id) references vault.subject (region, id)
);
comment on table vault.same_person is 'One person known under two ids: the one behind an account, whose identity was verified, and the one in a register. Whoever looked at either is told to the account.';
-- serves: following somebody who was joined into another
create index same_person_other on vault.same_person (other_id);
