import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import { avatarUrl, coverUrl, logoUrl } from '../pictures/pictures.queries.ts'
import type { Terminology } from './terminology.ts'

type Named = { id: string; slug: string; name: string; logoUrl: string | null }

export type FrameOrganization = Named & {
  coverUrl: string | null
  description: string | null
  accentColor: string | null
  customTerminology: Terminology
  defaultLanguage: string
  signUpOpen: boolean
}

export type FramePreferences = {
  theme: 'system' | 'light' | 'dark'
  language: string
  timeZone: string
  dateFormat: string
}

export type FrameRow = {
  organization: FrameOrganization | null
  /** Null until the person has chosen anything. */
  preferences: FramePreferences | null
  memberships: Named[]
  avatarUrl: string | null
  impersonatedByName: string | null
}

/** What stands around every page, for a person or a stranger (null), in one statement. */
export async function findFrame(
  db: Db,
  organizationId: string,
  userId: string | null,
  impersonatedBy: string | null,
): Promise<FrameRow> {
  const { rows } = await sql<FrameRow>`
    select (select json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'description', o.description,
                     'logoUrl', ${logoUrl}, 'coverUrl', ${coverUrl},
                     'accentColor', o.accent_color, 'customTerminology', o.custom_terminology,
                     'defaultLanguage', o.default_language,
                     'signUpOpen', coalesce(o.settings ->> 'signUp', 'open') = 'open')
              from auth.organizations o where o.id = ${organizationId}) as organization,
           (select json_build_object('theme', p.theme, 'language', p.language, 'timeZone', p.timezone,
                     'dateFormat', p.date_format)
              from auth.user_preferences p where p.user_id = ${userId}::uuid) as preferences,
           (select coalesce(json_agg(json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'logoUrl', ${logoUrl})
                              order by lower(o.name), o.id), '[]')
              from auth.memberships m join auth.organizations o on o.id = m.organization_id
             where m.user_id = ${userId}::uuid and m.status = 'active'
               and not exists (select 1 from auth.bans b where b.organization_id = o.id and b.user_id = m.user_id
                                and b.lifted_at is null and (b.banned_until is null or b.banned_until > now()))
           ) as memberships,
           (select ${avatarUrl} from auth.users u where u.id = ${userId}::uuid) as avatar_url,
           (select u.name from auth.users u where u.id = ${impersonatedBy}::uuid) as impersonated_by_name`.execute(
    db,
  )
  return rows[0]!
}
