-- People and organizations. People are global and belong to many organizations; what an organization owns
-- carries its id. Tables that the auth protocol of seydam names keep those names.

create schema auth;
comment on schema auth is 'People, sign-in, organizations, roles.';

create table auth.users (
  id uuid primary key default uuidv7(),
  email text,
  phone text,
  encrypted_password text,
  name text not null default '',
  first_name text,
  last_name text,
  username text,
  headline text,
  bio text,
  avatar_object jsonb,
  cover_object jsonb,
  website text,
  links jsonb not null default '{}',
  email_confirmed_at timestamptz,
  phone_confirmed_at timestamptz,
  confirmed_at timestamptz generated always as (least(email_confirmed_at, phone_confirmed_at)) stored,
  last_sign_in_at timestamptz,
  password_changed_at timestamptz,
  raw_app_meta_data jsonb not null default '{}',
  raw_user_meta_data jsonb not null default '{}',
  onboarding_state jsonb not null default '{}',
  is_super_admin boolean not null default false,
  is_sso_user boolean not null default false,
  is_anonymous boolean not null default false,
  banned_until timestamptz,
  invited_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz
);
create unique index users_email on auth.users (lower(email)) where deleted_at is null;
create unique index users_phone on auth.users (phone) where deleted_at is null;
create unique index users_username on auth.users (lower(username)) where deleted_at is null;
create index users_name_search on auth.users using gin (name gin_trgm_ops);
create index users_email_search on auth.users using gin (email gin_trgm_ops);
comment on table auth.users is 'Global: people. One row per person over all organizations; erased by pseudonymizing.';
comment on column auth.users.encrypted_password is 'argon2id in PHC form, or null when the person has none.';
comment on column auth.users.avatar_object is 'Reference to a stored picture: organizationId, objectId.';

create table auth.user_emails (
  id uuid primary key default uuidv7(),
  user_id uuid not null references auth.users on delete cascade,
  email text not null,
  email_type text not null default 'alternate' check (email_type in ('primary', 'alternate')),
  is_primary boolean not null default false,
  is_verified boolean not null default false,
  added_at timestamptz not null default now(),
  added_by uuid references auth.users on delete set null,
  verified_at timestamptz
);
create unique index user_emails_verified on auth.user_emails (lower(email)) where is_verified;
create unique index user_emails_primary on auth.user_emails (user_id) where is_primary;
create index user_emails_user on auth.user_emails (user_id);
comment on table auth.user_emails is 'Global: every address of a person; a proven address belongs to one person only.';

create table auth.identities (
  id uuid primary key default uuidv7(),
  user_id uuid not null references auth.users on delete cascade,
  provider text not null,
  provider_id text not null,
  identity_data jsonb not null default '{}',
  email text generated always as (lower(identity_data ->> 'email')) stored,
  last_sign_in_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider, provider_id)
);
create index identities_user on auth.identities (user_id);
comment on table auth.identities is 'Global: the ways a person proves who they are (email, phone, a provider).';

create table auth.user_preferences (
  user_id uuid primary key references auth.users on delete cascade,
  theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
  language text not null default 'en',
  timezone text not null default 'UTC',
  date_format text not null default 'medium' check (date_format in ('short', 'medium', 'long', 'iso')),
  email_notifications boolean not null default true,
  push_notifications boolean not null default false,
  view_orders jsonb not null default '{}',
  custom_settings jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table auth.user_preferences is 'Global: look, language, time and notice switches of a person.';

create table auth.organizations (
  id uuid primary key default uuidv7(),
  slug text not null unique check (slug ~ '^[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?$'),
  name text not null check (length(name) between 1 and 200),
  description text,
  website text,
  type text not null default 'client' check (type in ('client', 'expert')),
  subscription_tier text not null default 'free',
  logo_object_id uuid,
  accent_color text check (accent_color ~ '^#[0-9a-f]{6}$'),
  custom_terminology jsonb not null default '{}',
  settings jsonb not null default '{}',
  default_language text not null default 'en',
  is_default boolean not null default false,
  public_revision bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index organizations_default on auth.organizations (is_default) where is_default;
comment on table auth.organizations is 'Global: the tenants. Everything an organization owns carries its id.';
comment on column auth.organizations.public_revision is 'Rises with every change a stranger could see; rendered public pages are kept by it.';
comment on column auth.organizations.is_default is 'The organization a stranger sees when neither host nor choice names one.';

create table auth.organization_domains (
  domain text primary key,
  organization_id uuid not null references auth.organizations on delete cascade,
  created_at timestamptz not null default now()
);
create index organization_domains_org on auth.organization_domains (organization_id);
comment on table auth.organization_domains is 'Global: directory of host names that lead to an organization.';

create table auth.roles (
  organization_id uuid not null references auth.organizations on delete cascade,
  id uuid not null default uuidv7(),
  key text not null,
  name text not null,
  description text,
  permissions text[] not null default '{}',
  rank smallint not null default 10,
  is_default boolean not null default false,
  is_built_in boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, key)
);
comment on table auth.roles is 'Named sets of permissions of an organization.';
comment on column auth.roles.rank is 'Who stands above whom: nobody acts on a person of their own or a higher rank.';
comment on column auth.roles.is_default is 'Given to people who sign up by themselves.';

create table auth.memberships (
  organization_id uuid not null references auth.organizations on delete cascade,
  id uuid not null default uuidv7(),
  user_id uuid not null references auth.users on delete cascade,
  workspace_role text not null default 'member' check (workspace_role in ('member', 'admin', 'super_admin')),
  status text not null default 'active' check (status in ('active', 'inactive', 'suspended', 'pending')),
  manager_id uuid,
  job_title text,
  office_location text,
  phone text,
  mobile_phone text,
  external_id text,
  user_principal_name text,
  user_type text,
  last_seen_at timestamptz,
  last_sync_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, user_id),
  unique (organization_id, external_id),
  foreign key (organization_id, manager_id) references auth.memberships on delete set null (manager_id)
);
create index memberships_user on auth.memberships (user_id);
comment on table auth.memberships is 'A person in an organization: standing, manager, title, directory ids.';

create table auth.role_assignments (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  membership_id uuid not null,
  role_id uuid not null,
  is_primary boolean not null default false,
  assigned_at timestamptz not null default now(),
  assigned_by uuid references auth.users on delete set null,
  primary key (organization_id, id),
  unique (organization_id, membership_id, role_id),
  foreign key (organization_id, membership_id) references auth.memberships on delete cascade,
  foreign key (organization_id, role_id) references auth.roles on delete restrict
);
create index role_assignments_role on auth.role_assignments (organization_id, role_id);
comment on table auth.role_assignments is 'Which roles a member holds.';

create table auth.modules (
  organization_id uuid not null references auth.organizations on delete cascade,
  id uuid not null default uuidv7(),
  key text not null,
  is_active boolean not null default true,
  sort_order integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, key)
);
comment on table auth.modules is 'Modules switched on or off for an organization; name, icon and route come from the program.';

create table auth.role_module_access (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  role_id uuid not null,
  module_id uuid not null,
  has_access boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, role_id, module_id),
  foreign key (organization_id, role_id) references auth.roles on delete cascade,
  foreign key (organization_id, module_id) references auth.modules on delete cascade
);
comment on table auth.role_module_access is 'Module switch of a role; no row means on.';

create table auth.user_module_access (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  membership_id uuid not null,
  module_id uuid not null,
  has_access boolean not null default true,
  granted_by uuid references auth.users on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, membership_id, module_id),
  foreign key (organization_id, membership_id) references auth.memberships on delete cascade,
  foreign key (organization_id, module_id) references auth.modules on delete cascade
);
comment on table auth.user_module_access is 'Module switch of one person; wins over the roles.';

create table auth.invitations (
  organization_id uuid not null references auth.organizations on delete cascade,
  id uuid not null default uuidv7(),
  email text not null,
  user_id uuid references auth.users on delete set null,
  role_id uuid not null,
  workspace_role text not null default 'member' check (workspace_role in ('member', 'admin', 'super_admin')),
  token_hash bytea not null,
  status text not null default 'pending' check (status in ('pending', 'accepted', 'expired', 'revoked')),
  invited_by uuid references auth.users on delete set null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, role_id) references auth.roles on delete cascade
);
create unique index invitations_token on auth.invitations (token_hash);
create unique index invitations_open on auth.invitations (organization_id, lower(email)) where status = 'pending';
comment on table auth.invitations is 'Invitations by mail; the token is stored hashed and consumed once.';

create table auth.sessions (
  id uuid primary key default uuidv7(),
  user_id uuid not null references auth.users on delete cascade,
  organization_id uuid references auth.organizations on delete set null,
  token_hash bytea not null unique,
  aal text not null default 'aal1' check (aal in ('aal1', 'aal2', 'aal3')),
  factor_id uuid,
  not_after timestamptz not null,
  idle_after timestamptz not null,
  refreshed_at timestamptz not null default now(),
  user_agent text,
  ip inet,
  tag text,
  scopes text,
  impersonated_by uuid references auth.users on delete cascade,
  impersonation_reason text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sessions_user on auth.sessions (user_id);
create index sessions_organization on auth.sessions (organization_id, user_id);
create index sessions_end on auth.sessions (not_after);
comment on table auth.sessions is 'Global: where a person is signed in. organization_id is the organization they look at now. The token is stored hashed.';

create table auth.one_time_tokens (
  id uuid primary key default uuidv7(),
  user_id uuid references auth.users on delete cascade,
  organization_id uuid references auth.organizations on delete cascade,
  token_type text not null check (token_type in ('confirmation_token', 'reauthentication_token', 'recovery_token',
    'email_change_token_new', 'email_change_token_current', 'phone_change_token', 'setup_token')),
  token_hash bytea not null unique,
  relates_to text not null,
  pending jsonb not null default '{}',
  expires_at timestamptz not null,
  consumed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (user_id is not null or token_type in ('confirmation_token', 'setup_token'))
);
create index one_time_tokens_user on auth.one_time_tokens (user_id, token_type);
create index one_time_tokens_address on auth.one_time_tokens (relates_to, token_type);
create index one_time_tokens_end on auth.one_time_tokens (expires_at);
comment on table auth.one_time_tokens is 'Global: links sent by mail. Hashed; consumed once by one conditional update.';
comment on column auth.one_time_tokens.user_id is 'Null while nobody has proven the address yet: a person begins to exist when the link is used.';
comment on column auth.one_time_tokens.organization_id is 'Organization whose door the person knocked at.';
comment on column auth.one_time_tokens.pending is 'What takes effect when the link is used: name, argon2id hash of the chosen password, language.';

create table auth.login_history (
  id uuid primary key default uuidv7(),
  user_id uuid references auth.users on delete cascade,
  organization_id uuid references auth.organizations on delete cascade,
  ip_address inet,
  user_agent text,
  country text,
  city text,
  success boolean not null,
  failure_reason text,
  method text not null default 'password',
  device_info jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create index login_history_user on auth.login_history (user_id, id desc);
create index login_history_org on auth.login_history (organization_id, id desc);
comment on table auth.login_history is 'Global: each try to sign in, with device, outcome and reason; an organization sees those of its own sign-ins.';

create table auth.bans (
  organization_id uuid not null references auth.organizations on delete cascade,
  id uuid not null default uuidv7(),
  user_id uuid not null references auth.users on delete cascade,
  reason text not null,
  banned_by uuid references auth.users on delete set null,
  banned_until timestamptz,
  created_at timestamptz not null default now(),
  lifted_at timestamptz,
  lifted_by uuid references auth.users on delete set null,
  primary key (organization_id, id)
);
create unique index bans_open on auth.bans (organization_id, user_id) where lifted_at is null;
comment on table auth.bans is 'People an organization keeps out, for a time or for good, with the reason.';

create view auth.audit_log_entries with (security_invoker = true) as
  select organization_id, id, ts as created_at, ip as ip_address,
         jsonb_build_object('action', action, 'actor_id', actor_id, 'entity_type', entity_type, 'entity_id', entity_id,
           'metadata', metadata) as payload
    from audit.entries;
comment on view auth.audit_log_entries is 'The audit trail in the words of the auth protocol.';

grant usage on schema auth to stoa_app;
grant select, insert, update, delete on auth.users, auth.user_emails, auth.identities, auth.user_preferences,
  auth.organizations, auth.organization_domains, auth.roles, auth.memberships, auth.role_assignments, auth.modules,
  auth.role_module_access, auth.user_module_access, auth.invitations, auth.sessions, auth.one_time_tokens, auth.bans
  to stoa_app;
grant select, insert, delete on auth.login_history to stoa_app;
grant select on auth.audit_log_entries to stoa_app;

-- Whoever changes what strangers see need not know that pages are kept: the rows tell it themselves.
create function auth.touch_public_face() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  update auth.organizations set public_revision = public_revision + 1
   where id = coalesce(new.organization_id, old.organization_id);
  return null;
end $$;

create function auth.touch_own_face() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  new.public_revision := old.public_revision + 1;
  return new;
end $$;
create trigger organizations_face before update of slug, name, description, website, logo_object_id, accent_color,
  custom_terminology, settings, default_language on auth.organizations
  for each row execute function auth.touch_own_face();
create trigger modules_face after update of is_active on auth.modules
  for each row execute function auth.touch_public_face();
