-- Files: buckets, objects (bytes live in the driver, rows here), picture and media facts, deletions.

create schema storage;
comment on schema storage is 'Buckets and objects.';

create table storage.buckets (
  organization_id uuid not null references auth.organizations on delete cascade,
  id uuid not null default uuidv7(),
  name text not null unique,
  purpose text,
  owner_id uuid references auth.users on delete set null,
  public boolean not null default false,
  type text not null default 'STANDARD' check (type in ('STANDARD', 'ANALYTICS', 'VECTOR')),
  avif_autodetection boolean not null default false,
  file_size_limit bigint check (file_size_limit > 0),
  allowed_mime_types text[],
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, purpose)
);
comment on table storage.buckets is 'Folders with rules: who may read, how large, which types. Names are a directory over all organizations.';
comment on column storage.buckets.purpose is 'What the program itself keeps here (course-media, public, …); null for buckets people make.';

create table storage.objects (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  bucket_id uuid not null,
  name text collate "C" not null check (length(name) between 1 and 1024),
  version uuid not null,
  size bigint not null check (size >= 0),
  mime_type text not null,
  sha256 bytea not null,
  owner_id uuid references auth.users on delete set null,
  metadata jsonb not null default '{}',
  user_metadata jsonb not null default '{}',
  path_tokens text[] generated always as (string_to_array(name, '/')) stored,
  level integer generated always as (array_length(string_to_array(name, '/'), 1)) stored,
  expires_at timestamptz,
  last_accessed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, bucket_id, name),
  foreign key (organization_id, bucket_id) references storage.buckets on delete restrict
);
create index objects_expiry on storage.objects (expires_at) where expires_at is not null;
create index objects_version on storage.objects (version);
comment on table storage.objects is 'One stored file. version names the bytes in the driver: bytes are written first, the row second. What the program stores is named by its own id and the file name, so that names never collide.';

create table storage.assets (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  object_id uuid not null,
  parent_object_id uuid,
  kind text not null default 'attachment' check (kind in ('inline', 'attachment', 'derived')),
  variant text not null default 'original' check (variant in ('original', 'web', 'thumb')),
  media_type text not null default 'document' check (media_type in ('image', 'video', 'audio', 'document')),
  alt_text text,
  caption text,
  width integer,
  height integer,
  duration_ms integer,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, object_id),
  foreign key (organization_id, object_id) references storage.objects on delete cascade,
  foreign key (organization_id, parent_object_id) references storage.objects on delete cascade
);
create unique index assets_variant on storage.assets (organization_id, parent_object_id, variant) where kind = 'derived';
comment on table storage.assets is 'What is known of a file as media: alternative text, size in pixels, length; and the variants made from it.';

create table storage.deletion_log (
  organization_id uuid not null references auth.organizations on delete cascade,
  id uuid not null default uuidv7(),
  object_id uuid not null,
  owner_id uuid references auth.users on delete set null,
  bucket_name text not null,
  name text not null,
  size bigint not null,
  version uuid not null,
  deleted_by uuid references auth.users on delete set null,
  reason text not null check (reason in ('manual', 'expired', 'policy')),
  deleted_at timestamptz not null default now(),
  bytes_removed_at timestamptz,
  primary key (organization_id, id)
);
create index deletion_log_recent on storage.deletion_log (organization_id, deleted_at desc);
create index deletion_log_bytes on storage.deletion_log (deleted_at) where bytes_removed_at is null;
comment on table storage.deletion_log is 'Who removed which file and why; the sweeper removes the bytes afterwards.';

create table storage.pending_writes (
  version uuid primary key,
  organization_id uuid not null,
  started_at timestamptz not null default now()
);
create index pending_writes_age on storage.pending_writes (started_at);
comment on table storage.pending_writes is 'Global: bytes announced before they are written, so that the sweeper finds those whose row never came.';

grant usage on schema storage to stoa_app;
grant select, insert, update, delete on storage.buckets, storage.objects, storage.assets, storage.pending_writes to stoa_app;
grant select, insert, update on storage.deletion_log to stoa_app;
