create schema notifications;
comment on schema notifications is 'One inbox per person, and the mail that goes out.';

create table notifications.notifications (
  organization_id uuid not null references auth.organizations on delete cascade,
  id uuid not null default uuidv7(),
  user_id uuid not null references auth.users on delete cascade,
  type text not null,
  title text not null,
  message text not null,
  severity text not null default 'info' check (severity in ('info', 'warning', 'error', 'critical')),
  action_url text,
  metadata jsonb not null default '{}',
  dedupe_key text,
  read_at timestamptz,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, user_id, dedupe_key)
);
create index notifications_inbox on notifications.notifications (organization_id, user_id, id desc);
create index notifications_expiry on notifications.notifications (expires_at) where expires_at is not null;
comment on table notifications.notifications is 'One notice for one person, in the language they had when it came.';

create table notifications.inboxes (
  organization_id uuid not null references auth.organizations on delete cascade,
  user_id uuid not null references auth.users on delete cascade,
  unread integer not null default 0 check (unread >= 0),
  primary key (organization_id, user_id)
);
comment on table notifications.inboxes is 'Unread count per person, kept in the transaction that adds or reads a notice.';

create table notifications.preferences (
  organization_id uuid not null references auth.organizations on delete cascade,
  user_id uuid not null references auth.users on delete cascade,
  type text not null,
  channel text not null check (channel in ('in_app', 'email')),
  enabled boolean not null,
  updated_at timestamptz not null default now(),
  primary key (organization_id, user_id, type, channel)
);
comment on table notifications.preferences is 'Where a person wants notices of a type; no row means the default.';

create table notifications.mails (
  id uuid primary key default uuidv7(),
  organization_id uuid references auth.organizations on delete cascade,
  user_id uuid references auth.users on delete set null,
  type text not null,
  recipient text not null,
  subject text not null,
  sealed_body text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  last_error text,
  next_try_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index mails_waiting on notifications.mails (next_try_at) where state = 'waiting';
create index mails_recent on notifications.mails (organization_id, id desc);
comment on table notifications.mails is 'Global: mail to send, written with the change that causes it and sent afterwards; some has no organization (sign-up).';
comment on column notifications.mails.sealed_body is 'Text and HTML, sealed: they may carry sign-in links. Emptied once sent.';

create table notifications.caught_mails (
  id uuid primary key default uuidv7(),
  recipient text not null,
  sender text not null,
  subject text not null,
  body_text text,
  body_html text,
  caught_at timestamptz not null default now()
);
comment on table notifications.caught_mails is 'Global: what the development mail catcher received over SMTP; empty in production.';

grant usage on schema notifications to stoa_app;
grant select, insert, update, delete on all tables in schema notifications to stoa_app;
