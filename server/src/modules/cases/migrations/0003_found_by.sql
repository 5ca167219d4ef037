-- serves: whether a row of another system was taken in before, whatever county it came to lie in
create index case_origin_id on cases."case" (origin, origin_id) where origin is not null;
-- serves: the matters of a person who calls
create index case_subject on cases."case" (subject_region, subject_id);
