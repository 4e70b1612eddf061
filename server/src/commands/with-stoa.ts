import { findOrganizationBySlug } from '../modules/identity/index.ts'
import { loadConfig } from '../platform/config.ts'
import { migrate } from '../platform/db/migrate.ts'
import { createKeys } from '../platform/keys.ts'
import { openStoa, type Stoa } from '../stoa.ts'
import { NoSuchOrganization } from './errors.ts'
import { openInstallation } from './installation.ts'

/** Opens the installation for one command, beside a running Stoa if there is one, and closes it again. */
export async function withStoa<T>(work: (stoa: Stoa) => Promise<T>): Promise<T> {
  const config = loadConfig({ STOA_LOG_LEVEL: 'warn', ...process.env })
  const installation = await openInstallation(config, { beside: true })
  try {
    await migrate(installation.ownerUrl, createKeys(config.secret))
    const stoa = await openStoa(config, installation.ownerUrl)
    try {
      return await work(stoa)
    } finally {
      await stoa.close()
    }
  } finally {
    await installation.stop()
  }
}

/** The id of the organization a command names. */
export async function organizationId(stoa: Stoa, slug: string): Promise<string> {
  const id = await findOrganizationBySlug(stoa.app, slug)
  if (!id) throw NoSuchOrganization({ slug })
  return id
}
