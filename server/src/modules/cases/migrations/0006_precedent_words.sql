alter table cases.precedent
  add column severity text,
  add column reason text,
  add column words text,
  add column grams text[] not null default '{}',
  add column decided text,
  add column relieved text;
comment on column cases.precedent.words is 'What the adjudicator wrote, with phones and identity numbers masked; null once the reporter was erased.';
comment on column cases.precedent.reason is 'Why the unit objected: a code.';
comment on column cases.precedent.decided is 'The unit that must handle such a matter by this ruling.';
comment on column cases.precedent.relieved is 'The unit that need not; null when the ruling insists.';

update cases.precedent set decided = case when decision = 'insist' then unit else new_unit end, relieved = case when decision = 'redispatch' then unit end;
alter table cases.precedent alter column decided set not null;

-- serves: rulings in like matters and the library by class, newest first
create index precedent_library on cases.precedent (ruled_at desc, id);
-- serves: a later ruling that relieves the unit that this one bound
create index precedent_relieved on cases.precedent (category, relieved, ruled_at) where relieved is not null;
-- serves: a later ruling that binds the unit that this one relieved; a unit's rulings
create index precedent_decided on cases.precedent (category, decided, ruled_at);
-- serves: words of rulings, by any two characters
create index precedent_grams on cases.precedent using gin (grams);
-- serves: erasing the words with the reporter
create index precedent_case on cases.precedent (case_id);
