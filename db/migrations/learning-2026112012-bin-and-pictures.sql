-- The bin of the studio for courses and resources, and the pictures of people and organizations.

alter table learning.courses
  add column deleted_at timestamptz,
  add column deleted_by uuid references auth.users on delete set null,
  add column deleted_from text check (deleted_from in ('draft', 'scheduled', 'published', 'archived')),
  add constraint courses_bin_whole check ((deleted_at is null) = (deleted_from is null)),
  add constraint courses_bin_hidden check (deleted_at is null or status = 'archived');
create index courses_bin on learning.courses (organization_id, deleted_at) where deleted_at is not null;
comment on column learning.courses.deleted_at is 'When it went into the bin; housekeeping deletes it for good 30 days later. Only a course nobody ever joined goes there.';
comment on column learning.courses.deleted_by is 'Who put it into the bin.';
comment on column learning.courses.deleted_from is 'Status to return to when the course is taken out of the bin.';

create index nodes_bin on learning.nodes (organization_id, archived_at) where status = 'archived';
comment on column learning.nodes.archived_at is 'When it went into the bin; housekeeping deletes it for good 30 days later.';

alter table learning.resources add column deleted_at timestamptz;
create index resources_bin on learning.resources (organization_id, deleted_at) where deleted_at is not null;
comment on column learning.resources.deleted_at is 'When it went into the bin; housekeeping deletes it for good 30 days later.';

-- A picture in use is never removed: what names it is a foreign key, also where people keep theirs as a reference.
alter table auth.users
  add column avatar_organization_id uuid
    generated always as ((avatar_object ->> 'organizationId')::uuid) stored,
  add column avatar_object_id uuid generated always as ((avatar_object ->> 'objectId')::uuid) stored,
  add constraint users_avatar_object_fkey foreign key (avatar_organization_id, avatar_object_id)
    references storage.objects (organization_id, id) on delete restrict;
create index users_avatar on auth.users (avatar_organization_id, avatar_object_id) where avatar_object_id is not null;
comment on column auth.users.avatar_organization_id is 'Organization whose store keeps the picture, read from avatar_object.';
comment on column auth.users.avatar_object_id is 'The stored picture, read from avatar_object.';

alter table auth.organizations
  add column cover_object_id uuid,
  add constraint organizations_logo_object_fkey foreign key (id, logo_object_id)
    references storage.objects (organization_id, id) on delete restrict,
  add constraint organizations_cover_object_fkey foreign key (id, cover_object_id)
    references storage.objects (organization_id, id) on delete restrict;
comment on column auth.organizations.logo_object_id is 'Square mark beside the name, in the bucket for public pictures.';
comment on column auth.organizations.cover_object_id is 'Wide picture on the public home, in the bucket for public pictures.';

drop trigger organizations_face on auth.organizations;
create trigger organizations_face before update of slug, name, description, website, logo_object_id, cover_object_id,
  accent_color, custom_terminology, settings, default_language on auth.organizations
  for each row execute function auth.touch_own_face();

-- Who teaches is shown on public pages with a picture, which is removed when another takes its place.
create function auth.touch_faces_of_person() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  update auth.organizations set public_revision = public_revision + 1
   where id in (select organization_id from auth.memberships where user_id = new.id);
  return null;
end $$;
create trigger users_face after update of avatar_object on auth.users
  for each row when (old.avatar_object is distinct from new.avatar_object)
  execute function auth.touch_faces_of_person();
