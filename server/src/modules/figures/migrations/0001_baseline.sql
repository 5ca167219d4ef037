create schema figures;

create table figures.baseline (
  id uuid primary key,
  figure text not null,
  area text not null,
  value numeric not null,
  as_of date not null,
  source text not null check (length(source) between 4 and 300),
  set_by text not null,
  set_at timestamptz not null
);
comment on table figures.baseline is 'What a figure was before, by whose word: a baseline without a source is none.';
-- serves: the baselines of a figure in an area, newest first
create index baseline_figure on figures.baseline (figure, area, set_at desc);
