import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { TypedBlock } from './block-content.ts'

export type BlockRow = { id: string; nodeId: string; position: string } & TypedBlock

export async function listBlocks(db: Db, organizationId: string, nodeId: string): Promise<BlockRow[]> {
  const { rows } = await sql<BlockRow>`
    select id, node_id, type, position, content from learning.blocks
     where organization_id = ${organizationId} and node_id = ${nodeId} order by position`.execute(db)
  return rows
}

export async function nodeIdOf(db: Db, organizationId: string, blockId: string): Promise<string | null> {
  const { rows } = await sql<{ nodeId: string }>`
    select node_id from learning.blocks where organization_id = ${organizationId} and id = ${blockId}`.execute(
    db,
  )
  return rows[0]?.nodeId ?? null
}

/** Puts blocks on a page, each with the files it shows. */
export async function insertBlocks(
  db: Db,
  organizationId: string,
  nodeId: string,
  blocks: Array<{ id: string; position: string; files: string[] } & TypedBlock>,
): Promise<void> {
  if (blocks.length === 0) return
  await sql`
    insert into learning.blocks (organization_id, id, node_id, type, position, content)
    select ${organizationId}, id, ${nodeId}, type, position, content
      from jsonb_to_recordset(${JSON.stringify(blocks)}::jsonb)
        as row (id uuid, type text, position text, content jsonb)`.execute(db)
  const files = blocks.flatMap((block) =>
    block.files.map((objectId) => ({ block_id: block.id, object_id: objectId })),
  )
  await insertFiles(db, organizationId, files)
}

async function insertFiles(
  db: Db,
  organizationId: string,
  files: Array<{ block_id: string; object_id: string }>,
) {
  if (files.length === 0) return
  await sql`
    insert into learning.block_files (organization_id, block_id, object_id)
    select ${organizationId}, block_id, object_id
      from jsonb_to_recordset(${JSON.stringify(files)}::jsonb) as row (block_id uuid, object_id uuid)`.execute(
    db,
  )
}

export async function updateBlock(
  db: Db,
  organizationId: string,
  id: string,
  block: TypedBlock & { files: string[] },
): Promise<void> {
  await sql`
    update learning.blocks set type = ${block.type}, content = ${JSON.stringify(block.content)}, updated_at = now()
     where organization_id = ${organizationId} and id = ${id}`.execute(db)
  await sql`delete from learning.block_files where organization_id = ${organizationId} and block_id = ${id}`.execute(
    db,
  )
  await insertFiles(
    db,
    organizationId,
    block.files.map((objectId) => ({ block_id: id, object_id: objectId })),
  )
}

export async function placeBlock(
  db: Db,
  organizationId: string,
  id: string,
  position: string,
): Promise<void> {
  await sql`
    update learning.blocks set position = ${position}, updated_at = now()
     where organization_id = ${organizationId} and id = ${id}`.execute(db)
}

export async function deleteBlocks(db: Db, organizationId: string, ids: string[]): Promise<void> {
  await sql`delete from learning.blocks where organization_id = ${organizationId} and id = any(${ids}::uuid[])`.execute(
    db,
  )
}
