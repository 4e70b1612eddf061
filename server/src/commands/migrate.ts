import { loadConfig } from '../platform/config.ts'
import { migrate } from '../platform/db/migrate.ts'
import { createKeys } from '../platform/keys.ts'
import { openInstallation } from './installation.ts'

export async function migrateCommand(options: { json?: boolean }): Promise<void> {
  const config = loadConfig(process.env)
  const installation = await openInstallation(config, { beside: true })
  try {
    const applied = await migrate(installation.ownerUrl, createKeys(config.secret))
    if (options.json) console.log(JSON.stringify({ ok: true, applied }))
    else
      console.log(
        applied.length > 0
          ? `Applied ${applied.length} migrations:\n${applied.join('\n')}`
          : 'The schema is up to date.',
      )
  } finally {
    await installation.stop()
  }
}
