import { createSetupLink } from '../modules/identity/index.ts'
import type { Stoa } from '../stoa.ts'
import type { Seeded } from './seed.ts'

/** Tells the person in front of the terminal where Stoa is and how to get in. */
export async function announceStart(
  stoa: Stoa,
  facts: { milliseconds: number; seeded: Seeded | null },
): Promise<void> {
  const { config } = stoa.app
  console.log(`\nStoa is ready at ${config.url} (${(facts.milliseconds / 1000).toFixed(1)} s)\n`)
  if (facts.seeded) {
    console.log(`Demo sign-ins, all with the password ${facts.seeded.password}`)
    for (const { role, email } of facts.seeded.people) console.log(`  ${role.padEnd(14)} ${email}`)
    console.log(`\nMails are caught at ${config.url}/mail\nStop with Ctrl-C.\n`)
  }
  const setupLink = await createSetupLink(stoa.app)
  if (setupLink) {
    console.log(
      `There is no organization yet. Found it, and become its owner, within 24 hours at\n  ${setupLink}\n`,
    )
  }
}
