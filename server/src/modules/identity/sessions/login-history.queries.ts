import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import type { Device } from './devices.ts'

export type LoginRow = {
  id: string
  userId: string | null
  userName: string | null
  ip: string | null
  country: string | null
  device: Device
  method: string
  success: boolean
  failureReason: string | null
  createdAt: Date
}

/** Tries to sign in, newest first: of one person anywhere, or of everybody at one organization. */
export async function findTries(
  db: Db,
  whose: { userId: string | null; organizationId: string | null },
  wanted: {
    success: boolean | null
    method: string | null
    device: string | null
    ip: string | null
    before: string | null
    limit: number
  },
): Promise<LoginRow[]> {
  const conditions = [sql`true`]
  if (whose.userId) conditions.push(sql`h.user_id = ${whose.userId}`)
  if (whose.organizationId) conditions.push(sql`h.organization_id = ${whose.organizationId}`)
  if (wanted.success !== null) conditions.push(sql`h.success = ${wanted.success}`)
  if (wanted.method) conditions.push(sql`h.method = ${wanted.method}`)
  if (wanted.device) conditions.push(sql`h.device_info ->> 'kind' = ${wanted.device}`)
  if (wanted.ip) conditions.push(sql`h.ip_address = ${wanted.ip}::inet`)
  if (wanted.before) conditions.push(sql`h.id < ${wanted.before}::uuid`)
  const { rows } = await sql<LoginRow>`
    select h.id, h.user_id, u.name as user_name, host(h.ip_address) as ip, h.country, h.device_info as device, h.method, h.success,
           h.failure_reason, h.created_at
      from auth.login_history h left join auth.users u on u.id = h.user_id
     where ${sql.join(conditions, sql` and `)} order by h.id desc limit ${wanted.limit}`.execute(db)
  return rows
}
