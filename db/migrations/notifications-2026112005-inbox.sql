create schema notifications;
comment on schema notifications is 'One inbox per person.';

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
  in_inbox boolean not null default true,
  read_at timestamptz,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, user_id, dedupe_key)
);
create index notifications_inbox on notifications.notifications (organization_id, user_id, id desc) where in_inbox;
create index notifications_unread on notifications.notifications (organization_id, user_id, id desc)
  where in_inbox and read_at is null;
create index notifications_expiry on notifications.notifications (expires_at) where expires_at is not null;
comment on table notifications.notifications is 'One notice for one person, in the language they had when it came.';
comment on column notifications.notifications.in_inbox is 'False when the person wants this type by mail only: kept so that the same fact is not told twice.';

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

grant usage on schema notifications to stoa_app;
grant select, insert, update, delete on all tables in schema notifications to stoa_app;
