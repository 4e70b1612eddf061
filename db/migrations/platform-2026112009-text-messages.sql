-- Text messages to phones, as mail is: queued in the transaction that causes them, carried by a job.

create table platform.text_messages (
  id uuid primary key default uuidv7(),
  organization_id uuid,
  user_id uuid,
  type text not null,
  channel text not null default 'sms' check (channel in ('sms', 'whatsapp')),
  recipient text not null,
  sealed_body text not null,
  status text not null default 'waiting' check (status in ('waiting', 'sent', 'failed')),
  provider_id text,
  attempts smallint not null default 0,
  last_error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index text_messages_waiting on platform.text_messages (id) where status = 'waiting';
comment on table platform.text_messages is 'Global: text messages on their way out; the body is sealed, because it may be a code to sign in with.';

create table platform.caught_text_messages (
  id uuid primary key default uuidv7(),
  recipient text not null,
  channel text not null,
  body text not null,
  created_at timestamptz not null default now()
);
create index caught_text_messages_recipient on platform.caught_text_messages (recipient, id desc);
comment on table platform.caught_text_messages is 'Global: what a development machine would have sent to phones; empty in production.';

grant select, insert, update, delete on platform.text_messages, platform.caught_text_messages to stoa_app;
