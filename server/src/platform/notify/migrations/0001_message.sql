create schema notify;

create table notify.message (
  region text not null,
  id uuid not null,
  receiver text not null check (receiver ~ '^(account|post):'),
  key text not null,
  noun text not null,
  noun_id uuid not null,
  say jsonb not null check (say ? 'zh' and say ? 'en'),
  at timestamptz not null,
  read_at timestamptz,
  primary key (region, id),
  constraint message_once unique (region, receiver, key)
);
comment on table notify.message is 'What an account or a post was told, in both languages and without personal data. A post has one tray: what one of its people has read is read.';
-- serves: one page of somebody's inbox, newest first
create index message_receiver on notify.message (receiver, id desc);
-- serves: how much is unread
create index message_unread on notify.message (receiver) where read_at is null;
-- serves: the daily removal of what is older than 180 days
create index message_at on notify.message (at);

create table notify.delivery (
  region text not null,
  id uuid not null,
  key text,
  channel text not null check (channel in ('sms')),
  subject_id uuid not null,
  masked text not null,
  reason text not null,
  sealed bytea,
  state text not null check (state in ('kept', 'sent', 'failed')),
  at timestamptz not null,
  primary key (region, id),
  constraint delivery_once unique (region, key)
);
comment on table notify.delivery is 'What left, or without a gateway would have left, as a text message. The words are sealed with the receiver''s key and forgotten after 7 days.';
comment on column notify.delivery.state is 'kept: this city has no gateway, nothing left the house';
-- serves: the delivery log, newest first
create index delivery_id on notify.delivery (id desc);
-- serves: the daily forgetting of words older than 7 days
create index delivery_at on notify.delivery (at) where sealed is not null;
