alter table files.photo add column frames bytea not null default '' check (length(frames) % 8 = 0);
comment on column files.photo.frames is 'Perceptual hashes of parts of the photo, 8 bytes each: one that was cropped from it looks like one of them.';

create function files.bands_of(looks bytea) returns int[] language sql immutable strict parallel safe as $$
  select array_agg(distinct (n % 4) * 65536 + get_byte(looks, n * 2) * 256 + get_byte(looks, n * 2 + 1))
  from generate_series(0, length(looks) / 2 - 1) n
$$;
comment on function files.bands_of is 'Each hash of 64 bits as four numbers of 16 bits that know their place.';

create function files.near_bands(look bytea) returns int[] language sql immutable strict parallel safe as $$
  select array_agg(band * 65536 + ((get_byte(look, band * 2) * 256 + get_byte(look, band * 2 + 1)) # mask))
  from generate_series(0, 3) band, (select 0 as mask union all select 1 << bit from generate_series(0, 15) bit) masks
$$;
comment on function files.near_bands is 'The numbers of bands_of that differ in one bit at most: of two hashes that differ in seven bits or fewer, one of the four bands differs in one at most (pigeonhole).';

create function files.likeness(look bytea, looks bytea) returns int language sql immutable strict parallel safe as $$
  select min(bit_count(('x' || encode(look, 'hex'))::bit(64) # ('x' || encode(substr(looks, n * 8 + 1, 8), 'hex'))::bit(64)))::int
  from generate_series(0, length(looks) / 8 - 1) n
$$;
comment on function files.likeness is 'In how many bits a photo differs from the nearest of these hashes.';

alter table files.photo add column bands int[] not null generated always as (files.bands_of(look || frames)) stored;
-- serves: photos.like, earlier photos that look like one of these, without reading all
create index photo_bands on files.photo using gin (bands);
