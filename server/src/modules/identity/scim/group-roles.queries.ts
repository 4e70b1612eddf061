import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

/**
 * Brings the roles people hold through groups in line with the groups they are in. A role somebody was given by
 * hand is not touched, and one that two groups stand for goes with the last of them.
 * @returns how many roles were given or taken
 */
export async function regrant(
  db: Db,
  organizationId: string,
  membershipIds: readonly string[],
): Promise<number> {
  if (membershipIds.length === 0) return 0
  const taken = await sql`
    delete from auth.role_assignments a
     where a.organization_id = ${organizationId} and a.membership_id = any(${membershipIds}::uuid[]) and a.group_id is not null
       and not exists (select 1 from auth.directory_group_members gm
                         join auth.directory_groups g on g.organization_id = gm.organization_id and g.id = gm.group_id
                        where gm.organization_id = a.organization_id and gm.membership_id = a.membership_id
                          and g.id = a.group_id and g.role_id = a.role_id)
    returning a.id`.execute(db)
  const given = await sql`
    insert into auth.role_assignments (organization_id, membership_id, role_id, group_id)
    select distinct on (gm.membership_id, g.role_id) gm.organization_id, gm.membership_id, g.role_id, g.id
      from auth.directory_group_members gm
      join auth.directory_groups g on g.organization_id = gm.organization_id and g.id = gm.group_id and g.role_id is not null
     where gm.organization_id = ${organizationId} and gm.membership_id = any(${membershipIds}::uuid[])
     order by gm.membership_id, g.role_id, g.id
    on conflict (organization_id, membership_id, role_id) do nothing
    returning id`.execute(db)
  return taken.rows.length + given.rows.length
}
