alter table orgs.compound add column kinds text[] not null default '{}';
alter table orgs.compound add constraint compound_kinds_known check (kinds <@ array['commodity', 'old', 'resettlement', 'open', 'unitYard']);
alter table orgs.compound add column built int check (built between 1800 and 2200);
alter table orgs.compound add column source text;
alter table orgs.compound add column run uuid;
comment on column orgs.compound.kinds is 'What kind of compound it is: 商品、老旧、回迁、开放式、单位院 (001-09); an old one may be open too. 弃管 is no kind: it is the vacant slot of its property company, since a date.';
comment on column orgs.compound.run is 'The import that brought it; null when somebody entered it.';
-- serves: the undoing of an import
create index compound_run on orgs.compound (run) where run is not null;

alter table orgs.unit add column source text;
alter table orgs.unit add column run uuid;
comment on column orgs.unit.run is 'The import that brought it; null when somebody entered it.';
-- serves: the undoing of an import
create index unit_run on orgs.unit (run) where run is not null;
