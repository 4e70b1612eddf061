import { randomBytes } from 'node:crypto'
import type { Db } from '../../platform/db/database.ts'
import { type Bucket, findBucket, insertBucket } from './buckets.queries.ts'

const megabytes = 1024 * 1024

/** What the program keeps files for, and the rules of each place. */
export const bucketRules = {
  /** Pictures, videos and documents of courses. */
  'course-media': { public: false, fileSizeLimit: null, allowedMimeTypes: null },
  /** Covers and logos: everybody may see them, without a signature. */
  public: { public: true, fileSizeLimit: 20 * megabytes, allowedMimeTypes: ['image/*'] },
  /** Pictures of people: everybody may see them, and they go when the person does. */
  portraits: { public: true, fileSizeLimit: 20 * megabytes, allowedMimeTypes: ['image/*'] },
  /** Packages that are being imported. */
  imports: { public: false, fileSizeLimit: null, allowedMimeTypes: null },
  /** What people attach. */
  attachments: { public: false, fileSizeLimit: null, allowedMimeTypes: null },
} as const satisfies Record<
  string,
  { public: boolean; fileSizeLimit: number | null; allowedMimeTypes: readonly string[] | null }
>

export type BucketPurpose = keyof typeof bucketRules

/** The organization's bucket for a purpose, made when it is needed for the first time. */
export async function ensureBucket(db: Db, organizationId: string, purpose: BucketPurpose): Promise<Bucket> {
  const known = await findBucket(db, organizationId, purpose)
  if (known) return known
  const rules = bucketRules[purpose]
  await insertBucket(db, organizationId, {
    purpose,
    // Bucket names are shared by all organizations, so a few random characters keep them apart.
    name: `${purpose}-${randomBytes(6).toString('hex')}`,
    ...rules,
    allowedMimeTypes: rules.allowedMimeTypes && [...rules.allowedMimeTypes],
  })
  const made = await findBucket(db, organizationId, purpose)
  if (!made) throw new Error(`The bucket ${purpose} could not be made.`)
  return made
}
