-- serves: Open311's list of all counties, newest first, by page
create index case_reported on cases."case" (reported_at desc, id desc);
