alter table cases."case"
  add column joined int not null default 0 check (joined >= 0),
  add column said_same text;
-- serves: the reports that are merged into a matter
create index case_joined on cases."case" (region, continued_in) where continued_in is not null;
update cases."case" m set joined = j.n
  from (select region, continued_in, count(*) as n from cases."case" where state = 'merged' group by region, continued_in) j
  where m.region = j.region and m.id = j.continued_in;
