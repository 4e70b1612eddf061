import type { Db } from '../../platform/db/database.ts'

export async function insertSession(
  db: Db,
  session: {
    userId: string
    organizationId: string | null
    tokenHash: Buffer
    notAfter: Date
    idleAfter: Date
    ip: string | null
    userAgent: string | null
  },
): Promise<string> {
  const row = await db.insertInto('auth.sessions').values(session).returning('id').executeTakeFirstOrThrow()
  return row.id
}
