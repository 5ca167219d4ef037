create schema files;

create table files.photo (
  region text not null,
  id uuid not null,
  key text not null,
  width int not null check (width between 1 and 2048),
  height int not null check (height between 1 and 2048),
  sha256 bytea not null check (length(sha256) = 32),
  look bytea not null check (length(look) = 8),
  by_kind text not null check (by_kind in ('visitor', 'resident', 'staff', 'partner', 'system')),
  by_id text,
  noun text,
  noun_id uuid,
  released boolean not null default false,
  created_at timestamptz not null,
  primary key (region, id),
  constraint photo_belongs_wholly_or_not check ((noun is null) = (noun_id is null)),
  constraint photo_released_only_when_attached check (not released or noun_id is not null)
);
comment on table files.photo is 'A photo as it was kept: re-encoded, without place or camera. It belongs to one noun at most; what belongs to none is removed after 24 hours.';
comment on column files.photo.look is 'Perceptual hash: photos that look alike differ in few of its 64 bits.';
comment on column files.photo.released is 'A person has decided that everybody may see it.';

-- serves: the photos of a case, oldest first (a photo's home is not always that of its case: it is taken before the place is known)
create index photo_noun on files.photo (noun_id, id) where noun_id is not null;
-- serves: the hourly removal of photos that were never attached
create index photo_loose on files.photo (created_at) where noun_id is null;
-- serves: the second half of that removal, after a crash between its halves too
create index photo_removed on files.photo (created_at) where noun = 'removed';

create function files.attach_once(before uuid, now uuid) returns uuid language plpgsql as $$
begin
  if before is not null and before <> now then
    raise exception 'stale: a photo was attached elsewhere' using errcode = 'LL409';
  end if;
  return now;
end $$;
comment on function files.attach_once is 'Undoes the whole statement when a photo went to another noun in the meantime.';
