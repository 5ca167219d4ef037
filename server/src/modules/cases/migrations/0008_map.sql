-- serves: the map: open matters in a box, read from the index alone
create index case_map_open on cases."case" (lon, lat) include (region, id, area, state, due_at)
  where lon is not null and state not in ('closed', 'declined', 'referred', 'merged', 'transferred');
