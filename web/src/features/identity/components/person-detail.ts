import type { paths } from '~/lib/api.gen.ts'

type Answer<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

/** One person as the API describes them. */
export type PersonDetail = Answer<'/api/v1/identity/people/{personId}'>
/** A role of the organization. */
export type Role = Answer<'/api/v1/identity/roles/{roleId}'>
