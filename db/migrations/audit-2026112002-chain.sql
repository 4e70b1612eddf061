-- The audit trail: one hash chain per organization. The app may add and read; it may not change or remove.

create schema audit;
comment on schema audit is 'Who did what, in a chain that shows tampering.';

create table audit.heads (
  organization_id uuid primary key,
  seq bigint not null,
  hash bytea not null,
  updated_at timestamptz not null default now()
);
comment on table audit.heads is 'End of each organization''s chain: shows when entries were cut off. Moved only by audit.append.';

create table audit.entries (
  organization_id uuid not null,
  seq bigint not null,
  id uuid not null default uuidv7(),
  ts timestamptz not null,
  action text not null,
  actor_id uuid,
  actor_email text,
  actor_type text not null check (actor_type in ('human', 'system', 'anonymous', 'token')),
  impersonated_user uuid,
  entity_type text not null,
  entity_id text not null,
  target_id text,
  request_id text not null,
  correlation_id text,
  ip text,
  user_agent text,
  prev_values jsonb,
  new_values jsonb,
  metadata jsonb,
  redaction_level smallint not null default 0 check (redaction_level between 0 and 3),
  salts jsonb not null,
  digests jsonb not null,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (organization_id, seq, ts)
) partition by range (ts);
create index entries_recent on audit.entries (organization_id, ts desc, seq desc);
create index entries_by_action on audit.entries (organization_id, action, ts desc);
create index entries_by_actor on audit.entries (organization_id, actor_id, ts desc);
create index entries_by_entity on audit.entries (organization_id, entity_type, entity_id, ts desc);
create index entries_by_request on audit.entries (organization_id, request_id);
comment on table audit.entries is 'One row per act. hash = HMAC(previous hash, the fixed fields, the salted digests of the redactable ones), with a key that is not in the database.';
comment on column audit.entries.salts is 'Salt per redactable field; a redaction removes value and salt, so the digest can no longer be guessed.';
comment on column audit.entries.digests is 'SHA-256 of salt and canonical JSON per redactable field; stays when the value goes.';
comment on column audit.entries.redaction_level is '0 nothing hidden, 1 address and device, 2 also the actor''s email, 3 also the values.';
create table audit.entries_default partition of audit.entries default;

create table audit.dead_letters (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  failed_at timestamptz not null default now(),
  error text not null,
  event_data jsonb not null,
  retry_count integer not null default 0,
  last_retry_at timestamptz,
  resolved_at timestamptz,
  primary key (organization_id, id)
);
create index dead_letters_open on audit.dead_letters (failed_at) where resolved_at is null;
comment on table audit.dead_letters is 'Entries that could not be written; tried again until they are, never dropped.';

create table audit.verifications (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  verified_at timestamptz not null default now(),
  range_start bigint not null,
  range_end bigint not null,
  total_entries bigint not null,
  verified_entries bigint not null,
  status text not null check (status in ('intact', 'broken')),
  first_failure_seq bigint,
  first_failure_id uuid,
  first_failure_ts timestamptz,
  details jsonb not null default '{}',
  head_hash bytea,
  primary key (organization_id, id)
);
create index verifications_recent on audit.verifications (organization_id, verified_at desc);
comment on table audit.verifications is 'Each reading of a chain and what it found.';

create table audit.activities (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  user_id uuid,
  type text not null check (type in ('sign_in', 'sign_out', 'course_progress', 'lesson_completed', 'payment',
    'certificate_issued', 'content_edit', 'role_change')),
  message text,
  data jsonb not null default '{}',
  created_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create index activities_by_person on audit.activities (organization_id, user_id, created_at desc);
comment on table audit.activities is 'The feed of what a person did, in plain words.';

-- The only way in. Refuses an entry that does not continue the chain, so two writers can never fork it.
create function audit.append(entry jsonb, entry_prev bytea, entry_hash bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  org uuid := (entry ->> 'organization_id')::uuid;
  head audit.heads;
begin
  select * into head from audit.heads h where h.organization_id = org for update;
  if head.organization_id is null then
    if (entry ->> 'seq')::bigint <> 1 then raise exception 'audit chain of % starts at 1', org; end if;
    insert into audit.heads (organization_id, seq, hash) values (org, 1, entry_hash);
  else
    if (entry ->> 'seq')::bigint <> head.seq + 1 or entry_prev <> head.hash then
      raise exception 'audit entry does not continue the chain of %', org using errcode = '40001';
    end if;
    update audit.heads h set seq = head.seq + 1, hash = entry_hash, updated_at = now() where h.organization_id = org;
  end if;
  insert into audit.entries (organization_id, seq, id, ts, action, actor_id, actor_email, actor_type,
      impersonated_user, entity_type, entity_id, target_id, request_id, correlation_id, ip, user_agent,
      prev_values, new_values, metadata, salts, digests, prev_hash, hash)
    select org, (entry ->> 'seq')::bigint, (entry ->> 'id')::uuid, (entry ->> 'ts')::timestamptz, entry ->> 'action',
      (entry ->> 'actor_id')::uuid, entry ->> 'actor_email', entry ->> 'actor_type',
      (entry ->> 'impersonated_user')::uuid, entry ->> 'entity_type', entry ->> 'entity_id', entry ->> 'target_id',
      entry ->> 'request_id', entry ->> 'correlation_id', entry ->> 'ip', entry ->> 'user_agent',
      nullif(entry -> 'prev_values', 'null'::jsonb), nullif(entry -> 'new_values', 'null'::jsonb),
      nullif(entry -> 'metadata', 'null'::jsonb), entry -> 'salts', entry -> 'digests', entry_prev, entry_hash;
end $$;

-- Locks the end of the chain for this transaction and says where it is.
create function audit.lock_head(org uuid) returns table (seq bigint, hash bytea)
language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- The advisory lock covers the first entry, when there is no row to lock yet.
  perform pg_advisory_xact_lock(hashtextextended('audit:' || org::text, 0));
  return query select h.seq, h.hash from audit.heads h where h.organization_id = org for update;
end $$;

-- Hides personal data of one entry. Takes values and salts away, never digests or hashes; a level only rises.
create function audit.redact(org uuid, entry_seq bigint, level smallint) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update audit.entries e set
    redaction_level = greatest(e.redaction_level, level),
    ip = case when level >= 1 then null else e.ip end,
    user_agent = case when level >= 1 then null else e.user_agent end,
    actor_email = case when level >= 2 then null else e.actor_email end,
    prev_values = case when level >= 3 then null else e.prev_values end,
    new_values = case when level >= 3 then null else e.new_values end,
    metadata = case when level >= 3 then null else e.metadata end,
    salts = e.salts
      - (case when level >= 1 then array['ip', 'user_agent'] else '{}'::text[] end)
      - (case when level >= 2 then array['actor_email'] else '{}'::text[] end)
      - (case when level >= 3 then array['prev_values', 'new_values', 'metadata'] else '{}'::text[] end)
  where e.organization_id = org and e.seq = entry_seq;
  return found;
end $$;

grant usage on schema audit to stoa_app;
grant select on audit.entries, audit.heads to stoa_app;
grant select, insert on audit.verifications, audit.activities to stoa_app;
grant select, insert, update on audit.dead_letters to stoa_app;
revoke all on function audit.append(jsonb, bytea, bytea), audit.lock_head(uuid), audit.redact(uuid, bigint, smallint) from public;
grant execute on function audit.append(jsonb, bytea, bytea), audit.lock_head(uuid), audit.redact(uuid, bigint, smallint) to stoa_app;
select platform.make_partitions('audit.entries', 3);
