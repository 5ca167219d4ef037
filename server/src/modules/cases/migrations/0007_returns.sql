-- serves: the report of what was returned in a period, and its rows, newest first
create index work_order_returned on cases.work_order (region, id) where returned;
