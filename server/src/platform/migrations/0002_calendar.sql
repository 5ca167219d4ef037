create table platform.calendar_day (
  day date primary key,
  working boolean not null,
  name text not null
);
comment on table platform.calendar_day is 'Days that differ from Monday to Friday: holidays, and make-up days on which one works (调休).';
