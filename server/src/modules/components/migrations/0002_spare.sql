create table components.spare (
  region text not null check (region ~ '^\d{6}$'),
  id uuid not null,
  version int not null default 1,
  area text not null check (area ~ '^\d{6,15}$'),
  type text not null check (type ~ '^\d{5}$'),
  name text not null check (length(name) between 1 and 60),
  store text not null check (length(store) between 1 and 60),
  quantity int not null check (quantity >= 0),
  enough int not null default 0 check (enough >= 0),
  primary key (region, id),
  constraint spare_once unique (region, type, name, store)
);
comment on table components.spare is 'Spare parts of a type of components: how many of them lie in which store. Fewer than enough means that some should be bought.';

create table components.spare_step (
  region text not null,
  spare_id uuid not null,
  seq int not null,
  change int not null,
  because text not null check (because in ('begun', 'bought', 'used', 'returned', 'scrapped', 'counted')),
  component_id uuid,
  at timestamptz not null,
  actor_id text,
  post text,
  primary key (region, spare_id, seq),
  foreign key (region, spare_id) references components.spare (region, id)
);
comment on table components.spare_step is 'What came into a store of spare parts and what was taken out, by which post, for which component. Appended; the changes sum to the quantity.';
