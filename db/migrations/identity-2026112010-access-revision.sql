-- What a member may do follows from their roles and the module switches. Both change rarely and are asked for with
-- every request: processes keep the answer as long as this number stays the same.

alter table auth.organizations add column access_revision bigint not null default 1;
comment on column auth.organizations.access_revision is 'Rises with every change of roles, their assignment or module switches; what members may do is kept by it.';

create function auth.touch_access() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  update auth.organizations set access_revision = access_revision + 1
   where id in (select organization_id from changed);
  return null;
end $$;

create trigger roles_access after update on auth.roles
  referencing new table as changed for each statement execute function auth.touch_access();
create trigger role_assignments_access_insert after insert on auth.role_assignments
  referencing new table as changed for each statement execute function auth.touch_access();
create trigger role_assignments_access_update after update on auth.role_assignments
  referencing new table as changed for each statement execute function auth.touch_access();
create trigger role_assignments_access_delete after delete on auth.role_assignments
  referencing old table as changed for each statement execute function auth.touch_access();
create trigger modules_access_insert after insert on auth.modules
  referencing new table as changed for each statement execute function auth.touch_access();
create trigger modules_access_update after update on auth.modules
  referencing new table as changed for each statement execute function auth.touch_access();
create trigger modules_access_delete after delete on auth.modules
  referencing old table as changed for each statement execute function auth.touch_access();
create trigger role_module_access_insert after insert on auth.role_module_access
  referencing new table as changed for each statement execute function auth.touch_access();
create trigger role_module_access_update after update on auth.role_module_access
  referencing new table as changed for each statement execute function auth.touch_access();
create trigger role_module_access_delete after delete on auth.role_module_access
  referencing old table as changed for each statement execute function auth.touch_access();
create trigger user_module_access_insert after insert on auth.user_module_access
  referencing new table as changed for each statement execute function auth.touch_access();
create trigger user_module_access_update after update on auth.user_module_access
  referencing new table as changed for each statement execute function auth.touch_access();
create trigger user_module_access_delete after delete on auth.user_module_access
  referencing old table as changed for each statement execute function auth.touch_access();
