alter table directory.edition
  add column reason text check (length(reason) between 2 and 300),
  add column previewed int;
comment on column directory.edition.reason is 'Why it was published, in the words of whoever published it; null for editions of seeds and imports.';
comment on column directory.edition.previewed is 'The version of the draft whose effect on past matters was last looked at; only that version is published.';

alter table directory.entry add column precedents uuid[] not null default '{}' check (cardinality(precedents) <= 50);
comment on column directory.entry.precedents is 'Rulings on which the rule rests, by their ids; who ruled keeps what they say.';
