create table people.account_person (
  account text primary key,
  person_id uuid not null,
  at timestamptz not null
);
comment on table people.account_person is 'Which person of the register an account is, verified by number, name and a phone that the register knows; from then on they see who looked.';

create table people.consent (
  region text not null,
  id uuid not null,
  person_id uuid not null,
  guardian_id uuid not null,
  who text not null,
  post text not null,
  given_at timestamptz not null,
  ended_at timestamptz,
  primary key (region, id),
  foreign key (region, person_id) references people.person (region, id)
);
comment on table people.consent is 'A guardian of the same household has agreed that the fields of a child under 14 may be shown; who took it down, by which post. PIPL article 31.';
-- serves: whether a child has a guardian's consent, and one at a time
create unique index consent_person on people.consent (region, person_id) where ended_at is null;

create table people.request (
  region text not null,
  id uuid not null,
  version int not null,
  state text not null,
  area text not null check (area ~ '^\d{2,15}$'),
  clocks jsonb not null,
  tick_at timestamptz,
  due_at timestamptz,
  person_id uuid not null,
  kind text not null check (kind in ('correction', 'copy', 'deletion', 'breakGlass')),
  field text,
  account text not null,
  post text,
  made_at timestamptz not null,
  primary key (region, id),
  foreign key (region, person_id) references people.person (region, id)
);
comment on table people.request is 'What a person asks about their own data (to correct, to have a copy, to delete), and each opening in an emergency, which is reviewed the next day. Its words lie sealed beside its trace.';
-- serves: what waits in an area, by kind
create index request_open on people.request (area text_pattern_ops, kind, id) where state = 'asked';
-- serves: clocks that are due
create index request_tick on people.request (tick_at, id) where tick_at is not null;
-- serves: what a person has asked
create index request_person on people.request (person_id, id desc);

insert into people.source (code, name, name_en, trust)
values ('person', '本人更正（经核实）', 'The person, verified', '{"all": 98}') on conflict do nothing;
