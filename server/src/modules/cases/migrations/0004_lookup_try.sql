create table cases.lookup_try (
  number text not null,
  at timestamptz not null
);
comment on table cases.lookup_try is 'Failed look-ups by number and last digits: five an hour for one number, whoever asks.';
-- serves: the tries of the last hour for one number
create index lookup_try_number on cases.lookup_try (number, at);
