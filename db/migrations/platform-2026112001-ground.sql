-- The ground every module stands on: events, background runs, counters, limits, remembered answers.

create extension if not exists pg_trgm;

create schema platform;
comment on schema platform is 'What every module stands on: events, background runs, counters, limits.';

create table platform.outbox (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  -- Null until the dispatcher has put the event in line: numbering in the writer's transaction would make
  -- every writer of an organization wait for the one before it to commit.
  seq bigint,
  name text not null,
  payload jsonb not null,
  actor jsonb not null,
  request_id text not null,
  written_in xid8 not null default pg_current_xact_id(),
  occurred_at timestamptz not null default now(),
  dispatched_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, seq)
);
create index outbox_waiting on platform.outbox (organization_id, written_in, id) where dispatched_at is null;
create index outbox_done on platform.outbox (dispatched_at) where dispatched_at is not null;
comment on table platform.outbox is 'Events out of a module, written in the transaction of the change, numbered per organization when they are put in line, dispatched in that order, at least once.';
comment on column platform.outbox.seq is 'Place in the organization''s line, without gaps; given by the dispatcher.';
comment on column platform.outbox.written_in is 'Transaction that wrote it: a later number is never given while an earlier transaction is still open.';

create table platform.counters (
  organization_id uuid not null,
  kind text not null,
  value bigint not null default 0,
  primary key (organization_id, kind)
);
comment on table platform.counters is 'Human numbers (certificates, tickets, invoices) and the event line: one row per organization and kind, locked by the transaction that takes the next number.';

create table platform.runs (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  kind text not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  stage text,
  percent smallint not null default 0 check (percent between 0 and 100),
  detail jsonb not null default '{}',
  result jsonb,
  problem jsonb,
  cancel_requested_at timestamptz,
  started_by uuid,
  request_id text not null,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  beat_at timestamptz,
  primary key (organization_id, id)
);
create index runs_open on platform.runs (beat_at) where state in ('waiting', 'running');
comment on table platform.runs is 'Background work a person can watch: stage, percent, cancel, outcome.';
comment on column platform.runs.beat_at is 'Last sign of life of the process that carries it; a run without one for a while is taken up again.';

create unlogged table platform.rate_limits (
  key text not null,
  window_start timestamptz not null,
  hits integer not null default 0,
  primary key (key, window_start)
);
create index rate_limits_old on platform.rate_limits (window_start);
comment on table platform.rate_limits is 'Global: hits per key and window for the sliding-window limits. Unlogged: after a crash everybody starts afresh.';

create table platform.idempotency_keys (
  caller text not null,
  key text not null,
  fingerprint text not null,
  status integer,
  headers jsonb,
  body text,
  created_at timestamptz not null default now(),
  primary key (caller, key)
);
create index idempotency_keys_old on platform.idempotency_keys (created_at);
comment on table platform.idempotency_keys is 'Global: answers remembered by Idempotency-Key, written in the transaction of the change, so a repeated request gets the same answer and changes nothing.';

create table platform.schedules (
  name text primary key,
  last_run_at timestamptz not null
);
comment on table platform.schedules is 'Global: when each recurring piece of housekeeping last ran, so that several processes do it once.';

create table platform.mails (
  id uuid primary key default uuidv7(),
  organization_id uuid,
  user_id uuid,
  type text not null,
  recipient text not null,
  subject text not null,
  sealed_body text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  last_error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index mails_recent on platform.mails (organization_id, id desc);
create index mails_old on platform.mails (created_at);
comment on table platform.mails is 'Global: mail to send, written with the change that causes it and sent afterwards. Some has no organization (sign-up); people and organizations are known here by id only, because they are built on this ground.';
comment on column platform.mails.sealed_body is 'Text and HTML, sealed: they may carry sign-in links. Emptied once sent or given up.';

create table platform.caught_mails (
  id uuid primary key default uuidv7(),
  recipient text not null,
  sender text not null,
  subject text not null,
  body_text text,
  body_html text,
  caught_at timestamptz not null default now()
);
create index caught_mails_recipient on platform.caught_mails (lower(recipient), id desc);
comment on table platform.caught_mails is 'Global: what the mail catcher of a development machine received over SMTP; empty in production.';

-- Makes the monthly partitions of a table for the current and the next months. The app's role may not
-- create tables; this function may, and only of this shape.
create function platform.make_partitions(parent regclass, months integer default 3) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  start date := date_trunc('month', now() at time zone 'utc')::date;
  child text;
  parent_schema text;
  parent_name text;
begin
  select n.nspname, c.relname into parent_schema, parent_name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.oid = parent and c.relkind = 'p';
  if parent_name is null then raise exception '% is not a partitioned table', parent; end if;
  for i in 0 .. least(months, 24) loop
    child := parent_name || '_' || to_char(start + make_interval(months => i), 'YYYYMM');
    if to_regclass(format('%I.%I', parent_schema, child)) is null then
      execute format('create table %I.%I partition of %s for values from (%L) to (%L)', parent_schema, child, parent,
        (start + make_interval(months => i))::timestamp at time zone 'utc',
        (start + make_interval(months => i + 1))::timestamp at time zone 'utc');
    end if;
  end loop;
end $$;

grant usage on schema platform to stoa_app;
grant select, insert, update, delete on platform.outbox, platform.counters, platform.runs, platform.rate_limits,
  platform.idempotency_keys, platform.schedules, platform.mails, platform.caught_mails to stoa_app;
revoke all on function platform.make_partitions(regclass, integer) from public;
grant execute on function platform.make_partitions(regclass, integer) to stoa_app;
