create schema worklist;

create table worklist.item (
  region text not null,
  noun_id uuid not null,
  post text not null,
  noun text not null,
  area text not null,
  why jsonb not null,
  since timestamptz not null,
  due_at timestamptz,
  primary key (region, noun_id, post)
);
comment on table worklist.item is 'All that waits for a post or a person, derived from states and clocks; can be rebuilt at any time and is never edited by hand.';
-- serves: one page of a post's work by due time, from sorted shards too
create index item_post_due on worklist.item (post, due_at nulls last, noun_id);
