import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

export type ResourceRow = {
  id: string
  courseId: string
  nodeId: string | null
  title: string
  description: string | null
  type: 'file' | 'link'
  objectId: string | null
  url: string | null
  size: number | null
  position: string
}

const columns = sql<ResourceRow>`id, course_id, node_id, title, description, type, object_id, url, size, position`

/** Everything that hangs on a course or a part of it, in order. */
export async function listResources(
  db: Db,
  organizationId: string,
  courseId: string,
): Promise<ResourceRow[]> {
  const { rows } = await sql<ResourceRow>`
    select ${columns} from learning.resources
     where organization_id = ${organizationId} and course_id = ${courseId} and deleted_at is null
     order by position, id`.execute(db)
  return rows
}

/** A resource; also one in the bin, if asked for. */
export async function findResource(
  db: Db,
  organizationId: string,
  id: string,
  where: { inBin: boolean },
): Promise<ResourceRow | null> {
  const { rows } = await sql<ResourceRow>`
    select ${columns} from learning.resources
     where organization_id = ${organizationId} and id = ${id}
       and deleted_at is ${where.inBin ? sql`not null` : sql`null`}`.execute(db)
  return rows[0] ?? null
}

export async function insertResource(
  db: Db,
  organizationId: string,
  resource: Omit<ResourceRow, 'id'>,
): Promise<string> {
  const row = await db
    .insertInto('learning.resources')
    .values({ organizationId, ...resource })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updateResource(
  db: Db,
  organizationId: string,
  id: string,
  resource: Pick<ResourceRow, 'title' | 'description' | 'nodeId' | 'position'>,
): Promise<void> {
  await sql`
    update learning.resources set title = ${resource.title}, description = ${resource.description},
           node_id = ${resource.nodeId}, position = ${resource.position}, updated_at = now()
     where organization_id = ${organizationId} and id = ${id}`.execute(db)
}

/** Puts a resource into the bin (a moment), or takes it out (null); its place in the list stays. */
export async function binResource(
  db: Db,
  organizationId: string,
  id: string,
  deletedAt: Date | null,
): Promise<void> {
  await sql`
    update learning.resources set deleted_at = ${deletedAt}, updated_at = now()
     where organization_id = ${organizationId} and id = ${id}`.execute(db)
}
