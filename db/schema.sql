-- Generated from the live schema by `npm run gen`. Do not edit: add a migration.

create schema audit;
comment on schema audit is 'Who did what, in a chain that shows tampering.';

create schema auth;
comment on schema auth is 'People, sign-in, organizations, roles.';

create schema imports;
comment on schema imports is 'What came in from elsewhere, and how faithfully.';

create schema learning;
comment on schema learning is 'Courses, what is in them, who learns them and how far they are.';

create schema notifications;
comment on schema notifications is 'One inbox per person.';

create schema platform;
comment on schema platform is 'What every module stands on: events, background runs, counters, limits.';

create schema storage;
comment on schema storage is 'Buckets and objects.';

create table audit.activities (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  user_id uuid,
  type text not null,
  message text,
  data jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone default now() not null,
  constraint activities_pkey PRIMARY KEY (organization_id, id),
  constraint activities_type_check CHECK ((type = ANY (ARRAY['sign_in'::text, 'sign_out'::text, 'course_progress'::text, 'lesson_completed'::text, 'payment'::text, 'certificate_issued'::text, 'content_edit'::text, 'role_change'::text])))
);
CREATE INDEX activities_by_person ON audit.activities USING btree (organization_id, user_id, created_at DESC);
comment on table audit.activities is 'The feed of what a person did, in plain words.';
grant insert, select on audit.activities to stoa_app;

create table audit.dead_letters (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  failed_at timestamp with time zone default now() not null,
  error text not null,
  event_data jsonb not null,
  retry_count integer default 0 not null,
  last_retry_at timestamp with time zone,
  resolved_at timestamp with time zone,
  constraint dead_letters_pkey PRIMARY KEY (organization_id, id)
);
CREATE INDEX dead_letters_open ON audit.dead_letters USING btree (failed_at) WHERE (resolved_at IS NULL);
comment on table audit.dead_letters is 'Entries that could not be written; tried again until they are, never dropped.';
grant insert, select, update on audit.dead_letters to stoa_app;

create table audit.entries (
  organization_id uuid not null,
  seq bigint not null,
  id uuid default uuidv7() not null,
  ts timestamp with time zone not null,
  action text not null,
  actor_id uuid,
  actor_email text,
  actor_type text not null,
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
  redaction_level smallint default 0 not null,
  salts jsonb not null,
  digests jsonb not null,
  prev_hash bytea not null,
  hash bytea not null,
  constraint entries_pkey PRIMARY KEY (organization_id, seq, ts),
  constraint entries_actor_type_check CHECK ((actor_type = ANY (ARRAY['human'::text, 'system'::text, 'anonymous'::text, 'token'::text]))),
  constraint entries_redaction_level_check CHECK (((redaction_level >= 0) AND (redaction_level <= 3)))
) partition by RANGE (ts);
CREATE INDEX entries_by_action ON ONLY audit.entries USING btree (organization_id, action, ts DESC);
CREATE INDEX entries_by_actor ON ONLY audit.entries USING btree (organization_id, actor_id, ts DESC);
CREATE INDEX entries_by_entity ON ONLY audit.entries USING btree (organization_id, entity_type, entity_id, ts DESC);
CREATE INDEX entries_by_request ON ONLY audit.entries USING btree (organization_id, request_id);
CREATE INDEX entries_recent ON ONLY audit.entries USING btree (organization_id, ts DESC, seq DESC);
comment on table audit.entries is 'One row per act. hash = HMAC(previous hash, the fixed fields, the salted digests of the redactable ones), with a key that is not in the database.';
comment on column audit.entries.redaction_level is '0 nothing hidden, 1 address and device, 2 also the actor''s email, 3 also the values.';
comment on column audit.entries.salts is 'Salt per redactable field; a redaction removes value and salt, so the digest can no longer be guessed.';
comment on column audit.entries.digests is 'SHA-256 of salt and canonical JSON per redactable field; stays when the value goes.';
grant select on audit.entries to stoa_app;

create table audit.heads (
  organization_id uuid not null,
  seq bigint not null,
  hash bytea not null,
  updated_at timestamp with time zone default now() not null,
  constraint heads_pkey PRIMARY KEY (organization_id)
);
comment on table audit.heads is 'End of each organization''s chain: shows when entries were cut off. Moved only by audit.append.';
grant select on audit.heads to stoa_app;

create table audit.verifications (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  verified_at timestamp with time zone default now() not null,
  range_start bigint not null,
  range_end bigint not null,
  total_entries bigint not null,
  verified_entries bigint not null,
  status text not null,
  first_failure_seq bigint,
  first_failure_id uuid,
  first_failure_ts timestamp with time zone,
  details jsonb default '{}'::jsonb not null,
  head_hash bytea,
  constraint verifications_pkey PRIMARY KEY (organization_id, id),
  constraint verifications_status_check CHECK ((status = ANY (ARRAY['intact'::text, 'broken'::text])))
);
CREATE INDEX verifications_recent ON audit.verifications USING btree (organization_id, verified_at DESC);
comment on table audit.verifications is 'Each reading of a chain and what it found.';
grant insert, select on audit.verifications to stoa_app;

create table auth.api_tokens (
  id uuid default uuidv7() not null,
  organization_id uuid not null,
  user_id uuid not null,
  name text not null,
  prefix text not null,
  token_hash bytea not null,
  scopes text[] not null,
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  last_used_ip inet,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  created_at timestamp with time zone default now() not null,
  constraint api_tokens_prefix_key UNIQUE (prefix),
  constraint api_tokens_pkey PRIMARY KEY (id),
  constraint api_tokens_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE,
  constraint api_tokens_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES auth.users(id) ON DELETE SET NULL,
  constraint api_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
);
CREATE INDEX api_tokens_organization ON auth.api_tokens USING btree (organization_id, id DESC);
CREATE INDEX api_tokens_user ON auth.api_tokens USING btree (organization_id, user_id, id DESC);
comment on table auth.api_tokens is 'Global: tokens for programs, found by prefix. Each acts for its person in one organization, within its scopes. Shown once, stored hashed.';
grant delete, insert, select, update on auth.api_tokens to stoa_app;

create table auth.bans (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  user_id uuid not null,
  reason text not null,
  banned_by uuid,
  banned_until timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  lifted_at timestamp with time zone,
  lifted_by uuid,
  constraint bans_pkey PRIMARY KEY (organization_id, id),
  constraint bans_banned_by_fkey FOREIGN KEY (banned_by) REFERENCES auth.users(id) ON DELETE SET NULL,
  constraint bans_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES auth.users(id) ON DELETE SET NULL,
  constraint bans_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE,
  constraint bans_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX bans_open ON auth.bans USING btree (organization_id, user_id) WHERE (lifted_at IS NULL);
comment on table auth.bans is 'People an organization keeps out, for a time or for good, with the reason.';
grant delete, insert, select, update on auth.bans to stoa_app;

create table auth.directory_group_members (
  organization_id uuid not null,
  group_id uuid not null,
  membership_id uuid not null,
  created_at timestamp with time zone default now() not null,
  constraint directory_group_members_pkey PRIMARY KEY (organization_id, group_id, membership_id),
  constraint directory_group_members_organization_id_group_id_fkey FOREIGN KEY (organization_id, group_id) REFERENCES auth.directory_groups(organization_id, id) ON DELETE CASCADE,
  constraint directory_group_members_organization_id_membership_id_fkey FOREIGN KEY (organization_id, membership_id) REFERENCES auth.memberships(organization_id, id) ON DELETE CASCADE
);
CREATE INDEX directory_group_members_member ON auth.directory_group_members USING btree (organization_id, membership_id);
comment on table auth.directory_group_members is 'Who is in a group of a directory.';
grant delete, insert, select, update on auth.directory_group_members to stoa_app;

create table auth.directory_groups (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  directory_id uuid not null,
  external_id text,
  display_name text not null,
  role_id uuid,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint directory_groups_pkey PRIMARY KEY (organization_id, id),
  constraint directory_groups_organization_id_directory_id_fkey FOREIGN KEY (organization_id, directory_id) REFERENCES auth.directory_syncs(organization_id, id) ON DELETE CASCADE,
  constraint directory_groups_organization_id_role_id_fkey FOREIGN KEY (organization_id, role_id) REFERENCES auth.roles(organization_id, id) ON DELETE SET NULL (role_id)
);
CREATE UNIQUE INDEX directory_groups_external ON auth.directory_groups USING btree (organization_id, directory_id, external_id);
CREATE UNIQUE INDEX directory_groups_name ON auth.directory_groups USING btree (organization_id, directory_id, lower(display_name));
comment on table auth.directory_groups is 'Groups of a directory; one may stand for a role.';
grant delete, insert, select, update on auth.directory_groups to stoa_app;

create table auth.directory_syncs (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  name text not null,
  default_role_id uuid,
  status text default 'active'::text not null,
  last_sync_at timestamp with time zone,
  last_error text,
  person_count integer default 0 not null,
  group_count integer default 0 not null,
  created_by uuid,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint directory_syncs_pkey PRIMARY KEY (organization_id, id),
  constraint directory_syncs_created_by_fkey FOREIGN KEY (created_by) REFERENCES auth.users(id) ON DELETE SET NULL,
  constraint directory_syncs_organization_id_default_role_id_fkey FOREIGN KEY (organization_id, default_role_id) REFERENCES auth.roles(organization_id, id) ON DELETE SET NULL (default_role_id),
  constraint directory_syncs_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE,
  constraint directory_syncs_status_check CHECK ((status = ANY (ARRAY['active'::text, 'paused'::text])))
);
CREATE UNIQUE INDEX directory_syncs_name ON auth.directory_syncs USING btree (organization_id, lower(name));
comment on table auth.directory_syncs is 'A directory that keeps people and groups of an organization by SCIM 2.0.';
grant delete, insert, select, update on auth.directory_syncs to stoa_app;

create table auth.directory_tokens (
  prefix text not null,
  organization_id uuid not null,
  directory_id uuid not null,
  token_hash bytea not null,
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint directory_tokens_pkey PRIMARY KEY (prefix),
  constraint directory_tokens_organization_id_directory_id_fkey FOREIGN KEY (organization_id, directory_id) REFERENCES auth.directory_syncs(organization_id, id) ON DELETE CASCADE
);
CREATE INDEX directory_tokens_directory ON auth.directory_tokens USING btree (organization_id, directory_id);
comment on table auth.directory_tokens is 'Global: tokens of directories, found by prefix, stored hashed.';
grant delete, insert, select, update on auth.directory_tokens to stoa_app;

create table auth.flow_state (
  id uuid default uuidv7() not null,
  user_id uuid,
  organization_id uuid,
  auth_code_hash bytea,
  code_challenge_method text,
  code_challenge text,
  provider_type text not null,
  provider_access_token text,
  provider_refresh_token text,
  authentication_method text not null,
  redirect_to text,
  auth_code_issued_at timestamp with time zone,
  consumed_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint flow_state_auth_code_hash_key UNIQUE (auth_code_hash),
  constraint flow_state_pkey PRIMARY KEY (id),
  constraint flow_state_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE,
  constraint flow_state_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE,
  constraint flow_state_code_challenge_method_check CHECK ((code_challenge_method = ANY (ARRAY['s256'::text, 'plain'::text])))
);
CREATE INDEX flow_state_end ON auth.flow_state USING btree (expires_at);
comment on table auth.flow_state is 'Global: a sign-in an app began with PKCE. The code is stored hashed and redeemed once; tokens of the provider are sealed.';
grant delete, insert, select, update on auth.flow_state to stoa_app;

create table auth.identities (
  id uuid default uuidv7() not null,
  user_id uuid not null,
  provider text not null,
  provider_id text not null,
  identity_data jsonb default '{}'::jsonb not null,
  email text generated always as (lower((identity_data ->> 'email'::text))) stored,
  last_sign_in_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint identities_provider_provider_id_key UNIQUE (provider, provider_id),
  constraint identities_pkey PRIMARY KEY (id),
  constraint identities_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
);
CREATE INDEX identities_user ON auth.identities USING btree (user_id);
comment on table auth.identities is 'Global: the ways a person proves who they are (email, phone, a provider).';
grant delete, insert, select, update on auth.identities to stoa_app;

create table auth.identity_tokens (
  identity_id uuid not null,
  access_token text,
  refresh_token text,
  id_token text,
  token_secret text,
  token_type text,
  scope text,
  session_state text,
  expires_at timestamp with time zone,
  refresh_expires_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint identity_tokens_pkey PRIMARY KEY (identity_id),
  constraint identity_tokens_identity_id_fkey FOREIGN KEY (identity_id) REFERENCES auth.identities(id) ON DELETE CASCADE
);
comment on table auth.identity_tokens is 'Global: tokens of a provider, sealed, for the person whose identity it is.';
grant delete, insert, select, update on auth.identity_tokens to stoa_app;

create table auth.invitations (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  email text not null,
  user_id uuid,
  role_id uuid not null,
  workspace_role text default 'member'::text not null,
  token_hash bytea not null,
  status text default 'pending'::text not null,
  invited_by uuid,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  membership_id uuid,
  constraint invitations_pkey PRIMARY KEY (organization_id, id),
  constraint invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES auth.users(id) ON DELETE SET NULL,
  constraint invitations_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE,
  constraint invitations_organization_id_membership_id_fkey FOREIGN KEY (organization_id, membership_id) REFERENCES auth.memberships(organization_id, id) ON DELETE CASCADE,
  constraint invitations_organization_id_role_id_fkey FOREIGN KEY (organization_id, role_id) REFERENCES auth.roles(organization_id, id) ON DELETE CASCADE,
  constraint invitations_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE SET NULL,
  constraint invitations_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'accepted'::text, 'expired'::text, 'revoked'::text]))),
  constraint invitations_workspace_role_check CHECK ((workspace_role = ANY (ARRAY['member'::text, 'admin'::text, 'super_admin'::text])))
);
CREATE INDEX invitations_membership ON auth.invitations USING btree (organization_id, membership_id) WHERE (membership_id IS NOT NULL);
CREATE UNIQUE INDEX invitations_open ON auth.invitations USING btree (organization_id, lower(email)) WHERE (status = 'pending'::text);
CREATE UNIQUE INDEX invitations_token ON auth.invitations USING btree (token_hash);
comment on table auth.invitations is 'Invitations by mail; the token is stored hashed and consumed once.';
comment on column auth.invitations.membership_id is 'The membership a directory keeps ready for whoever accepts.';
grant delete, insert, select, update on auth.invitations to stoa_app;

create table auth.known_devices (
  user_id uuid not null,
  device_hash bytea not null,
  last_ip inet,
  created_at timestamp with time zone default now() not null,
  last_seen_at timestamp with time zone default now() not null,
  constraint known_devices_pkey PRIMARY KEY (user_id, device_hash),
  constraint known_devices_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
);
comment on table auth.known_devices is 'Global: devices a person signed in from before; a new one is told to them by mail.';
grant delete, insert, select, update on auth.known_devices to stoa_app;

create table auth.login_days (
  organization_id uuid not null,
  day date not null,
  succeeded integer not null,
  failed integer not null,
  constraint login_days_pkey PRIMARY KEY (organization_id, day),
  constraint login_days_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE
);
CREATE INDEX login_days_day ON auth.login_days USING btree (day);
comment on table auth.login_days is 'Tries to sign in on each finished day (UTC), counted once the day is over.';
grant delete, insert, select, update on auth.login_days to stoa_app;

create table auth.login_history (
  id uuid default uuidv7() not null,
  user_id uuid,
  organization_id uuid,
  ip_address inet,
  user_agent text,
  country text,
  city text,
  success boolean not null,
  failure_reason text,
  method text default 'password'::text not null,
  device_info jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone default now() not null,
  session_id uuid,
  is_new_device boolean default false not null,
  constraint login_history_pkey PRIMARY KEY (id),
  constraint login_history_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE,
  constraint login_history_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
);
CREATE INDEX login_history_device ON auth.login_history USING btree (user_id, id DESC) WHERE success;
CREATE INDEX login_history_org ON auth.login_history USING btree (organization_id, id DESC);
CREATE INDEX login_history_user ON auth.login_history USING btree (user_id, id DESC);
comment on table auth.login_history is 'Global: each try to sign in, with device, outcome and reason; an organization sees those of its own sign-ins.';
grant delete, insert, select on auth.login_history to stoa_app;

create table auth.memberships (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  user_id uuid not null,
  workspace_role text default 'member'::text not null,
  status text default 'active'::text not null,
  manager_id uuid,
  job_title text,
  office_location text,
  phone text,
  mobile_phone text,
  external_id text,
  user_principal_name text,
  user_type text,
  last_seen_at timestamp with time zone,
  last_sync_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  directory_id uuid,
  given_name text,
  family_name text,
  department text,
  directory_attributes jsonb default '{}'::jsonb not null,
  directory_emails text[],
  accepted_at timestamp with time zone default now(),
  constraint memberships_organization_id_external_id_key UNIQUE (organization_id, external_id),
  constraint memberships_organization_id_user_id_key UNIQUE (organization_id, user_id),
  constraint memberships_pkey PRIMARY KEY (organization_id, id),
  constraint memberships_organization_id_directory_id_fkey FOREIGN KEY (organization_id, directory_id) REFERENCES auth.directory_syncs(organization_id, id) ON DELETE SET NULL (directory_id),
  constraint memberships_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE,
  constraint memberships_organization_id_manager_id_fkey FOREIGN KEY (organization_id, manager_id) REFERENCES auth.memberships(organization_id, id) ON DELETE SET NULL (manager_id),
  constraint memberships_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE,
  constraint memberships_status_check CHECK ((status = ANY (ARRAY['active'::text, 'inactive'::text, 'suspended'::text, 'pending'::text]))),
  constraint memberships_workspace_role_check CHECK ((workspace_role = ANY (ARRAY['member'::text, 'admin'::text, 'super_admin'::text])))
);
CREATE INDEX memberships_directory ON auth.memberships USING btree (organization_id, directory_id, id);
CREATE INDEX memberships_directory_emails ON auth.memberships USING gin (directory_emails);
CREATE INDEX memberships_last_seen ON auth.memberships USING btree (organization_id, last_seen_at DESC);
CREATE INDEX memberships_manager ON auth.memberships USING btree (organization_id, manager_id);
CREATE INDEX memberships_user ON auth.memberships USING btree (user_id);
CREATE UNIQUE INDEX memberships_user_principal_name ON auth.memberships USING btree (organization_id, lower(user_principal_name));
comment on table auth.memberships is 'A person in an organization: standing, manager, title, directory ids.';
comment on column auth.memberships.directory_attributes is 'What the directory said of the person beyond our own fields, as SCIM gave it.';
comment on column auth.memberships.directory_emails is 'Addresses the directory gave, lower case, the main one first; a claim, not a proof.';
comment on column auth.memberships.accepted_at is 'Null while a directory named an address and its owner has not agreed yet: user_id is then a stand-in without address, and whoever accepts takes its place.';
grant delete, insert, select, update on auth.memberships to stoa_app;

create table auth.mfa_amr_claims (
  id uuid default uuidv7() not null,
  session_id uuid not null,
  authentication_method text not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint mfa_amr_claims_session_id_authentication_method_key UNIQUE (session_id, authentication_method),
  constraint mfa_amr_claims_pkey PRIMARY KEY (id),
  constraint mfa_amr_claims_session_id_fkey FOREIGN KEY (session_id) REFERENCES auth.sessions(id) ON DELETE CASCADE
);
comment on table auth.mfa_amr_claims is 'Global: how the person of a session proved who they are, and when.';
grant delete, insert, select, update on auth.mfa_amr_claims to stoa_app;

create table auth.mfa_challenges (
  id uuid default uuidv7() not null,
  factor_id uuid not null,
  verified_at timestamp with time zone,
  ip_address inet,
  otp_code text,
  web_authn_session_data jsonb,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone default now() not null,
  constraint mfa_challenges_pkey PRIMARY KEY (id),
  constraint mfa_challenges_factor_id_fkey FOREIGN KEY (factor_id) REFERENCES auth.mfa_factors(id) ON DELETE CASCADE
);
CREATE INDEX mfa_challenges_end ON auth.mfa_challenges USING btree (expires_at);
CREATE INDEX mfa_challenges_factor ON auth.mfa_challenges USING btree (factor_id, created_at);
comment on table auth.mfa_challenges is 'Global: questions put to a factor; each is answered once. Codes are stored as a keyed hash.';
grant delete, insert, select, update on auth.mfa_challenges to stoa_app;

create table auth.mfa_factors (
  id uuid default uuidv7() not null,
  user_id uuid not null,
  friendly_name text,
  factor_type text not null,
  status text default 'unverified'::text not null,
  secret text,
  phone text,
  last_challenged_at timestamp with time zone,
  last_used_at timestamp with time zone,
  last_used_step bigint,
  web_authn_credential jsonb,
  web_authn_aaguid uuid,
  last_webauthn_challenge_data jsonb,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint mfa_factors_pkey PRIMARY KEY (id),
  constraint mfa_factors_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE,
  constraint mfa_factors_factor_type_check CHECK ((factor_type = ANY (ARRAY['totp'::text, 'webauthn'::text, 'phone'::text]))),
  constraint mfa_factors_status_check CHECK ((status = ANY (ARRAY['unverified'::text, 'verified'::text])))
);
CREATE UNIQUE INDEX mfa_factors_name ON auth.mfa_factors USING btree (user_id, lower(friendly_name)) WHERE (friendly_name <> ''::text);
CREATE UNIQUE INDEX mfa_factors_phone ON auth.mfa_factors USING btree (user_id, phone) WHERE ((phone IS NOT NULL) AND (status = 'verified'::text));
CREATE INDEX mfa_factors_user ON auth.mfa_factors USING btree (user_id, created_at);
comment on table auth.mfa_factors is 'Global: second factors of people. A TOTP secret is sealed.';
comment on column auth.mfa_factors.last_used_step is 'The 30-second step of the last accepted TOTP code: a code works once.';
grant delete, insert, select, update on auth.mfa_factors to stoa_app;

create table auth.mfa_recovery_codes (
  id uuid default uuidv7() not null,
  user_id uuid not null,
  code_hash bytea not null,
  used_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint mfa_recovery_codes_user_id_code_hash_key UNIQUE (user_id, code_hash),
  constraint mfa_recovery_codes_pkey PRIMARY KEY (id),
  constraint mfa_recovery_codes_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
);
comment on table auth.mfa_recovery_codes is 'Global: codes for the day the second factor is lost; shown once, kept as a keyed hash, each works once.';
grant delete, insert, select, update on auth.mfa_recovery_codes to stoa_app;

create table auth.modules (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  key text not null,
  is_active boolean default true not null,
  sort_order integer default 0 not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint modules_organization_id_key_key UNIQUE (organization_id, key),
  constraint modules_pkey PRIMARY KEY (organization_id, id),
  constraint modules_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE
);
comment on table auth.modules is 'Modules switched on or off for an organization; name, icon and route come from the program.';
grant delete, insert, select, update on auth.modules to stoa_app;

create table auth.oauth_artifacts (
  kind text not null,
  id_hash bytea not null,
  payload jsonb not null,
  grant_id text,
  uid_hash bytea,
  user_code text,
  client_id uuid,
  user_id uuid,
  expires_at timestamp with time zone,
  consumed_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint oauth_artifacts_pkey PRIMARY KEY (kind, id_hash),
  constraint oauth_artifacts_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
);
CREATE INDEX oauth_artifacts_end ON auth.oauth_artifacts USING btree (expires_at);
CREATE INDEX oauth_artifacts_grant ON auth.oauth_artifacts USING btree (grant_id) WHERE (grant_id IS NOT NULL);
CREATE INDEX oauth_artifacts_uid ON auth.oauth_artifacts USING btree (uid_hash) WHERE (uid_hash IS NOT NULL);
CREATE INDEX oauth_artifacts_user ON auth.oauth_artifacts USING btree (user_id) WHERE (user_id IS NOT NULL);
comment on table auth.oauth_artifacts is 'Global: tokens and memory of the OAuth server, looked up by hash; each single-use one is consumed by one conditional update.';
grant delete, insert, select, update on auth.oauth_artifacts to stoa_app;

create table auth.oauth_authorizations (
  id uuid default uuidv7() not null,
  authorization_id text not null,
  organization_id uuid not null,
  client_id uuid not null,
  user_id uuid,
  redirect_uri text not null,
  scope text not null,
  state text,
  resource text,
  code_challenge text,
  code_challenge_method text,
  response_type text default 'code'::text not null,
  status text default 'pending'::text not null,
  authorization_code_hash bytea,
  payload jsonb default '{}'::jsonb not null,
  consumed_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone default (now() + '00:03:00'::interval) not null,
  approved_at timestamp with time zone,
  nonce text,
  constraint oauth_authorizations_authorization_code_hash_key UNIQUE (authorization_code_hash),
  constraint oauth_authorizations_authorization_id_key UNIQUE (authorization_id),
  constraint oauth_authorizations_pkey PRIMARY KEY (id),
  constraint oauth_authorizations_client_id_fkey FOREIGN KEY (client_id) REFERENCES auth.oauth_clients(id) ON DELETE CASCADE,
  constraint oauth_authorizations_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE,
  constraint oauth_authorizations_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE,
  constraint oauth_authorizations_code_challenge_method_check CHECK ((code_challenge_method = ANY (ARRAY['s256'::text, 'plain'::text]))),
  constraint oauth_authorizations_response_type_check CHECK ((response_type = 'code'::text)),
  constraint oauth_authorizations_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'approved'::text, 'denied'::text, 'expired'::text])))
);
CREATE INDEX oauth_authorizations_client ON auth.oauth_authorizations USING btree (client_id);
CREATE INDEX oauth_authorizations_end ON auth.oauth_authorizations USING btree (expires_at);
CREATE INDEX oauth_authorizations_person ON auth.oauth_authorizations USING btree (user_id, client_id);
comment on table auth.oauth_authorizations is 'Global: an app asks, a person answers; the code that follows is stored hashed and redeemed once.';
grant delete, insert, select, update on auth.oauth_authorizations to stoa_app;

create table auth.oauth_client_states (
  id uuid default uuidv7() not null,
  organization_id uuid,
  provider_type text not null,
  purpose text default 'sign_in'::text not null,
  state_hash bytea not null,
  browser_hash bytea,
  code_verifier text,
  nonce text,
  user_id uuid,
  session_id uuid,
  flow_state_id uuid,
  sso_provider_id uuid,
  invite_token_hash bytea,
  redirect_to text,
  surface text default 'web'::text not null,
  proven text,
  consumed_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone default now() not null,
  constraint oauth_client_states_state_hash_key UNIQUE (state_hash),
  constraint oauth_client_states_pkey PRIMARY KEY (id),
  constraint oauth_client_states_flow_state_id_fkey FOREIGN KEY (flow_state_id) REFERENCES auth.flow_state(id) ON DELETE CASCADE,
  constraint oauth_client_states_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE,
  constraint oauth_client_states_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE,
  constraint oauth_client_states_purpose_check CHECK ((purpose = ANY (ARRAY['sign_in'::text, 'link'::text, 'test'::text]))),
  constraint oauth_client_states_surface_check CHECK ((surface = ANY (ARRAY['web'::text, 'app'::text])))
);
CREATE INDEX oauth_client_states_end ON auth.oauth_client_states USING btree (expires_at);
CREATE INDEX oauth_client_states_flow ON auth.oauth_client_states USING btree (flow_state_id) WHERE (flow_state_id IS NOT NULL);
comment on table auth.oauth_client_states is 'Global: somebody is on their way through another provider. State is stored hashed and used once; verifier and nonce are sealed; browser_hash ties it to the browser that left.';
comment on column auth.oauth_client_states.proven is 'Sealed: what the provider said, until the app that asked to connect the account redeems its code.';
grant delete, insert, select, update on auth.oauth_client_states to stoa_app;

create table auth.oauth_clients (
  id uuid default uuidv7() not null,
  organization_id uuid not null,
  client_secret_hash text,
  registration_type text default 'manual'::text not null,
  redirect_uris text[] default '{}'::text[] not null,
  post_logout_redirect_uris text[] default '{}'::text[] not null,
  grant_types text[] default '{authorization_code,refresh_token}'::text[] not null,
  response_types text[] default '{code}'::text[] not null,
  client_type text default 'confidential'::text not null,
  token_endpoint_auth_method text default 'client_secret_basic'::text not null,
  scope text default 'openid profile email'::text not null,
  client_name text,
  client_uri text,
  logo_uri text,
  policy_uri text,
  tos_uri text,
  contacts text[] default '{}'::text[] not null,
  metadata jsonb default '{}'::jsonb not null,
  registration_token_hash bytea,
  created_by uuid,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  deleted_at timestamp with time zone,
  constraint oauth_clients_pkey PRIMARY KEY (id),
  constraint oauth_clients_created_by_fkey FOREIGN KEY (created_by) REFERENCES auth.users(id) ON DELETE SET NULL,
  constraint oauth_clients_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE,
  constraint oauth_clients_client_type_check CHECK ((client_type = ANY (ARRAY['public'::text, 'confidential'::text]))),
  constraint oauth_clients_registration_type_check CHECK ((registration_type = ANY (ARRAY['dynamic'::text, 'manual'::text])))
);
CREATE INDEX oauth_clients_organization ON auth.oauth_clients USING btree (organization_id, id DESC) WHERE (deleted_at IS NULL);
comment on table auth.oauth_clients is 'Global: apps that ask people to let them in; a client id is one of a kind on the internet. organization_id says whose people it asks.';
grant delete, insert, select, update on auth.oauth_clients to stoa_app;

create table auth.oauth_consents (
  id uuid default uuidv7() not null,
  organization_id uuid not null,
  user_id uuid not null,
  client_id uuid not null,
  scopes text[] default '{}'::text[] not null,
  payload jsonb default '{}'::jsonb not null,
  granted_at timestamp with time zone default now() not null,
  revoked_at timestamp with time zone,
  constraint oauth_consents_pkey PRIMARY KEY (id),
  constraint oauth_consents_client_id_fkey FOREIGN KEY (client_id) REFERENCES auth.oauth_clients(id) ON DELETE CASCADE,
  constraint oauth_consents_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE,
  constraint oauth_consents_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
);
CREATE INDEX oauth_consents_client ON auth.oauth_consents USING btree (client_id);
CREATE UNIQUE INDEX oauth_consents_open ON auth.oauth_consents USING btree (user_id, client_id) WHERE (revoked_at IS NULL);
comment on table auth.oauth_consents is 'Global: what a person allowed an app to do, until they take it back.';
grant delete, insert, select, update on auth.oauth_consents to stoa_app;

create table auth.oauth_providers (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  identifier text not null,
  provider_type text default 'oidc'::text not null,
  name text not null,
  client_id text not null,
  client_secret text,
  issuer text,
  discovery_url text,
  skip_nonce_check boolean default false not null,
  pkce_enabled boolean default true not null,
  authorization_url text,
  token_url text,
  userinfo_url text,
  jwks_uri text,
  scopes text[] default '{}'::text[] not null,
  acceptable_client_ids text[] default '{}'::text[] not null,
  authorization_params jsonb default '{}'::jsonb not null,
  attribute_mapping jsonb default '{}'::jsonb not null,
  settings jsonb default '{}'::jsonb not null,
  email_optional boolean default false not null,
  enabled boolean default true not null,
  sso_provider_id uuid,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint oauth_providers_organization_id_identifier_key UNIQUE (organization_id, identifier),
  constraint oauth_providers_pkey PRIMARY KEY (organization_id, id),
  constraint oauth_providers_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE,
  constraint oauth_providers_organization_id_sso_provider_id_fkey FOREIGN KEY (organization_id, sso_provider_id) REFERENCES auth.sso_providers(organization_id, id) ON DELETE CASCADE,
  constraint oauth_providers_identifier_check CHECK ((identifier ~ '^[a-z0-9][a-z0-9:_.-]{0,62}$'::text)),
  constraint oauth_providers_provider_type_check CHECK ((provider_type = ANY (ARRAY['oidc'::text, 'oauth2'::text])))
);
CREATE UNIQUE INDEX oauth_providers_sso ON auth.oauth_providers USING btree (organization_id, sso_provider_id) WHERE (sso_provider_id IS NOT NULL);
comment on table auth.oauth_providers is 'Providers people may sign in with at an organization, and the OIDC side of its single sign-on. The secret is sealed.';
grant delete, insert, select, update on auth.oauth_providers to stoa_app;

create table auth.one_time_tokens (
  id uuid default uuidv7() not null,
  user_id uuid,
  organization_id uuid,
  token_type text not null,
  token_hash bytea not null,
  relates_to text not null,
  pending jsonb default '{}'::jsonb not null,
  expires_at timestamp with time zone not null,
  consumed_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  code_hash bytea,
  tries smallint default 0 not null,
  redirect_to text,
  flow_state_id uuid,
  sent_at timestamp with time zone,
  ip_address inet,
  constraint one_time_tokens_token_hash_key UNIQUE (token_hash),
  constraint one_time_tokens_pkey PRIMARY KEY (id),
  constraint one_time_tokens_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE,
  constraint one_time_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE,
  constraint one_time_tokens_check CHECK (((user_id IS NOT NULL) OR (token_type <> 'reauthentication_token'::text))),
  constraint one_time_tokens_token_type_check CHECK ((token_type = ANY (ARRAY['confirmation_token'::text, 'reauthentication_token'::text, 'recovery_token'::text, 'email_change_token_new'::text, 'email_change_token_current'::text, 'phone_change_token'::text, 'setup_token'::text, 'magiclink_token'::text, 'invite_token'::text, 'phone_token'::text, 'email_address_token'::text, 'address_undo_token'::text])))
);
CREATE INDEX one_time_tokens_address ON auth.one_time_tokens USING btree (relates_to, token_type);
CREATE INDEX one_time_tokens_end ON auth.one_time_tokens USING btree (expires_at);
CREATE INDEX one_time_tokens_user ON auth.one_time_tokens USING btree (user_id, token_type);
comment on table auth.one_time_tokens is 'Global: links and codes sent by mail or text message. Hashed; consumed once by one conditional update.';
comment on column auth.one_time_tokens.user_id is 'Null while nobody has proven the address yet, and while nobody has looked up whom it means.';
comment on column auth.one_time_tokens.organization_id is 'Organization whose door the person knocked at.';
comment on column auth.one_time_tokens.pending is 'What takes effect when the link is used: name, argon2id hash of the chosen password, language.';
comment on column auth.one_time_tokens.code_hash is 'Keyed hash of the short code sent along with the link; after a few wrong tries the row is dead.';
comment on column auth.one_time_tokens.sent_at is 'When it was asked for; the pause before the next one counts from here.';
grant delete, insert, select, update on auth.one_time_tokens to stoa_app;

create table auth.organization_domains (
  domain text not null,
  organization_id uuid not null,
  created_at timestamp with time zone default now() not null,
  constraint organization_domains_pkey PRIMARY KEY (domain),
  constraint organization_domains_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE
);
CREATE INDEX organization_domains_org ON auth.organization_domains USING btree (organization_id);
comment on table auth.organization_domains is 'Global: directory of host names that lead to an organization.';
grant delete, insert, select, update on auth.organization_domains to stoa_app;

create table auth.organizations (
  id uuid default uuidv7() not null,
  slug text not null,
  name text not null,
  description text,
  website text,
  type text default 'client'::text not null,
  subscription_tier text default 'free'::text not null,
  logo_object_id uuid,
  accent_color text,
  custom_terminology jsonb default '{}'::jsonb not null,
  settings jsonb default '{}'::jsonb not null,
  default_language text default 'en'::text not null,
  is_default boolean default false not null,
  public_revision bigint default 1 not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  access_revision bigint default 1 not null,
  cover_object_id uuid,
  constraint organizations_slug_key UNIQUE (slug),
  constraint organizations_pkey PRIMARY KEY (id),
  constraint organizations_cover_object_fkey FOREIGN KEY (id, cover_object_id) REFERENCES storage.objects(organization_id, id) ON DELETE RESTRICT,
  constraint organizations_logo_object_fkey FOREIGN KEY (id, logo_object_id) REFERENCES storage.objects(organization_id, id) ON DELETE RESTRICT,
  constraint organizations_accent_color_check CHECK ((accent_color ~ '^#[0-9a-f]{6}$'::text)),
  constraint organizations_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint organizations_slug_check CHECK ((slug ~ '^[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?$'::text)),
  constraint organizations_type_check CHECK ((type = ANY (ARRAY['client'::text, 'expert'::text])))
);
CREATE UNIQUE INDEX organizations_default ON auth.organizations USING btree (is_default) WHERE is_default;
comment on table auth.organizations is 'Global: the tenants. Everything an organization owns carries its id.';
comment on column auth.organizations.logo_object_id is 'Square mark beside the name, in the bucket for public pictures.';
comment on column auth.organizations.is_default is 'The organization a stranger sees when neither host nor choice names one.';
comment on column auth.organizations.public_revision is 'Rises with every change a stranger could see; rendered public pages are kept by it.';
comment on column auth.organizations.access_revision is 'Rises with every change of roles, their assignment or module switches; what members may do is kept by it.';
comment on column auth.organizations.cover_object_id is 'Wide picture on the public home, in the bucket for public pictures.';
grant delete, insert, select, update on auth.organizations to stoa_app;

create table auth.proven_domains (
  domain text not null,
  organization_id uuid not null,
  sso_domain_id uuid not null,
  created_at timestamp with time zone default now() not null,
  constraint proven_domains_pkey PRIMARY KEY (domain),
  constraint proven_domains_organization_id_sso_domain_id_fkey FOREIGN KEY (organization_id, sso_domain_id) REFERENCES auth.sso_domains(organization_id, id) ON DELETE CASCADE
);
comment on table auth.proven_domains is 'Global: directory of proven mail domains; each leads to one single sign-on.';
grant delete, insert, select, update on auth.proven_domains to stoa_app;

create table auth.refresh_tokens (
  id bigint not null,
  session_id uuid not null,
  user_id uuid not null,
  token_hash bytea not null,
  parent bigint,
  revoked boolean default false not null,
  forgiven_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint refresh_tokens_token_hash_key UNIQUE (token_hash),
  constraint refresh_tokens_pkey PRIMARY KEY (id),
  constraint refresh_tokens_session_id_fkey FOREIGN KEY (session_id) REFERENCES auth.sessions(id) ON DELETE CASCADE,
  constraint refresh_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX refresh_tokens_current ON auth.refresh_tokens USING btree (session_id) WHERE (NOT revoked);
CREATE UNIQUE INDEX refresh_tokens_parent ON auth.refresh_tokens USING btree (session_id, parent) WHERE (parent IS NOT NULL);
CREATE INDEX refresh_tokens_user ON auth.refresh_tokens USING btree (user_id);
comment on table auth.refresh_tokens is 'Global: the family of refresh tokens of a session, hashed. One is current; parent is the one it replaced.';
comment on column auth.refresh_tokens.forgiven_at is 'When a used token was answered once more, because its first answer was lost.';
grant delete, insert, select, update on auth.refresh_tokens to stoa_app;

create table auth.role_assignments (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  membership_id uuid not null,
  role_id uuid not null,
  is_primary boolean default false not null,
  assigned_at timestamp with time zone default now() not null,
  assigned_by uuid,
  group_id uuid,
  constraint role_assignments_organization_id_membership_id_role_id_key UNIQUE (organization_id, membership_id, role_id),
  constraint role_assignments_pkey PRIMARY KEY (organization_id, id),
  constraint role_assignments_assigned_by_fkey FOREIGN KEY (assigned_by) REFERENCES auth.users(id) ON DELETE SET NULL,
  constraint role_assignments_organization_id_group_id_fkey FOREIGN KEY (organization_id, group_id) REFERENCES auth.directory_groups(organization_id, id) ON DELETE CASCADE,
  constraint role_assignments_organization_id_membership_id_fkey FOREIGN KEY (organization_id, membership_id) REFERENCES auth.memberships(organization_id, id) ON DELETE CASCADE,
  constraint role_assignments_organization_id_role_id_fkey FOREIGN KEY (organization_id, role_id) REFERENCES auth.roles(organization_id, id) ON DELETE RESTRICT
);
CREATE INDEX role_assignments_group ON auth.role_assignments USING btree (organization_id, group_id) WHERE (group_id IS NOT NULL);
CREATE INDEX role_assignments_role ON auth.role_assignments USING btree (organization_id, role_id);
comment on table auth.role_assignments is 'Which roles a member holds.';
comment on column auth.role_assignments.group_id is 'The directory group the role comes from; such a role goes when the group does.';
grant delete, insert, select, update on auth.role_assignments to stoa_app;

create table auth.role_module_access (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  role_id uuid not null,
  module_id uuid not null,
  has_access boolean default true not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint role_module_access_organization_id_role_id_module_id_key UNIQUE (organization_id, role_id, module_id),
  constraint role_module_access_pkey PRIMARY KEY (organization_id, id),
  constraint role_module_access_organization_id_module_id_fkey FOREIGN KEY (organization_id, module_id) REFERENCES auth.modules(organization_id, id) ON DELETE CASCADE,
  constraint role_module_access_organization_id_role_id_fkey FOREIGN KEY (organization_id, role_id) REFERENCES auth.roles(organization_id, id) ON DELETE CASCADE
);
comment on table auth.role_module_access is 'Module switch of a role; no row means on.';
grant delete, insert, select, update on auth.role_module_access to stoa_app;

create table auth.roles (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  key text not null,
  name text not null,
  description text,
  permissions text[] default '{}'::text[] not null,
  rank smallint default 10 not null,
  is_default boolean default false not null,
  is_built_in boolean default false not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint roles_organization_id_key_key UNIQUE (organization_id, key),
  constraint roles_pkey PRIMARY KEY (organization_id, id),
  constraint roles_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE
);
comment on table auth.roles is 'Named sets of permissions of an organization.';
comment on column auth.roles.rank is 'Who stands above whom: nobody acts on a person of their own or a higher rank.';
comment on column auth.roles.is_default is 'Given to people who sign up by themselves.';
grant delete, insert, select, update on auth.roles to stoa_app;

create table auth.saml_assertions (
  organization_id uuid not null,
  assertion_hash bytea not null,
  expires_at timestamp with time zone not null,
  constraint saml_assertions_pkey PRIMARY KEY (organization_id, assertion_hash),
  constraint saml_assertions_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE
);
CREATE INDEX saml_assertions_end ON auth.saml_assertions USING btree (expires_at);
comment on table auth.saml_assertions is 'Assertions that were used, until they expire: none works twice.';
grant delete, insert, select, update on auth.saml_assertions to stoa_app;

create table auth.saml_keys (
  id uuid default uuidv7() not null,
  certificate text not null,
  sealed_private_key text not null,
  is_current boolean default true not null,
  created_at timestamp with time zone default now() not null,
  constraint saml_keys_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX saml_keys_current ON auth.saml_keys USING btree (is_current) WHERE is_current;
comment on table auth.saml_keys is 'Global: the key Stoa signs requests to SAML identity providers with. The private part is sealed.';
comment on column auth.saml_keys.certificate is 'Self-signed, as base64 of its DER: what identity providers get with our metadata.';
grant insert, select on auth.saml_keys to stoa_app;

create table auth.saml_providers (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  sso_provider_id uuid not null,
  entity_id text not null,
  metadata_xml text not null,
  metadata_url text,
  attribute_mapping jsonb default '{}'::jsonb not null,
  name_id_format text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint saml_providers_organization_id_entity_id_key UNIQUE (organization_id, entity_id),
  constraint saml_providers_organization_id_sso_provider_id_key UNIQUE (organization_id, sso_provider_id),
  constraint saml_providers_pkey PRIMARY KEY (organization_id, id),
  constraint saml_providers_organization_id_sso_provider_id_fkey FOREIGN KEY (organization_id, sso_provider_id) REFERENCES auth.sso_providers(organization_id, id) ON DELETE CASCADE
);
comment on table auth.saml_providers is 'Metadata of an identity provider that speaks SAML 2.0.';
grant delete, insert, select, update on auth.saml_providers to stoa_app;

create table auth.saml_relay_states (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  sso_provider_id uuid not null,
  request_id text not null,
  for_email text,
  redirect_to text,
  flow_state_id uuid,
  browser_hash bytea,
  surface text default 'web'::text not null,
  purpose text default 'sign_in'::text not null,
  consumed_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint saml_relay_states_organization_id_request_id_key UNIQUE (organization_id, request_id),
  constraint saml_relay_states_pkey PRIMARY KEY (organization_id, id),
  constraint saml_relay_states_flow_state_id_fkey FOREIGN KEY (flow_state_id) REFERENCES auth.flow_state(id) ON DELETE CASCADE,
  constraint saml_relay_states_organization_id_sso_provider_id_fkey FOREIGN KEY (organization_id, sso_provider_id) REFERENCES auth.sso_providers(organization_id, id) ON DELETE CASCADE,
  constraint saml_relay_states_purpose_check CHECK ((purpose = ANY (ARRAY['sign_in'::text, 'test'::text]))),
  constraint saml_relay_states_surface_check CHECK ((surface = ANY (ARRAY['web'::text, 'app'::text])))
);
CREATE INDEX saml_relay_states_end ON auth.saml_relay_states USING btree (expires_at);
comment on table auth.saml_relay_states is 'Requests sent to a SAML provider; each is answered once.';
grant delete, insert, select, update on auth.saml_relay_states to stoa_app;

create table auth.security_policies (
  organization_id uuid not null,
  require_second_factor boolean default false not null,
  require_sso boolean default false not null,
  one_session_per_person boolean default false not null,
  session_max_hours integer,
  session_idle_hours integer,
  allow_api_tokens boolean default true not null,
  allow_anonymous boolean default false not null,
  api_token_max_days integer,
  updated_at timestamp with time zone default now() not null,
  constraint security_policies_pkey PRIMARY KEY (organization_id),
  constraint security_policies_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE,
  constraint security_policies_api_token_max_days_check CHECK (((api_token_max_days >= 1) AND (api_token_max_days <= 3650))),
  constraint security_policies_session_idle_hours_check CHECK (((session_idle_hours >= 1) AND (session_idle_hours <= 8760))),
  constraint security_policies_session_max_hours_check CHECK (((session_max_hours >= 1) AND (session_max_hours <= 8760)))
);
comment on table auth.security_policies is 'Rules of an organization for signing in: second factor, single sign-on, limits of sessions and tokens.';
grant delete, insert, select, update on auth.security_policies to stoa_app;

create table auth.sessions (
  id uuid default uuidv7() not null,
  user_id uuid not null,
  organization_id uuid,
  token_hash bytea,
  aal text default 'aal1'::text not null,
  factor_id uuid,
  not_after timestamp with time zone not null,
  idle_after timestamp with time zone not null,
  refreshed_at timestamp with time zone default now() not null,
  user_agent text,
  ip inet,
  tag text,
  scopes text,
  impersonated_by uuid,
  impersonation_reason text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  oauth_client_id uuid,
  sso_provider_id uuid,
  is_bound boolean default false not null,
  api_scopes text[],
  refresh_token_hmac_key text,
  refresh_token_counter bigint default 0 not null,
  authenticated_at timestamp with time zone default now() not null,
  impersonated_from uuid,
  country text,
  city text,
  constraint sessions_token_hash_key UNIQUE (token_hash),
  constraint sessions_pkey PRIMARY KEY (id),
  constraint sessions_impersonated_by_fkey FOREIGN KEY (impersonated_by) REFERENCES auth.users(id) ON DELETE CASCADE,
  constraint sessions_impersonated_from_fkey FOREIGN KEY (impersonated_from) REFERENCES auth.sessions(id) ON DELETE CASCADE,
  constraint sessions_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE SET NULL,
  constraint sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE,
  constraint sessions_aal_check CHECK ((aal = ANY (ARRAY['aal1'::text, 'aal2'::text, 'aal3'::text])))
);
CREATE INDEX sessions_end ON auth.sessions USING btree (not_after);
CREATE INDEX sessions_impersonated_by ON auth.sessions USING btree (impersonated_by) WHERE (impersonated_by IS NOT NULL);
CREATE INDEX sessions_impersonated_from ON auth.sessions USING btree (impersonated_from) WHERE (impersonated_from IS NOT NULL);
CREATE INDEX sessions_organization ON auth.sessions USING btree (organization_id, user_id);
CREATE INDEX sessions_user ON auth.sessions USING btree (user_id);
comment on table auth.sessions is 'Global: where a person is signed in. organization_id is the organization they look at now. The token is stored hashed.';
comment on column auth.sessions.token_hash is 'Hash of the cookie or session token; null for the session of an app, which lives by refresh tokens.';
comment on column auth.sessions.sso_provider_id is 'The single sign-on it came by. Such a session sees the organization of that provider and no other.';
comment on column auth.sessions.is_bound is 'Opened on the word of a provider its organization set up by itself: good for that organization and no other.';
comment on column auth.sessions.api_scopes is 'What the session of an outside app may do; null for everything the person may.';
comment on column auth.sessions.refresh_token_hmac_key is 'Sealed key of the refresh tokens of a session that was imported; our own are derived from the master secret.';
comment on column auth.sessions.refresh_token_counter is 'How many refresh tokens the session had; the present one is derived from it and never stored.';
comment on column auth.sessions.authenticated_at is 'When the person last proved who they are; dangerous acts ask for a recent proof.';
comment on column auth.sessions.impersonated_from is 'The session of the administrator who acts in this person''s name; when it ends, so does this one.';
grant delete, insert, select, update on auth.sessions to stoa_app;

create table auth.signing_keys (
  id text not null,
  algorithm text not null,
  public_jwk jsonb not null,
  sealed_private_jwk text not null,
  status text default 'standby'::text not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint signing_keys_pkey PRIMARY KEY (id),
  constraint signing_keys_algorithm_check CHECK ((algorithm = ANY (ARRAY['ES256'::text, 'RS256'::text]))),
  constraint signing_keys_status_check CHECK ((status = ANY (ARRAY['standby'::text, 'current'::text, 'previous'::text, 'revoked'::text])))
);
CREATE UNIQUE INDEX signing_keys_current ON auth.signing_keys USING btree (algorithm) WHERE (status = 'current'::text);
comment on table auth.signing_keys is 'Global: keys that sign access and id tokens. Private parts are sealed.';
grant delete, insert, select, update on auth.signing_keys to stoa_app;

create table auth.sso_domains (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  sso_provider_id uuid not null,
  domain text not null,
  verification_token text not null,
  verified_at timestamp with time zone,
  verified_by text,
  last_checked_at timestamp with time zone,
  missing_since timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint sso_domains_organization_id_domain_key UNIQUE (organization_id, domain),
  constraint sso_domains_pkey PRIMARY KEY (organization_id, id),
  constraint sso_domains_organization_id_sso_provider_id_fkey FOREIGN KEY (organization_id, sso_provider_id) REFERENCES auth.sso_providers(organization_id, id) ON DELETE CASCADE,
  constraint sso_domains_domain_check CHECK (((domain = lower(domain)) AND ((length(domain) >= 3) AND (length(domain) <= 253)))),
  constraint sso_domains_verified_by_check CHECK ((verified_by = ANY (ARRAY['dns'::text, 'operator'::text])))
);
comment on table auth.sso_domains is 'Mail domains an organization claims for its single sign-on; nothing follows from one until it is proven.';
comment on column auth.sso_domains.missing_since is 'Since when the proof is gone from the DNS; it counts for a few days more.';
grant delete, insert, select, update on auth.sso_domains to stoa_app;

create table auth.sso_providers (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  resource_id text,
  name text default ''::text not null,
  kind text not null,
  disabled boolean default false not null,
  default_role_id uuid,
  last_tested_at timestamp with time zone,
  last_test_outcome text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint sso_providers_pkey PRIMARY KEY (organization_id, id),
  constraint sso_providers_organization_id_default_role_id_fkey FOREIGN KEY (organization_id, default_role_id) REFERENCES auth.roles(organization_id, id) ON DELETE SET NULL (default_role_id),
  constraint sso_providers_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE,
  constraint sso_providers_kind_check CHECK ((kind = ANY (ARRAY['saml'::text, 'oidc'::text])))
);
CREATE INDEX sso_providers_id ON auth.sso_providers USING btree (id);
CREATE UNIQUE INDEX sso_providers_resource ON auth.sso_providers USING btree (organization_id, lower(resource_id));
comment on table auth.sso_providers is 'Single sign-on an organization set up.';
grant delete, insert, select, update on auth.sso_providers to stoa_app;

create table auth.user_emails (
  id uuid default uuidv7() not null,
  user_id uuid not null,
  email text not null,
  email_type text default 'alternate'::text not null,
  is_primary boolean default false not null,
  is_verified boolean default false not null,
  added_at timestamp with time zone default now() not null,
  added_by uuid,
  verified_at timestamp with time zone,
  constraint user_emails_pkey PRIMARY KEY (id),
  constraint user_emails_added_by_fkey FOREIGN KEY (added_by) REFERENCES auth.users(id) ON DELETE SET NULL,
  constraint user_emails_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE,
  constraint user_emails_email_type_check CHECK ((email_type = ANY (ARRAY['primary'::text, 'alternate'::text])))
);
CREATE UNIQUE INDEX user_emails_primary ON auth.user_emails USING btree (user_id) WHERE is_primary;
CREATE INDEX user_emails_user ON auth.user_emails USING btree (user_id);
CREATE UNIQUE INDEX user_emails_verified ON auth.user_emails USING btree (lower(email)) WHERE is_verified;
comment on table auth.user_emails is 'Global: every address of a person; a proven address belongs to one person only.';
grant delete, insert, select, update on auth.user_emails to stoa_app;

create table auth.user_module_access (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  membership_id uuid not null,
  module_id uuid not null,
  has_access boolean default true not null,
  granted_by uuid,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint user_module_access_organization_id_membership_id_module_id_key UNIQUE (organization_id, membership_id, module_id),
  constraint user_module_access_pkey PRIMARY KEY (organization_id, id),
  constraint user_module_access_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES auth.users(id) ON DELETE SET NULL,
  constraint user_module_access_organization_id_membership_id_fkey FOREIGN KEY (organization_id, membership_id) REFERENCES auth.memberships(organization_id, id) ON DELETE CASCADE,
  constraint user_module_access_organization_id_module_id_fkey FOREIGN KEY (organization_id, module_id) REFERENCES auth.modules(organization_id, id) ON DELETE CASCADE
);
comment on table auth.user_module_access is 'Module switch of one person; wins over the roles.';
grant delete, insert, select, update on auth.user_module_access to stoa_app;

create table auth.user_preferences (
  user_id uuid not null,
  theme text default 'system'::text not null,
  language text default 'en'::text not null,
  timezone text default 'UTC'::text not null,
  date_format text default 'medium'::text not null,
  email_notifications boolean default true not null,
  push_notifications boolean default false not null,
  view_orders jsonb default '{}'::jsonb not null,
  custom_settings jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint user_preferences_pkey PRIMARY KEY (user_id),
  constraint user_preferences_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE,
  constraint user_preferences_date_format_check CHECK ((date_format = ANY (ARRAY['short'::text, 'medium'::text, 'long'::text, 'iso'::text]))),
  constraint user_preferences_theme_check CHECK ((theme = ANY (ARRAY['system'::text, 'light'::text, 'dark'::text])))
);
comment on table auth.user_preferences is 'Global: look, language, time and notice switches of a person.';
grant delete, insert, select, update on auth.user_preferences to stoa_app;

create table auth.users (
  id uuid default uuidv7() not null,
  email text,
  phone text,
  encrypted_password text,
  name text default ''::text not null,
  first_name text,
  last_name text,
  username text,
  headline text,
  bio text,
  avatar_object jsonb,
  cover_object jsonb,
  website text,
  links jsonb default '{}'::jsonb not null,
  email_confirmed_at timestamp with time zone,
  phone_confirmed_at timestamp with time zone,
  confirmed_at timestamp with time zone generated always as (LEAST(email_confirmed_at, phone_confirmed_at)) stored,
  last_sign_in_at timestamp with time zone,
  password_changed_at timestamp with time zone,
  raw_app_meta_data jsonb default '{}'::jsonb not null,
  raw_user_meta_data jsonb default '{}'::jsonb not null,
  onboarding_state jsonb default '{}'::jsonb not null,
  is_super_admin boolean default false not null,
  is_sso_user boolean default false not null,
  is_anonymous boolean default false not null,
  banned_until timestamp with time zone,
  invited_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  deleted_at timestamp with time zone,
  invited_by uuid,
  deletion_reason text,
  avatar_organization_id uuid generated always as (((avatar_object ->> 'organizationId'::text))::uuid) stored,
  avatar_object_id uuid generated always as (((avatar_object ->> 'objectId'::text))::uuid) stored,
  constraint users_pkey PRIMARY KEY (id),
  constraint users_avatar_object_fkey FOREIGN KEY (avatar_organization_id, avatar_object_id) REFERENCES storage.objects(organization_id, id) ON DELETE RESTRICT,
  constraint users_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES auth.users(id) ON DELETE SET NULL
);
CREATE INDEX users_avatar ON auth.users USING btree (avatar_organization_id, avatar_object_id) WHERE (avatar_object_id IS NOT NULL);
CREATE UNIQUE INDEX users_email ON auth.users USING btree (lower(email)) WHERE (deleted_at IS NULL);
CREATE INDEX users_email_search ON auth.users USING gin (email gin_trgm_ops);
CREATE INDEX users_name_search ON auth.users USING gin (name gin_trgm_ops);
CREATE UNIQUE INDEX users_phone ON auth.users USING btree (phone) WHERE (deleted_at IS NULL);
CREATE INDEX users_phone_search ON auth.users USING btree (phone text_pattern_ops) WHERE (phone IS NOT NULL);
CREATE UNIQUE INDEX users_username ON auth.users USING btree (lower(username)) WHERE (deleted_at IS NULL);
comment on table auth.users is 'Global: people. One row per person over all organizations; erased by pseudonymizing.';
comment on column auth.users.encrypted_password is 'argon2id in PHC form, or null when the person has none. Imported bcrypt and PBKDF2 hashes are replaced at the first sign-in.';
comment on column auth.users.avatar_object is 'Reference to a stored picture: organizationId, objectId.';
comment on column auth.users.avatar_organization_id is 'Organization whose store keeps the picture, read from avatar_object.';
comment on column auth.users.avatar_object_id is 'The stored picture, read from avatar_object.';
grant delete, insert, select, update on auth.users to stoa_app;

create table auth.webauthn_challenges (
  id uuid default uuidv7() not null,
  user_id uuid,
  organization_id uuid,
  challenge_type text not null,
  challenge text not null,
  expires_at timestamp with time zone not null,
  consumed_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint webauthn_challenges_challenge_key UNIQUE (challenge),
  constraint webauthn_challenges_pkey PRIMARY KEY (id),
  constraint webauthn_challenges_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE,
  constraint webauthn_challenges_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE,
  constraint webauthn_challenges_challenge_type_check CHECK ((challenge_type = ANY (ARRAY['registration'::text, 'authentication'::text])))
);
CREATE INDEX webauthn_challenges_end ON auth.webauthn_challenges USING btree (expires_at);
comment on table auth.webauthn_challenges is 'Global: what a passkey was asked to sign; used up by one conditional update.';
grant delete, insert, select, update on auth.webauthn_challenges to stoa_app;

create table auth.webauthn_credentials (
  id uuid default uuidv7() not null,
  user_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  sign_count bigint default 0 not null,
  transports text[] default '{}'::text[] not null,
  aaguid uuid,
  device_type text default 'singleDevice'::text not null,
  backed_up boolean default false not null,
  friendly_name text,
  last_used_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint webauthn_credentials_credential_id_key UNIQUE (credential_id),
  constraint webauthn_credentials_pkey PRIMARY KEY (id),
  constraint webauthn_credentials_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE,
  constraint webauthn_credentials_device_type_check CHECK ((device_type = ANY (ARRAY['singleDevice'::text, 'multiDevice'::text])))
);
CREATE INDEX webauthn_credentials_user ON auth.webauthn_credentials USING btree (user_id, id);
comment on table auth.webauthn_credentials is 'Global: passkeys. Only public keys are kept.';
grant delete, insert, select, update on auth.webauthn_credentials to stoa_app;

create table imports.course_imports (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  run_id uuid not null,
  object_id uuid,
  course_id uuid,
  file_name text not null,
  package_kind text,
  package_version text,
  publish boolean default false not null,
  attempts integer default 0 not null,
  title text,
  imported integer default 0 not null,
  converted integer default 0 not null,
  dropped integer default 0 not null,
  summary jsonb default '[]'::jsonb not null,
  problem jsonb,
  started_by uuid,
  created_at timestamp with time zone default now() not null,
  finished_at timestamp with time zone,
  constraint course_imports_pkey PRIMARY KEY (organization_id, id),
  constraint course_imports_organization_id_course_id_fkey FOREIGN KEY (organization_id, course_id) REFERENCES learning.courses(organization_id, id) ON DELETE SET NULL (course_id),
  constraint course_imports_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE,
  constraint course_imports_organization_id_object_id_fkey FOREIGN KEY (organization_id, object_id) REFERENCES storage.objects(organization_id, id) ON DELETE SET NULL (object_id),
  constraint course_imports_organization_id_run_id_fkey FOREIGN KEY (organization_id, run_id) REFERENCES platform.runs(organization_id, id) ON DELETE RESTRICT,
  constraint course_imports_started_by_fkey FOREIGN KEY (started_by) REFERENCES auth.users(id) ON DELETE SET NULL,
  constraint course_imports_package_kind_check CHECK ((package_kind = ANY (ARRAY['olx'::text, 'common-cartridge'::text])))
);
CREATE INDEX course_imports_course ON imports.course_imports USING btree (organization_id, course_id);
CREATE INDEX course_imports_object ON imports.course_imports USING btree (organization_id, object_id);
CREATE UNIQUE INDEX course_imports_run ON imports.course_imports USING btree (organization_id, run_id);
CREATE INDEX course_imports_started_by ON imports.course_imports USING btree (organization_id, started_by, id DESC);
comment on table imports.course_imports is 'A course package that was brought in; the counts come from its report.';
comment on column imports.course_imports.object_id is 'The uploaded package, kept until the import is over; null when it was read from a disk.';
comment on column imports.course_imports.attempts is 'How often the work was begun. Who began it writes only while this is still their number, so that a process thought dead cannot interfere.';
comment on column imports.course_imports.summary is 'Lines of the report counted by kind of item: [{kind, imported, converted, dropped}].';
comment on column imports.course_imports.problem is 'Why it failed, or was not published: {code, params}; the sentence is made for whoever reads it.';
grant delete, insert, select, update on imports.course_imports to stoa_app;

create table imports.report_lines (
  organization_id uuid not null,
  import_id uuid not null,
  number integer not null,
  source_kind text not null,
  source_id text not null,
  title text,
  outcome text not null,
  code text not null,
  params jsonb default '{}'::jsonb not null,
  node_id uuid,
  constraint report_lines_pkey PRIMARY KEY (organization_id, import_id, number),
  constraint report_lines_organization_id_import_id_fkey FOREIGN KEY (organization_id, import_id) REFERENCES imports.course_imports(organization_id, id) ON DELETE CASCADE,
  constraint report_lines_outcome_check CHECK ((outcome = ANY (ARRAY['imported'::text, 'converted'::text, 'dropped'::text])))
);
CREATE INDEX report_lines_outcome ON imports.report_lines USING btree (organization_id, import_id, outcome, number);
comment on table imports.report_lines is 'The fidelity report: every item of the source and what became of it.';
grant delete, insert, select, update on imports.report_lines to stoa_app;

create table learning.activities (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  enrollment_id uuid not null,
  type text not null,
  description text,
  metadata jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone default now() not null,
  constraint activities_pkey PRIMARY KEY (organization_id, id),
  constraint activities_organization_id_enrollment_id_fkey FOREIGN KEY (organization_id, enrollment_id) REFERENCES learning.enrollments(organization_id, id) ON DELETE CASCADE,
  constraint activities_type_check CHECK ((type = ANY (ARRAY['logged_in'::text, 'completed_lesson'::text, 'downloaded_file'::text, 'missed_assignment'::text, 'submitted_assignment'::text, 'viewed_lesson'::text, 'started_course'::text])))
);
CREATE INDEX activities_enrollment ON learning.activities USING btree (organization_id, enrollment_id, created_at DESC);
comment on table learning.activities is 'What a learner did in a course, as a timeline.';
grant delete, insert, select, update on learning.activities to stoa_app;

create table learning.attempts (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  quiz_id uuid not null,
  enrollment_id uuid not null,
  number integer not null,
  state text default 'open'::text not null,
  answers jsonb default '{}'::jsonb not null,
  results jsonb,
  points_earned numeric(10,2),
  points_total integer,
  score smallint,
  correct_answers integer,
  total_questions integer not null,
  passed boolean,
  started_at timestamp with time zone default now() not null,
  due_at timestamp with time zone,
  submitted_at timestamp with time zone,
  updated_at timestamp with time zone default now() not null,
  constraint attempts_organization_id_quiz_id_enrollment_id_number_key UNIQUE (organization_id, quiz_id, enrollment_id, number),
  constraint attempts_pkey PRIMARY KEY (organization_id, id),
  constraint attempts_organization_id_enrollment_id_fkey FOREIGN KEY (organization_id, enrollment_id) REFERENCES learning.enrollments(organization_id, id) ON DELETE CASCADE,
  constraint attempts_organization_id_quiz_id_fkey FOREIGN KEY (organization_id, quiz_id) REFERENCES learning.quizzes(organization_id, id) ON DELETE CASCADE,
  constraint attempts_number_check CHECK ((number > 0)),
  constraint attempts_score_check CHECK (((score >= 0) AND (score <= 100))),
  constraint attempts_state_check CHECK ((state = ANY (ARRAY['open'::text, 'submitted'::text])))
);
CREATE INDEX attempts_enrollment ON learning.attempts USING btree (organization_id, enrollment_id);
CREATE UNIQUE INDEX attempts_open ON learning.attempts USING btree (organization_id, quiz_id, enrollment_id) WHERE (state = 'open'::text);
comment on table learning.attempts is 'One go at a quiz: answers, marks, result.';
grant delete, insert, select, update on learning.attempts to stoa_app;

create table learning.block_files (
  organization_id uuid not null,
  block_id uuid not null,
  object_id uuid not null,
  constraint block_files_pkey PRIMARY KEY (organization_id, block_id, object_id),
  constraint block_files_organization_id_block_id_fkey FOREIGN KEY (organization_id, block_id) REFERENCES learning.blocks(organization_id, id) ON DELETE CASCADE,
  constraint block_files_organization_id_object_id_fkey FOREIGN KEY (organization_id, object_id) REFERENCES storage.objects(organization_id, id) ON DELETE RESTRICT
);
CREATE INDEX block_files_object ON learning.block_files USING btree (organization_id, object_id);
comment on table learning.block_files is 'Which files a block shows, so that a file in use is never removed.';
grant delete, insert, select, update on learning.block_files to stoa_app;

create table learning.blocks (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  node_id uuid not null,
  type text not null,
  position text collate "C" not null,
  content jsonb not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint blocks_pkey PRIMARY KEY (organization_id, id),
  constraint blocks_organization_id_node_id_fkey FOREIGN KEY (organization_id, node_id) REFERENCES learning.nodes(organization_id, id) ON DELETE CASCADE,
  constraint blocks_type_check CHECK ((type = ANY (ARRAY['text'::text, 'image'::text, 'video'::text, 'audio'::text, 'document'::text, 'code'::text, 'callout'::text, 'embed'::text, 'exercise'::text])))
);
CREATE UNIQUE INDEX blocks_order ON learning.blocks USING btree (organization_id, node_id, "position");
comment on table learning.blocks is 'The content of a page, in order; the shape of content depends on type and is checked on the way in.';
grant delete, insert, select, update on learning.blocks to stoa_app;

create table learning.categories (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  slug text not null,
  name text not null,
  description text,
  position text collate "C" not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint categories_organization_id_slug_key UNIQUE (organization_id, slug),
  constraint categories_pkey PRIMARY KEY (organization_id, id),
  constraint categories_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE
);
comment on table learning.categories is 'Shelves of the catalogue.';
grant delete, insert, select, update on learning.categories to stoa_app;

create table learning.certificate_numbers (
  number text not null,
  organization_id uuid not null,
  certificate_id uuid not null,
  constraint certificate_numbers_organization_id_certificate_id_key UNIQUE (organization_id, certificate_id),
  constraint certificate_numbers_pkey PRIMARY KEY (number),
  constraint certificate_numbers_organization_id_certificate_id_fkey FOREIGN KEY (organization_id, certificate_id) REFERENCES learning.certificates(organization_id, id) ON DELETE CASCADE
);
comment on table learning.certificate_numbers is 'Global: directory from a certificate number to its organization, for the public check.';
grant insert, select on learning.certificate_numbers to stoa_app;

create table learning.certificate_revocations (
  organization_id uuid not null,
  certificate_id uuid not null,
  reason text not null,
  revoked_by uuid,
  revoked_at timestamp with time zone default now() not null,
  constraint certificate_revocations_pkey PRIMARY KEY (organization_id, certificate_id),
  constraint certificate_revocations_organization_id_certificate_id_fkey FOREIGN KEY (organization_id, certificate_id) REFERENCES learning.certificates(organization_id, id) ON DELETE CASCADE,
  constraint certificate_revocations_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES auth.users(id) ON DELETE SET NULL,
  constraint certificate_revocations_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);
comment on table learning.certificate_revocations is 'Certificates that no longer count, with who said so and why.';
grant insert, select on learning.certificate_revocations to stoa_app;

create table learning.certificates (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  enrollment_id uuid not null,
  course_id uuid not null,
  user_id uuid,
  number text not null,
  recipient_name text not null,
  course_title text not null,
  issued_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone,
  metadata jsonb default '{}'::jsonb not null,
  constraint certificates_organization_id_enrollment_id_key UNIQUE (organization_id, enrollment_id),
  constraint certificates_pkey PRIMARY KEY (organization_id, id),
  constraint certificates_organization_id_course_id_fkey FOREIGN KEY (organization_id, course_id) REFERENCES learning.courses(organization_id, id) ON DELETE RESTRICT,
  constraint certificates_organization_id_enrollment_id_fkey FOREIGN KEY (organization_id, enrollment_id) REFERENCES learning.enrollments(organization_id, id) ON DELETE RESTRICT,
  constraint certificates_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE SET NULL
);
CREATE INDEX certificates_course ON learning.certificates USING btree (organization_id, course_id, id DESC);
CREATE INDEX certificates_person ON learning.certificates USING btree (organization_id, user_id, id DESC);
comment on table learning.certificates is 'Proof of a finished course, with the names as they were.';
grant insert, select, update on learning.certificates to stoa_app;

create table learning.completions (
  organization_id uuid not null,
  enrollment_id uuid not null,
  node_id uuid not null,
  completed_at timestamp with time zone default now() not null,
  constraint completions_pkey PRIMARY KEY (organization_id, enrollment_id, node_id),
  constraint completions_organization_id_enrollment_id_fkey FOREIGN KEY (organization_id, enrollment_id) REFERENCES learning.enrollments(organization_id, id) ON DELETE CASCADE,
  constraint completions_organization_id_node_id_fkey FOREIGN KEY (organization_id, node_id) REFERENCES learning.nodes(organization_id, id) ON DELETE CASCADE
);
CREATE INDEX completions_node ON learning.completions USING btree (organization_id, node_id);
comment on table learning.completions is 'A page a learner has finished.';
grant delete, insert, select, update on learning.completions to stoa_app;

create table learning.course_bans (
  organization_id uuid not null,
  enrollment_id uuid not null,
  type text not null,
  reason text not null,
  banned_until timestamp with time zone,
  banned_by uuid,
  created_at timestamp with time zone default now() not null,
  constraint course_bans_pkey PRIMARY KEY (organization_id, enrollment_id),
  constraint course_bans_banned_by_fkey FOREIGN KEY (banned_by) REFERENCES auth.users(id) ON DELETE SET NULL,
  constraint course_bans_organization_id_enrollment_id_fkey FOREIGN KEY (organization_id, enrollment_id) REFERENCES learning.enrollments(organization_id, id) ON DELETE CASCADE,
  constraint course_bans_check CHECK (((type = 'temporary'::text) = (banned_until IS NOT NULL))),
  constraint course_bans_type_check CHECK ((type = ANY (ARRAY['temporary'::text, 'permanent'::text])))
);
comment on table learning.course_bans is 'A learner kept out of one course.';
grant delete, insert, select, update on learning.course_bans to stoa_app;

create table learning.course_covers (
  organization_id uuid not null,
  course_id uuid not null,
  object_id uuid not null,
  alt_text text default ''::text not null,
  created_at timestamp with time zone default now() not null,
  constraint course_covers_pkey PRIMARY KEY (organization_id, course_id),
  constraint course_covers_organization_id_course_id_fkey FOREIGN KEY (organization_id, course_id) REFERENCES learning.courses(organization_id, id) ON DELETE CASCADE,
  constraint course_covers_organization_id_object_id_fkey FOREIGN KEY (organization_id, object_id) REFERENCES storage.objects(organization_id, id) ON DELETE RESTRICT
);
comment on table learning.course_covers is 'The picture of a course.';
grant delete, insert, select, update on learning.course_covers to stoa_app;

create table learning.course_files (
  organization_id uuid not null,
  course_id uuid not null,
  object_id uuid not null,
  constraint course_files_pkey PRIMARY KEY (organization_id, course_id, object_id),
  constraint course_files_organization_id_course_id_fkey FOREIGN KEY (organization_id, course_id) REFERENCES learning.courses(organization_id, id) ON DELETE CASCADE,
  constraint course_files_organization_id_object_id_fkey FOREIGN KEY (organization_id, object_id) REFERENCES storage.objects(organization_id, id) ON DELETE RESTRICT
);
CREATE INDEX course_files_object ON learning.course_files USING btree (organization_id, object_id);
comment on table learning.course_files is 'Which files the description of a course shows, so that a file in use is never removed.';
grant delete, insert, select, update on learning.course_files to stoa_app;

create table learning.courses (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  slug text not null,
  title text not null,
  summary text,
  description_html text,
  category_id uuid,
  instructor_id uuid,
  level text,
  language text default 'en'::text not null,
  duration_minutes integer,
  price_minor bigint default 0 not null,
  currency text default 'EUR'::text not null,
  status text default 'draft'::text not null,
  visibility text default 'public'::text not null,
  published_at timestamp with time zone,
  scheduled_at timestamp with time zone,
  archived_at timestamp with time zone,
  position text collate "C" default 'a0'::text not null,
  is_featured boolean default false not null,
  certificate_enabled boolean default true not null,
  revision bigint default 1 not null,
  page_total integer default 0 not null,
  learner_count integer default 0 not null,
  completed_count integer default 0 not null,
  metadata jsonb default '{}'::jsonb not null,
  created_by uuid,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  deleted_at timestamp with time zone,
  deleted_by uuid,
  deleted_from text,
  constraint courses_organization_id_slug_key UNIQUE (organization_id, slug),
  constraint courses_pkey PRIMARY KEY (organization_id, id),
  constraint courses_created_by_fkey FOREIGN KEY (created_by) REFERENCES auth.users(id) ON DELETE SET NULL,
  constraint courses_deleted_by_fkey FOREIGN KEY (deleted_by) REFERENCES auth.users(id) ON DELETE SET NULL,
  constraint courses_instructor_id_fkey FOREIGN KEY (instructor_id) REFERENCES auth.users(id) ON DELETE SET NULL,
  constraint courses_organization_id_category_id_fkey FOREIGN KEY (organization_id, category_id) REFERENCES learning.categories(organization_id, id) ON DELETE SET NULL (category_id),
  constraint courses_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE,
  constraint courses_bin_hidden CHECK (((deleted_at IS NULL) OR (status = 'archived'::text))),
  constraint courses_bin_whole CHECK (((deleted_at IS NULL) = (deleted_from IS NULL))),
  constraint courses_check CHECK (((status <> 'scheduled'::text) OR (scheduled_at IS NOT NULL))),
  constraint courses_completed_count_check CHECK ((completed_count >= 0)),
  constraint courses_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint courses_deleted_from_check CHECK ((deleted_from = ANY (ARRAY['draft'::text, 'scheduled'::text, 'published'::text, 'archived'::text]))),
  constraint courses_duration_minutes_check CHECK ((duration_minutes >= 0)),
  constraint courses_learner_count_check CHECK ((learner_count >= 0)),
  constraint courses_level_check CHECK ((level = ANY (ARRAY['beginner'::text, 'intermediate'::text, 'advanced'::text]))),
  constraint courses_page_total_check CHECK ((page_total >= 0)),
  constraint courses_price_minor_check CHECK ((price_minor >= 0)),
  constraint courses_slug_check CHECK ((slug ~ '^[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?$'::text)),
  constraint courses_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'scheduled'::text, 'published'::text, 'archived'::text]))),
  constraint courses_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300))),
  constraint courses_visibility_check CHECK ((visibility = ANY (ARRAY['public'::text, 'enrolled_only'::text, 'premium'::text])))
);
CREATE INDEX courses_bin ON learning.courses USING btree (organization_id, deleted_at) WHERE (deleted_at IS NOT NULL);
CREATE INDEX courses_catalogue ON learning.courses USING btree (organization_id, status, id DESC);
CREATE INDEX courses_due ON learning.courses USING btree (scheduled_at) WHERE (status = 'scheduled'::text);
CREATE INDEX courses_title ON learning.courses USING gin (title gin_trgm_ops);
comment on table learning.courses is 'A course: how it is found, priced and shown.';
comment on column learning.courses.price_minor is 'Minor units of currency.';
comment on column learning.courses.revision is 'Rises with every change a reader could see; caches are keyed by it.';
comment on column learning.courses.page_total is 'Number of visible pages (nodes without children): what 100 % is made of.';
comment on column learning.courses.deleted_at is 'When it went into the bin; housekeeping deletes it for good 30 days later. Only a course nobody ever joined goes there.';
comment on column learning.courses.deleted_by is 'Who put it into the bin.';
comment on column learning.courses.deleted_from is 'Status to return to when the course is taken out of the bin.';
grant delete, insert, select, update on learning.courses to stoa_app;

create table learning.enrollments (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  course_id uuid not null,
  user_id uuid not null,
  status text default 'active'::text not null,
  amount_minor bigint default 0 not null,
  currency text default 'EUR'::text not null,
  done integer default 0 not null,
  percent smallint default 0 not null,
  time_spent_seconds integer default 0 not null,
  last_viewed_node_id uuid,
  last_activity_at timestamp with time zone,
  started_at timestamp with time zone default now() not null,
  completed_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  expires_at timestamp with time zone,
  auto_renew boolean default false not null,
  follow_up_email_sent_at timestamp with time zone,
  tags text[] default '{}'::text[] not null,
  metadata jsonb default '{}'::jsonb not null,
  updated_at timestamp with time zone default now() not null,
  constraint enrollments_organization_id_course_id_user_id_key UNIQUE (organization_id, course_id, user_id),
  constraint enrollments_pkey PRIMARY KEY (organization_id, id),
  constraint enrollments_organization_id_course_id_fkey FOREIGN KEY (organization_id, course_id) REFERENCES learning.courses(organization_id, id) ON DELETE RESTRICT,
  constraint enrollments_organization_id_course_id_last_viewed_node_id_fkey FOREIGN KEY (organization_id, course_id, last_viewed_node_id) REFERENCES learning.nodes(organization_id, course_id, id) ON DELETE SET NULL (last_viewed_node_id),
  constraint enrollments_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE,
  constraint enrollments_amount_minor_check CHECK ((amount_minor >= 0)),
  constraint enrollments_done_check CHECK ((done >= 0)),
  constraint enrollments_percent_check CHECK (((percent >= 0) AND (percent <= 100))),
  constraint enrollments_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'active'::text, 'completed'::text, 'cancelled'::text, 'refunded'::text, 'past_due'::text]))),
  constraint enrollments_tags_check CHECK ((tags <@ ARRAY['top_performer'::text, 'needs_help'::text, 'slow_learner'::text, 'active_communicator'::text])),
  constraint enrollments_time_spent_seconds_check CHECK ((time_spent_seconds >= 0))
);
CREATE INDEX enrollments_course ON learning.enrollments USING btree (organization_id, course_id, id DESC);
CREATE INDEX enrollments_person ON learning.enrollments USING btree (organization_id, user_id, id DESC);
comment on table learning.enrollments is 'A person in a course: standing and how far they are. done and percent are kept by each finished page.';
grant delete, insert, select, update on learning.enrollments to stoa_app;

create table learning.nodes (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  course_id uuid not null,
  parent_id uuid,
  kind text not null,
  slug text not null,
  title text not null,
  description text,
  position text collate "C" not null,
  status text default 'published'::text not null,
  published_at timestamp with time zone,
  release_at timestamp with time zone,
  archived_at timestamp with time zone,
  archived_from text,
  estimated_minutes integer,
  difficulty text,
  thumbnail_object_id uuid,
  child_count integer default 0 not null,
  page_total integer default 0 not null,
  content_revision bigint default 1 not null,
  source_id text,
  metadata jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint nodes_organization_id_course_id_id_key UNIQUE (organization_id, course_id, id),
  constraint nodes_pkey PRIMARY KEY (organization_id, id),
  constraint nodes_organization_id_course_id_fkey FOREIGN KEY (organization_id, course_id) REFERENCES learning.courses(organization_id, id) ON DELETE CASCADE,
  constraint nodes_organization_id_course_id_parent_id_fkey FOREIGN KEY (organization_id, course_id, parent_id) REFERENCES learning.nodes(organization_id, course_id, id) ON DELETE CASCADE,
  constraint nodes_organization_id_thumbnail_object_id_fkey FOREIGN KEY (organization_id, thumbnail_object_id) REFERENCES storage.objects(organization_id, id) ON DELETE SET NULL (thumbnail_object_id),
  constraint nodes_archived_from_check CHECK ((archived_from = ANY (ARRAY['draft'::text, 'scheduled'::text, 'published'::text]))),
  constraint nodes_check CHECK (((kind = 'module'::text) = (parent_id IS NULL))),
  constraint nodes_check1 CHECK (((status <> 'scheduled'::text) OR (release_at IS NOT NULL))),
  constraint nodes_check2 CHECK (((status <> 'archived'::text) OR (archived_at IS NOT NULL))),
  constraint nodes_child_count_check CHECK ((child_count >= 0)),
  constraint nodes_difficulty_check CHECK ((difficulty = ANY (ARRAY['beginner'::text, 'intermediate'::text, 'advanced'::text]))),
  constraint nodes_estimated_minutes_check CHECK ((estimated_minutes >= 0)),
  constraint nodes_kind_check CHECK ((kind = ANY (ARRAY['module'::text, 'lesson'::text, 'topic'::text, 'subtopic'::text]))),
  constraint nodes_page_total_check CHECK ((page_total >= 0)),
  constraint nodes_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'scheduled'::text, 'published'::text, 'archived'::text]))),
  constraint nodes_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300)))
);
CREATE INDEX nodes_bin ON learning.nodes USING btree (organization_id, archived_at) WHERE (status = 'archived'::text);
CREATE INDEX nodes_due ON learning.nodes USING btree (release_at) WHERE (status = 'scheduled'::text);
CREATE UNIQUE INDEX nodes_order ON learning.nodes USING btree (organization_id, course_id, parent_id, "position") NULLS NOT DISTINCT;
CREATE INDEX nodes_source ON learning.nodes USING btree (organization_id, course_id, source_id) WHERE (source_id IS NOT NULL);
comment on table learning.nodes is 'The outline as one tree: module, lesson, topic, subtopic. A node below a module without children is a page.';
comment on column learning.nodes.position is 'Fractional index among siblings: a move writes one row.';
comment on column learning.nodes.archived_at is 'When it went into the bin; housekeeping deletes it for good 30 days later.';
comment on column learning.nodes.archived_from is 'Status to return to when the node is taken out of the bin. What is below an archived node is in the bin with it.';
comment on column learning.nodes.child_count is 'Children that are not archived. A page has none.';
comment on column learning.nodes.page_total is 'Visible pages at or below this node; a node is visible exactly when this is above 0.';
comment on column learning.nodes.content_revision is 'Rises with every change of the node''s own content.';
grant delete, insert, select, update on learning.nodes to stoa_app;

create table learning.progress (
  organization_id uuid not null,
  enrollment_id uuid not null,
  node_id uuid not null,
  done integer default 0 not null,
  time_spent_seconds integer default 0 not null,
  first_viewed_at timestamp with time zone,
  last_viewed_at timestamp with time zone,
  completed_at timestamp with time zone,
  checkpoints jsonb default '{}'::jsonb not null,
  constraint progress_pkey PRIMARY KEY (organization_id, enrollment_id, node_id),
  constraint progress_organization_id_enrollment_id_fkey FOREIGN KEY (organization_id, enrollment_id) REFERENCES learning.enrollments(organization_id, id) ON DELETE CASCADE,
  constraint progress_organization_id_node_id_fkey FOREIGN KEY (organization_id, node_id) REFERENCES learning.nodes(organization_id, id) ON DELETE CASCADE,
  constraint progress_done_check CHECK ((done >= 0)),
  constraint progress_time_spent_seconds_check CHECK ((time_spent_seconds >= 0))
);
CREATE INDEX progress_node ON learning.progress USING btree (organization_id, node_id);
comment on table learning.progress is 'Finished pages at or below each node, rolled up by the transaction that finishes a page; the total is the node''s page_total.';
grant delete, insert, select, update on learning.progress to stoa_app;

create table learning.questions (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  quiz_id uuid not null,
  type text not null,
  position text collate "C" not null,
  prompt_html text not null,
  points integer default 1 not null,
  options jsonb default '[]'::jsonb not null,
  answer jsonb default '{}'::jsonb not null,
  hints text[] default '{}'::text[] not null,
  explanation_html text,
  source_id text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint questions_organization_id_quiz_id_position_key UNIQUE (organization_id, quiz_id, "position"),
  constraint questions_pkey PRIMARY KEY (organization_id, id),
  constraint questions_organization_id_quiz_id_fkey FOREIGN KEY (organization_id, quiz_id) REFERENCES learning.quizzes(organization_id, id) ON DELETE CASCADE,
  constraint questions_points_check CHECK ((points >= 0)),
  constraint questions_type_check CHECK ((type = ANY (ARRAY['single'::text, 'multiple'::text, 'dropdown'::text, 'numeric'::text, 'short_text'::text])))
);
comment on table learning.questions is 'One question. options are shown; answer is the key and never leaves the server before the attempt is marked.';
grant delete, insert, select, update on learning.questions to stoa_app;

create table learning.quiz_files (
  organization_id uuid not null,
  quiz_id uuid not null,
  object_id uuid not null,
  constraint quiz_files_pkey PRIMARY KEY (organization_id, quiz_id, object_id),
  constraint quiz_files_organization_id_object_id_fkey FOREIGN KEY (organization_id, object_id) REFERENCES storage.objects(organization_id, id) ON DELETE RESTRICT,
  constraint quiz_files_organization_id_quiz_id_fkey FOREIGN KEY (organization_id, quiz_id) REFERENCES learning.quizzes(organization_id, id) ON DELETE CASCADE
);
CREATE INDEX quiz_files_object ON learning.quiz_files USING btree (organization_id, object_id);
comment on table learning.quiz_files is 'Which files a quiz and its questions show, so that a file in use is never removed.';
grant delete, insert, select, update on learning.quiz_files to stoa_app;

create table learning.quizzes (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  node_id uuid not null,
  title text,
  intro_html text,
  points integer default 0 not null,
  is_required boolean default true not null,
  pass_percent smallint default 0 not null,
  max_attempts integer,
  time_limit_minutes integer,
  shuffle boolean default false not null,
  source_id text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint quizzes_organization_id_node_id_key UNIQUE (organization_id, node_id),
  constraint quizzes_pkey PRIMARY KEY (organization_id, id),
  constraint quizzes_organization_id_node_id_fkey FOREIGN KEY (organization_id, node_id) REFERENCES learning.nodes(organization_id, id) ON DELETE CASCADE,
  constraint quizzes_max_attempts_check CHECK ((max_attempts > 0)),
  constraint quizzes_pass_percent_check CHECK (((pass_percent >= 0) AND (pass_percent <= 100))),
  constraint quizzes_points_check CHECK ((points >= 0)),
  constraint quizzes_time_limit_minutes_check CHECK ((time_limit_minutes > 0))
);
comment on table learning.quizzes is 'The questions of a page; at most one quiz a node.';
comment on column learning.quizzes.pass_percent is 'Share of the points needed to pass; 0 means answering is enough.';
grant delete, insert, select, update on learning.quizzes to stoa_app;

create table learning.resources (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  course_id uuid not null,
  node_id uuid,
  title text not null,
  description text,
  object_id uuid,
  url text,
  type text default 'file'::text not null,
  size bigint,
  position text collate "C" default 'a0'::text not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  deleted_at timestamp with time zone,
  constraint resources_pkey PRIMARY KEY (organization_id, id),
  constraint resources_organization_id_course_id_fkey FOREIGN KEY (organization_id, course_id) REFERENCES learning.courses(organization_id, id) ON DELETE CASCADE,
  constraint resources_organization_id_course_id_node_id_fkey FOREIGN KEY (organization_id, course_id, node_id) REFERENCES learning.nodes(organization_id, course_id, id) ON DELETE CASCADE,
  constraint resources_organization_id_object_id_fkey FOREIGN KEY (organization_id, object_id) REFERENCES storage.objects(organization_id, id) ON DELETE RESTRICT,
  constraint resources_check CHECK (((object_id IS NULL) <> (url IS NULL))),
  constraint resources_type_check CHECK ((type = ANY (ARRAY['file'::text, 'link'::text])))
);
CREATE INDEX resources_bin ON learning.resources USING btree (organization_id, deleted_at) WHERE (deleted_at IS NOT NULL);
CREATE INDEX resources_course ON learning.resources USING btree (organization_id, course_id, "position");
CREATE INDEX resources_object ON learning.resources USING btree (organization_id, object_id);
comment on table learning.resources is 'Files and links that hang on a course or a node.';
comment on column learning.resources.deleted_at is 'When it went into the bin; housekeeping deletes it for good 30 days later.';
grant delete, insert, select, update on learning.resources to stoa_app;

create table notifications.inboxes (
  organization_id uuid not null,
  user_id uuid not null,
  unread integer default 0 not null,
  constraint inboxes_pkey PRIMARY KEY (organization_id, user_id),
  constraint inboxes_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE,
  constraint inboxes_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE,
  constraint inboxes_unread_check CHECK ((unread >= 0))
);
comment on table notifications.inboxes is 'Unread count per person, kept in the transaction that adds or reads a notice.';
grant delete, insert, select, update on notifications.inboxes to stoa_app;

create table notifications.notifications (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  user_id uuid not null,
  type text not null,
  title text not null,
  message text not null,
  severity text default 'info'::text not null,
  action_url text,
  metadata jsonb default '{}'::jsonb not null,
  dedupe_key text,
  in_inbox boolean default true not null,
  read_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone,
  constraint notifications_organization_id_user_id_dedupe_key_key UNIQUE (organization_id, user_id, dedupe_key),
  constraint notifications_pkey PRIMARY KEY (organization_id, id),
  constraint notifications_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE,
  constraint notifications_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE,
  constraint notifications_severity_check CHECK ((severity = ANY (ARRAY['info'::text, 'warning'::text, 'error'::text, 'critical'::text])))
);
CREATE INDEX notifications_expiry ON notifications.notifications USING btree (expires_at) WHERE (expires_at IS NOT NULL);
CREATE INDEX notifications_inbox ON notifications.notifications USING btree (organization_id, user_id, id DESC) WHERE in_inbox;
CREATE INDEX notifications_unread ON notifications.notifications USING btree (organization_id, user_id, id DESC) WHERE (in_inbox AND (read_at IS NULL));
comment on table notifications.notifications is 'One notice for one person, in the language they had when it came.';
comment on column notifications.notifications.in_inbox is 'False when the person wants this type by mail only: kept so that the same fact is not told twice.';
grant delete, insert, select, update on notifications.notifications to stoa_app;

create table notifications.preferences (
  organization_id uuid not null,
  user_id uuid not null,
  type text not null,
  channel text not null,
  enabled boolean not null,
  updated_at timestamp with time zone default now() not null,
  constraint preferences_pkey PRIMARY KEY (organization_id, user_id, type, channel),
  constraint preferences_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE,
  constraint preferences_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE,
  constraint preferences_channel_check CHECK ((channel = ANY (ARRAY['in_app'::text, 'email'::text])))
);
comment on table notifications.preferences is 'Where a person wants notices of a type; no row means the default.';
grant delete, insert, select, update on notifications.preferences to stoa_app;

create table platform.caught_mails (
  id uuid default uuidv7() not null,
  recipient text not null,
  sender text not null,
  subject text not null,
  body_text text,
  body_html text,
  caught_at timestamp with time zone default now() not null,
  constraint caught_mails_pkey PRIMARY KEY (id)
);
CREATE INDEX caught_mails_recipient ON platform.caught_mails USING btree (lower(recipient), id DESC);
comment on table platform.caught_mails is 'Global: what the mail catcher of a development machine received over SMTP; empty in production.';
grant delete, insert, select, update on platform.caught_mails to stoa_app;

create table platform.caught_text_messages (
  id uuid default uuidv7() not null,
  recipient text not null,
  channel text not null,
  body text not null,
  created_at timestamp with time zone default now() not null,
  constraint caught_text_messages_pkey PRIMARY KEY (id)
);
CREATE INDEX caught_text_messages_recipient ON platform.caught_text_messages USING btree (recipient, id DESC);
comment on table platform.caught_text_messages is 'Global: what a development machine would have sent to phones; empty in production.';
grant delete, insert, select, update on platform.caught_text_messages to stoa_app;

create table platform.counters (
  organization_id uuid not null,
  kind text not null,
  value bigint default 0 not null,
  constraint counters_pkey PRIMARY KEY (organization_id, kind)
);
comment on table platform.counters is 'Human numbers (certificates, tickets, invoices) and the event line: one row per organization and kind, locked by the transaction that takes the next number.';
grant delete, insert, select, update on platform.counters to stoa_app;

create table platform.idempotency_keys (
  caller text not null,
  key text not null,
  fingerprint text not null,
  status integer,
  headers jsonb,
  body text,
  created_at timestamp with time zone default now() not null,
  constraint idempotency_keys_pkey PRIMARY KEY (caller, key)
);
CREATE INDEX idempotency_keys_old ON platform.idempotency_keys USING btree (created_at);
comment on table platform.idempotency_keys is 'Global: answers remembered by Idempotency-Key, written in the transaction of the change, so a repeated request gets the same answer and changes nothing.';
grant delete, insert, select, update on platform.idempotency_keys to stoa_app;

create table platform.mails (
  id uuid default uuidv7() not null,
  organization_id uuid,
  user_id uuid,
  type text not null,
  recipient text not null,
  subject text not null,
  sealed_body text not null,
  state text default 'waiting'::text not null,
  attempts integer default 0 not null,
  last_error text,
  created_at timestamp with time zone default now() not null,
  sent_at timestamp with time zone,
  constraint mails_pkey PRIMARY KEY (id),
  constraint mails_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text])))
);
CREATE INDEX mails_old ON platform.mails USING btree (created_at);
CREATE INDEX mails_recent ON platform.mails USING btree (organization_id, id DESC);
comment on table platform.mails is 'Global: mail to send, written with the change that causes it and sent afterwards. Some has no organization (sign-up); people and organizations are known here by id only, because they are built on this ground.';
comment on column platform.mails.sealed_body is 'Text and HTML, sealed: they may carry sign-in links. Emptied once sent or given up.';
grant delete, insert, select, update on platform.mails to stoa_app;

create table platform.outbox (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  seq bigint,
  name text not null,
  payload jsonb not null,
  actor jsonb not null,
  request_id text not null,
  written_in xid8 default pg_current_xact_id() not null,
  occurred_at timestamp with time zone default now() not null,
  dispatched_at timestamp with time zone,
  constraint outbox_organization_id_seq_key UNIQUE (organization_id, seq),
  constraint outbox_pkey PRIMARY KEY (organization_id, id)
);
CREATE INDEX outbox_done ON platform.outbox USING btree (dispatched_at) WHERE (dispatched_at IS NOT NULL);
CREATE INDEX outbox_waiting ON platform.outbox USING btree (organization_id, written_in, id) WHERE (dispatched_at IS NULL);
comment on table platform.outbox is 'Events out of a module, written in the transaction of the change, numbered per organization when they are put in line, dispatched in that order, at least once.';
comment on column platform.outbox.seq is 'Place in the organization''s line, without gaps; given by the dispatcher.';
comment on column platform.outbox.written_in is 'Transaction that wrote it: a later number is never given while an earlier transaction is still open.';
grant delete, insert, select, update on platform.outbox to stoa_app;

create unlogged table platform.rate_limits (
  key text not null,
  window_start timestamp with time zone not null,
  hits integer default 0 not null,
  constraint rate_limits_pkey PRIMARY KEY (key, window_start)
);
CREATE INDEX rate_limits_old ON platform.rate_limits USING btree (window_start);
comment on table platform.rate_limits is 'Global: hits per key and window for the sliding-window limits. Unlogged: after a crash everybody starts afresh.';
grant delete, insert, select, update on platform.rate_limits to stoa_app;

create table platform.runs (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  kind text not null,
  state text default 'waiting'::text not null,
  stage text,
  percent smallint default 0 not null,
  detail jsonb default '{}'::jsonb not null,
  result jsonb,
  problem jsonb,
  cancel_requested_at timestamp with time zone,
  started_by uuid,
  request_id text not null,
  created_at timestamp with time zone default now() not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  beat_at timestamp with time zone,
  constraint runs_pkey PRIMARY KEY (organization_id, id),
  constraint runs_percent_check CHECK (((percent >= 0) AND (percent <= 100))),
  constraint runs_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
);
CREATE INDEX runs_open ON platform.runs USING btree (beat_at) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));
comment on table platform.runs is 'Background work a person can watch: stage, percent, cancel, outcome.';
comment on column platform.runs.beat_at is 'Last sign of life of the process that carries it; a run without one for a while is taken up again.';
grant delete, insert, select, update on platform.runs to stoa_app;

create table platform.schedules (
  name text not null,
  last_run_at timestamp with time zone not null,
  constraint schedules_pkey PRIMARY KEY (name)
);
comment on table platform.schedules is 'Global: when each recurring piece of housekeeping last ran, so that several processes do it once.';
grant delete, insert, select, update on platform.schedules to stoa_app;

create table platform.text_messages (
  id uuid default uuidv7() not null,
  organization_id uuid,
  user_id uuid,
  type text not null,
  channel text default 'sms'::text not null,
  recipient text not null,
  sealed_body text not null,
  status text default 'waiting'::text not null,
  provider_id text,
  attempts smallint default 0 not null,
  last_error text,
  created_at timestamp with time zone default now() not null,
  sent_at timestamp with time zone,
  constraint text_messages_pkey PRIMARY KEY (id),
  constraint text_messages_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'whatsapp'::text]))),
  constraint text_messages_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text])))
);
CREATE INDEX text_messages_waiting ON platform.text_messages USING btree (id) WHERE (status = 'waiting'::text);
comment on table platform.text_messages is 'Global: text messages on their way out; the body is sealed, because it may be a code to sign in with.';
grant delete, insert, select, update on platform.text_messages to stoa_app;

create table storage.assets (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  object_id uuid not null,
  parent_object_id uuid,
  kind text default 'attachment'::text not null,
  variant text default 'original'::text not null,
  media_type text default 'document'::text not null,
  alt_text text,
  caption text,
  width integer,
  height integer,
  duration_ms integer,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint assets_organization_id_object_id_key UNIQUE (organization_id, object_id),
  constraint assets_pkey PRIMARY KEY (organization_id, id),
  constraint assets_organization_id_object_id_fkey FOREIGN KEY (organization_id, object_id) REFERENCES storage.objects(organization_id, id) ON DELETE CASCADE,
  constraint assets_organization_id_parent_object_id_fkey FOREIGN KEY (organization_id, parent_object_id) REFERENCES storage.objects(organization_id, id) ON DELETE CASCADE,
  constraint assets_kind_check CHECK ((kind = ANY (ARRAY['inline'::text, 'attachment'::text, 'derived'::text]))),
  constraint assets_media_type_check CHECK ((media_type = ANY (ARRAY['image'::text, 'video'::text, 'audio'::text, 'document'::text]))),
  constraint assets_variant_check CHECK ((variant = ANY (ARRAY['original'::text, 'web'::text, 'thumb'::text])))
);
CREATE UNIQUE INDEX assets_variant ON storage.assets USING btree (organization_id, parent_object_id, variant) WHERE (kind = 'derived'::text);
comment on table storage.assets is 'What is known of a file as media: alternative text, size in pixels, length; and the variants made from it.';
grant delete, insert, select, update on storage.assets to stoa_app;

create table storage.buckets (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  name text not null,
  purpose text,
  owner_id uuid,
  public boolean default false not null,
  type text default 'STANDARD'::text not null,
  avif_autodetection boolean default false not null,
  file_size_limit bigint,
  allowed_mime_types text[],
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint buckets_name_key UNIQUE (name),
  constraint buckets_organization_id_purpose_key UNIQUE (organization_id, purpose),
  constraint buckets_pkey PRIMARY KEY (organization_id, id),
  constraint buckets_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE,
  constraint buckets_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES auth.users(id) ON DELETE SET NULL,
  constraint buckets_file_size_limit_check CHECK ((file_size_limit > 0)),
  constraint buckets_type_check CHECK ((type = ANY (ARRAY['STANDARD'::text, 'ANALYTICS'::text, 'VECTOR'::text])))
);
comment on table storage.buckets is 'Folders with rules: who may read, how large, which types. Names are a directory over all organizations.';
comment on column storage.buckets.purpose is 'What the program itself keeps here (course-media, public, …); null for buckets people make.';
grant delete, insert, select, update on storage.buckets to stoa_app;

create table storage.deletion_log (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  object_id uuid not null,
  owner_id uuid,
  bucket_name text not null,
  name text not null,
  size bigint not null,
  version uuid not null,
  deleted_by uuid,
  reason text not null,
  deleted_at timestamp with time zone default now() not null,
  bytes_removed_at timestamp with time zone,
  constraint deletion_log_pkey PRIMARY KEY (organization_id, id),
  constraint deletion_log_deleted_by_fkey FOREIGN KEY (deleted_by) REFERENCES auth.users(id) ON DELETE SET NULL,
  constraint deletion_log_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES auth.organizations(id) ON DELETE CASCADE,
  constraint deletion_log_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES auth.users(id) ON DELETE SET NULL,
  constraint deletion_log_reason_check CHECK ((reason = ANY (ARRAY['manual'::text, 'expired'::text, 'policy'::text])))
);
CREATE INDEX deletion_log_bytes ON storage.deletion_log USING btree (deleted_at) WHERE (bytes_removed_at IS NULL);
CREATE INDEX deletion_log_recent ON storage.deletion_log USING btree (organization_id, deleted_at DESC);
comment on table storage.deletion_log is 'Who removed which file and why; the sweeper removes the bytes afterwards.';
grant insert, select, update on storage.deletion_log to stoa_app;

create table storage.objects (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  bucket_id uuid not null,
  name text collate "C" not null,
  version uuid not null,
  size bigint not null,
  mime_type text not null,
  sha256 bytea not null,
  owner_id uuid,
  metadata jsonb default '{}'::jsonb not null,
  user_metadata jsonb default '{}'::jsonb not null,
  path_tokens text[] generated always as (string_to_array(name, '/'::text)) stored,
  level integer generated always as (array_length(string_to_array(name, '/'::text), 1)) stored,
  expires_at timestamp with time zone,
  last_accessed_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint objects_organization_id_bucket_id_name_key UNIQUE (organization_id, bucket_id, name),
  constraint objects_pkey PRIMARY KEY (organization_id, id),
  constraint objects_organization_id_bucket_id_fkey FOREIGN KEY (organization_id, bucket_id) REFERENCES storage.buckets(organization_id, id) ON DELETE RESTRICT,
  constraint objects_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES auth.users(id) ON DELETE SET NULL,
  constraint objects_name_check CHECK (((length(name) >= 1) AND (length(name) <= 1024))),
  constraint objects_size_check CHECK ((size >= 0))
);
CREATE INDEX objects_expiry ON storage.objects USING btree (expires_at) WHERE (expires_at IS NOT NULL);
CREATE INDEX objects_version ON storage.objects USING btree (version);
comment on table storage.objects is 'One stored file. version names the bytes in the driver: bytes are written first, the row second. What the program stores is named by its own id and the file name, so that names never collide.';
grant delete, insert, select, update on storage.objects to stoa_app;

create table storage.pending_writes (
  version uuid not null,
  organization_id uuid not null,
  started_at timestamp with time zone default now() not null,
  constraint pending_writes_pkey PRIMARY KEY (version)
);
CREATE INDEX pending_writes_age ON storage.pending_writes USING btree (started_at);
comment on table storage.pending_writes is 'Global: bytes announced before they are written, so that the sweeper finds those whose row never came.';
grant delete, insert, select, update on storage.pending_writes to stoa_app;

create view auth.audit_log_entries as
 SELECT organization_id,
    id,
    ts AS created_at,
    ip AS ip_address,
    jsonb_build_object('action', action, 'actor_id', actor_id, 'entity_type', entity_type, 'entity_id', entity_id, 'metadata', metadata) AS payload
   FROM audit.entries;

CREATE OR REPLACE FUNCTION audit.append(entry jsonb, entry_prev bytea, entry_hash bytea)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION audit.lock_head(org uuid)
 RETURNS TABLE(seq bigint, hash bytea)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  -- The advisory lock covers the first entry, when there is no row to lock yet.
  perform pg_advisory_xact_lock(hashtextextended('audit:' || org::text, 0));
  return query select h.seq, h.hash from audit.heads h where h.organization_id = org for update;
end $function$;

CREATE OR REPLACE FUNCTION audit.redact(org uuid, entry_seq bigint, level smallint)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION auth.keep_directory_groups()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update auth.directory_syncs set group_count = group_count + case when tg_op = 'INSERT' then 1 else -1 end
   where organization_id = coalesce(new.organization_id, old.organization_id) and id = coalesce(new.directory_id, old.directory_id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION auth.keep_directory_people()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if tg_op <> 'INSERT' and old.directory_id is not null then
    update auth.directory_syncs set person_count = person_count - 1
     where organization_id = old.organization_id and id = old.directory_id;
  end if;
  if tg_op <> 'DELETE' and new.directory_id is not null then
    update auth.directory_syncs set person_count = person_count + 1
     where organization_id = new.organization_id and id = new.directory_id;
  end if;
  if tg_op = 'DELETE' and old.accepted_at is null then
    delete from auth.users where id = old.user_id and email is null and phone is null;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION auth.touch_access()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update auth.organizations set access_revision = access_revision + 1
   where id in (select organization_id from changed);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION auth.touch_faces_of_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update auth.organizations set public_revision = public_revision + 1
   where id in (select organization_id from auth.memberships where user_id = new.id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION auth.touch_own_face()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  new.public_revision := old.public_revision + 1;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION auth.touch_public_face()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update auth.organizations set public_revision = public_revision + 1
   where id = coalesce(new.organization_id, old.organization_id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION platform.make_partitions(parent regclass, months integer DEFAULT 3)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$;

CREATE TRIGGER directory_groups_count AFTER INSERT OR DELETE ON auth.directory_groups FOR EACH ROW EXECUTE FUNCTION auth.keep_directory_groups();
CREATE TRIGGER memberships_directory_delete AFTER DELETE ON auth.memberships FOR EACH ROW WHEN (((old.directory_id IS NOT NULL) OR (old.accepted_at IS NULL))) EXECUTE FUNCTION auth.keep_directory_people();
CREATE TRIGGER memberships_directory_insert AFTER INSERT ON auth.memberships FOR EACH ROW WHEN ((new.directory_id IS NOT NULL)) EXECUTE FUNCTION auth.keep_directory_people();
CREATE TRIGGER memberships_directory_update AFTER UPDATE OF directory_id ON auth.memberships FOR EACH ROW WHEN ((old.directory_id IS DISTINCT FROM new.directory_id)) EXECUTE FUNCTION auth.keep_directory_people();
CREATE TRIGGER modules_access_delete AFTER DELETE ON auth.modules REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION auth.touch_access();
CREATE TRIGGER modules_access_insert AFTER INSERT ON auth.modules REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION auth.touch_access();
CREATE TRIGGER modules_access_update AFTER UPDATE ON auth.modules REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION auth.touch_access();
CREATE TRIGGER modules_face AFTER UPDATE OF is_active ON auth.modules FOR EACH ROW EXECUTE FUNCTION auth.touch_public_face();
CREATE TRIGGER organizations_face BEFORE UPDATE OF slug, name, description, website, logo_object_id, cover_object_id, accent_color, custom_terminology, settings, default_language ON auth.organizations FOR EACH ROW EXECUTE FUNCTION auth.touch_own_face();
CREATE TRIGGER role_assignments_access_delete AFTER DELETE ON auth.role_assignments REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION auth.touch_access();
CREATE TRIGGER role_assignments_access_insert AFTER INSERT ON auth.role_assignments REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION auth.touch_access();
CREATE TRIGGER role_assignments_access_update AFTER UPDATE ON auth.role_assignments REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION auth.touch_access();
CREATE TRIGGER role_module_access_delete AFTER DELETE ON auth.role_module_access REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION auth.touch_access();
CREATE TRIGGER role_module_access_insert AFTER INSERT ON auth.role_module_access REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION auth.touch_access();
CREATE TRIGGER role_module_access_update AFTER UPDATE ON auth.role_module_access REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION auth.touch_access();
CREATE TRIGGER roles_access AFTER UPDATE ON auth.roles REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION auth.touch_access();
CREATE TRIGGER user_module_access_delete AFTER DELETE ON auth.user_module_access REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION auth.touch_access();
CREATE TRIGGER user_module_access_insert AFTER INSERT ON auth.user_module_access REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION auth.touch_access();
CREATE TRIGGER user_module_access_update AFTER UPDATE ON auth.user_module_access REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION auth.touch_access();
CREATE TRIGGER users_face AFTER UPDATE OF avatar_object ON auth.users FOR EACH ROW WHEN ((old.avatar_object IS DISTINCT FROM new.avatar_object)) EXECUTE FUNCTION auth.touch_faces_of_person();
CREATE TRIGGER categories_face AFTER INSERT OR DELETE OR UPDATE ON learning.categories FOR EACH ROW EXECUTE FUNCTION auth.touch_public_face();
CREATE TRIGGER course_covers_face AFTER INSERT OR DELETE OR UPDATE ON learning.course_covers FOR EACH ROW EXECUTE FUNCTION auth.touch_public_face();
CREATE TRIGGER courses_face AFTER INSERT OR DELETE OR UPDATE OF revision, status ON learning.courses FOR EACH ROW EXECUTE FUNCTION auth.touch_public_face();
