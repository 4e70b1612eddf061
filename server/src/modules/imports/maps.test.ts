import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'

type Home = string | { derived: string } | { archived: string }
type Model = { to: string; fields: Record<string, Home> } | { archived: string }
type Enums = Record<string, Record<string, Home>>
type System = keyof typeof mapped

/** What has a home so far. A module that gives a home to more adds it here and in the map. */
const mapped = {
  academy: {
    models: `Role User UserRole TwoFactor EmailOtp Account Session VerificationToken CourseCategory Course Module Lesson LessonTopic
      LessonSubtopic SubtopicContent SubtopicContentBlock SubtopicExercise TopicProgress SubtopicProgress
      LessonContent LessonExercise ContentBlock CourseResource LessonQuiz Enrollment CourseProgress LessonProgress
      Certificate Media AuditLog ActivityLog Notification`,
    enums:
      'RoleKey UserStatus TwoFactorMethod EnrollmentStatus ContentStatus ContentVisibility AuditAction ActivityType',
  },
  engage: {
    models: 'Organization User UserPreferences Role MediaAsset',
    enums: 'OrganizationType MediaType',
  },
  edupeak: {
    models: `user session account verification course chapter lesson enrollment lesson_progress quiz quiz_question
      quiz_submission student_activity notification workspace membership invitation activity_log login_history
      login_session online_session`,
    enums: `CourseLevel CourseStatus ChapterStatus LessonStatus EnrollmentStatus BanType StudentTag ActivityType
      NotificationType WorkspaceRole InvitationStatus`,
  },
  aidin: {
    models: `User UserEmail Role UserRole UserPreference Module UserModuleAccess RoleModuleAccess Notification
      AuditLog AuditLogDLQ AuditChainVerification RateLimitEntry AttachmentDeletionLog`,
    enums: 'NotificationSeverity AssetKind AssetVariant',
  },
  seydam: {
    models: `auth.audit_log_entries auth.flow_state auth.identities auth.instances auth.mfa_amr_claims
      auth.mfa_challenges auth.mfa_factors auth.oauth_authorizations auth.oauth_client_states auth.oauth_clients
      auth.oauth_consents auth.one_time_tokens auth.refresh_tokens auth.saml_providers auth.saml_relay_states
      auth.schema_migrations auth.sessions auth.sso_domains auth.sso_providers auth.users public.account_emailaddress
      public.account_emailconfirmation public.authtoken_token public.seydam_customuser_user_permissions
      public.seydam_emailotp public.socialaccount_socialapp public.socialaccount_socialapp_sites
      public.socialaccount_socialtoken public.auth_group public.auth_group_permissions
      public.auth_permission public.django_admin_log public.django_content_type public.django_migrations
      public.django_session public.django_site public.seydam_customuser public.seydam_customuser_groups
      public.socialaccount_socialaccount realtime.schema_migrations storage.buckets storage.migrations
      storage.objects storage.prefixes`,
    enums: '',
  },
} as const
const systems = Object.keys(mapped) as System[]
const words = (text: string) => text.split(/\s+/).filter(Boolean)

function mapOf(system: System): { models: Record<string, Model>; enums: Enums } {
  const file = join(import.meta.dirname, 'maps', `${system}.json`)
  const { enums = {}, ...models } = JSON.parse(readFileSync(file, 'utf8'))
  return { models, enums }
}

/** Every home of a system with its place in the map, as `schema.table.column` and `=value` where it names one. */
function homes(system: System): Array<{ place: string; home: Home }> {
  const { models, enums } = mapOf(system)
  const ofModels = Object.entries(models).flatMap(([model, entry]) =>
    'archived' in entry
      ? []
      : Object.entries(entry.fields).map(([field, home]) => ({
          place: `${system} ${model}.${field}`,
          home: typeof home === 'string' && !home.includes('.') ? `${entry.to}.${home}` : home,
        })),
  )
  const ofEnums = Object.entries(enums).flatMap(([name, values]) =>
    Object.entries(values).map(([value, home]) => ({ place: `${system} ${name}.${value}`, home })),
  )
  return [...ofModels, ...ofEnums]
}

const allHomes = systems.flatMap(homes)
const columnsNamed = allHomes.flatMap(({ place, home }) => {
  if (typeof home !== 'string') return []
  const [column = '', value] = home.split('=')
  return [{ place, column, value }]
})

let stoa: TestStoa

beforeAll(async () => {
  stoa = await testStoa()
})
afterAll(() => stoa?.close())

describe('the homes of the five reference systems', () => {
  test.each(systems)('%s: exactly the models and enumerations listed here are mapped', (system) => {
    const { models, enums } = mapOf(system)
    expect(Object.keys(models).sort()).toEqual(words(mapped[system].models).sort())
    expect(Object.keys(enums).sort()).toEqual(words(mapped[system].enums).sort())
  })

  test('each is a column of the live schema', async () => {
    const rows = await stoa.sql<{ name: string }>(
      `select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns`,
    )
    const live = new Set(rows.map((row) => row.name))
    expect(columnsNamed.filter(({ column }) => !live.has(column))).toEqual([])
  })

  test('each table a model goes to is one of the live schema', async () => {
    const rows = await stoa.sql<{ name: string }>(
      `select table_schema || '.' || table_name as name from information_schema.tables where table_type = 'BASE TABLE'`,
    )
    const live = new Set(rows.map((row) => row.name))
    const tables = systems.flatMap((system) =>
      Object.values(mapOf(system).models).flatMap((entry) => ('to' in entry ? [entry.to] : [])),
    )
    expect(tables.filter((table) => !live.has(table))).toEqual([])
  })

  test('each value is one that its column takes', async () => {
    const refused: string[] = []
    for (const { place, column, value } of columnsNamed) {
      if (value !== undefined && !(await takes(column, value))) refused.push(`${place}: ${column}=${value}`)
    }
    expect(refused).toEqual([])
  })

  test('a value no column knows would be noticed', async () => {
    expect(await takes('learning.courses.status', 'sleeping')).toBe(false)
    expect(await takes('learning.enrollments.tags', 'genius')).toBe(false)
  })

  test('what has no column says from what it is derived, or why it has no living home', () => {
    const silent = allHomes.filter(({ home }) => {
      if (typeof home === 'string') return false
      if ('derived' in home) return home.derived.length < 20
      return !/^(Bookkeeping|Waits for [a-z]+): .{20,}/.test(home.archived)
    })
    expect(silent).toEqual([])
  })

  test('only bookkeeping of another framework is archived as a whole', () => {
    const others = systems.flatMap((system) =>
      Object.entries(mapOf(system).models).filter(
        ([, entry]) => 'archived' in entry && !entry.archived.startsWith('Bookkeeping: '),
      ),
    )
    expect(others).toEqual([])
  })
})

describe('against the lists of the reference systems', () => {
  // The lists are kept beside the project, not in it; a clone by itself does not have them.
  const file = join(import.meta.dirname, '../../../../../shared/reference/models.json')
  type Listed = Record<System, { models: Record<string, string[]>; enums: Record<string, string[]> }>

  test.for(systems)(
    '%s: a mapped model has a home for every field, an enumeration for every value',
    (system, { skip }) => {
      skip(!existsSync(file), 'the lists of the reference systems are not beside this project')
      const listed = (JSON.parse(readFileSync(file, 'utf8')) as Listed)[system]
      const { models, enums } = mapOf(system)
      for (const [model, entry] of Object.entries(models)) {
        const fields = 'archived' in entry ? listed.models[model] : Object.keys(entry.fields)
        expect(fields?.toSorted(), model).toEqual(listed.models[model]?.toSorted() ?? 'a model of the list')
      }
      for (const [name, values] of Object.entries(enums)) {
        expect(Object.keys(values).sort(), name).toEqual(
          listed.enums[name]?.toSorted() ?? 'an enumeration of the list',
        )
      }
    },
  )
})

/** Asks the database whether every CHECK on the column alone lets the value pass; lists take it as an element. */
async function takes(column: string, value: string): Promise<boolean> {
  const [schema, table, name] = column.split('.')
  const checks = await stoa.sql<{ expression: string; type: string }>(
    `select pg_get_expr(k.conbin, k.conrelid) as expression, format_type(a.atttypid, a.atttypmod) as type
       from pg_constraint k
       join pg_attribute a on a.attrelid = k.conrelid and k.conkey = array[a.attnum]
      where k.contype = 'c' and k.conrelid = format('%I.%I', $1::text, $2::text)::regclass and a.attname = $3`,
    [schema, table, name],
  )
  for (const { expression, type } of checks) {
    const [row] = await stoa.sql<{ fits: boolean }>(
      `select (${expression}) is not false as fits from (select $1::${type} as "${name}") given`,
      [type.endsWith('[]') ? [value] : value],
    )
    if (!row?.fits) return false
  }
  return true
}
