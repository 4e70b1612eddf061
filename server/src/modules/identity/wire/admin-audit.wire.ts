import { type AuditEntry, entriesAt } from '../../audit/index.ts'
import { NumberedPage, readPage, tellPages } from './pages.ts'
import { wireRoute } from './route.ts'

/** Acts that Supabase's auth server has a name for. */
const names: Record<string, { action: string; logType: string }> = {
  'identity.signed_in': { action: 'login', logType: 'account' },
  'identity.session_ended': { action: 'logout', logType: 'account' },
  'identity.person_signed_up': { action: 'user_signedup', logType: 'team' },
  'identity.person_created': { action: 'user_signedup', logType: 'team' },
  'identity.person_invited': { action: 'user_invited', logType: 'team' },
  'identity.invitation_accepted': { action: 'invite_accepted', logType: 'account' },
  'identity.person_changed': { action: 'user_modified', logType: 'user' },
  'identity.person_deleted': { action: 'user_deleted', logType: 'team' },
  'identity.person_removed': { action: 'user_deleted', logType: 'team' },
  'identity.password_changed': { action: 'user_updated_password', logType: 'user' },
  'identity.refresh_token_reused': { action: 'token_revoked', logType: 'token' },
  'identity.factor_removed': { action: 'factor_deleted', logType: 'factor' },
  'identity.passkey_removed': { action: 'passkey_deleted', logType: 'factor' },
}

const view = (entry: AuditEntry) => ({
  id: entry.id,
  payload: {
    action: names[entry.action]?.action ?? entry.action,
    log_type: names[entry.action]?.logType ?? 'team',
    actor_id: entry.actorId ?? '00000000-0000-0000-0000-000000000000',
    actor_username: entry.actorEmail ?? entry.actorType,
    actor_via_sso: false,
    traits: { entity_type: entry.entityType, entity_id: entry.entityId, ...entry.metadata },
  },
  created_at: entry.ts.toISOString(),
  ip_address: entry.ip ?? '',
})

const list = wireRoute({
  method: 'GET',
  path: '/admin/audit',
  allow: 'service',
  query: NumberedPage,
  async handle(ctx, { query, request, reply }) {
    const page = readPage(query)
    const { total, entries } = await entriesAt(ctx, { skip: page.skip, limit: page.perPage })
    tellPages(request, reply, ctx.app.config.url, page, total)
    return entries.map(view)
  },
})

/** The audit trail of the organization, in the words of Supabase's auth server where it has one. */
export const adminAuditRoutes = [list]
