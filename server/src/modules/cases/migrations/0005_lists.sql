-- Every list is read along an index that already has its order: by age within the scope of a post, or along the rarer of its filters.
-- serves: lists of the whole city, newest first
create index case_newest on cases."case" (id desc);
-- serves: lists of a county, newest first
create index case_county on cases."case" (left(area, 6), id desc);
-- serves: lists of a town, newest first
create index case_town on cases."case" (left(area, 9), id desc);
-- serves: lists of a community, newest first
create index case_community on cases."case" (left(area, 12), id desc);
drop index cases.case_state;
-- serves: lists of a state in which few matters are, newest first
create index case_in_state on cases."case" (state, id desc) where state <> 'closed';
-- serves: lists of a class that few matters have
create index case_category on cases."case" (category text_pattern_ops);
-- serves: lists of a channel by which few matters come
create index case_channel on cases."case" (channel, id desc) where channel in ('visit', 'paper', 'proxy', 'open311');
-- serves: lists of supervised matters, newest first
create index case_supervised on cases."case" (id desc) where supervised is not null;
drop index cases.case_due;
-- serves: lists by due time, late and soon, of the city and of counties
create index case_due on cases."case" (due_at, id) where due_at is not null;
-- serves: lists by due time of a community
create index case_community_due on cases."case" (left(area, 12), due_at, id) where due_at is not null;
drop index cases.work_order_unit;
-- serves: what a unit holds and held, newest first
create index work_order_unit on cases.work_order (unit, case_id desc);
-- What waits to be sorted into the index of pairs is read by every search: little of it, so that no search and no report waits for it.
alter index cases.case_grams set (gin_pending_list_limit = 256);
