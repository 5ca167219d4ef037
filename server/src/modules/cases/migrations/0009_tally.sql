alter table cases."case" add column tally jsonb;
alter table cases.work_order add column tally jsonb, add column category text not null default '', add column channel text not null default '';
update cases.work_order o set category = c.category, channel = c.channel from cases."case" c where c.region = o.region and c.id = o.case_id;
alter table cases.work_order alter column category drop default, alter column channel drop default;
-- serves: counting what was written before figures were kept
create index case_uncounted on cases."case" (region, id) where tally is null;
-- serves: counting what was written before figures were kept
create index work_order_uncounted on cases.work_order (region, id) where tally is null;
-- serves: the rows behind a figure of orders, newest first
create index work_order_area on cases.work_order (area text_pattern_ops, id desc);
