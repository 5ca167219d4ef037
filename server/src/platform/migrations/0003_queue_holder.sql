create table platform.queue_holder (
  holder text primary key,
  session text not null,
  since timestamptz not null
);
comment on table platform.queue_holder is 'Which server a lock on a job belongs to: the name of its sessions. When none of them is left, the server is dead and its jobs are given back.';
