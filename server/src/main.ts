#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { Command, CommanderError } from 'commander'
import { AppError } from './platform/errors.ts'
import { StartProblem } from './platform/start-problem.ts'

// React and its friends look at this when they are first imported; without it they run many times slower.
process.env.NODE_ENV ??= 'production'
// Half of what a command takes is reading its own program; where this folder cannot be written it just takes longer.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/stoa'))

const program = new Command('stoa')
  .description('Stoa: one self-hosted system for organizations that teach, support, reach and inform people.')
  .showHelpAfterError()
  .exitOverride()

program
  .command('start')
  .description('Start Stoa: database, migrations, demo (development), web app, one port.')
  .action(async () => (await import('./commands/start.ts')).start())

program
  .command('migrate')
  .description('Bring the database to the newest schema and stop.')
  .option('--json', 'print the result as JSON')
  .action(async (options) => (await import('./commands/migrate.ts')).migrateCommand(options))

program
  .command('seed')
  .description('Fill an empty database with the demo organization.')
  .option('--json', 'print the result as JSON')
  .action(async (options) => (await import('./commands/seed.ts')).seedCommand(options))

program
  .command('doctor')
  .description('Look at configuration, database, files and audit trail, and say what is wrong.')
  .option('--json', 'print the result as JSON')
  .action(async (options) => (await import('./commands/doctor.ts')).doctor(options))

program
  .command('import')
  .description('Bring something in.')
  .command('course <file>')
  .description('Import a course package: Open edX OLX (.tar.gz or folder) or IMS Common Cartridge (.imscc).')
  .requiredOption('--organization <slug>', 'organization that gets the course')
  .option('--publish', 'publish the course at once', false)
  .option('--json', 'print the report as JSON')
  .action(async (file, options) => (await import('./commands/import-course.ts')).importCourse(file, options))

program
  .command('audit')
  .description('The audit trail.')
  .command('verify')
  .description('Read the audit chains and name the first bad entry of each. Exit code 1 when one is broken.')
  .option('--organization <slug>', 'only this organization')
  .option('--json', 'print the result as JSON')
  .action(async (options) => (await import('./commands/audit-verify.ts')).auditVerify(options))

program
  .command('user')
  .description('People.')
  .command('create')
  .description('Create a person with a proven address. The password is read from standard input.')
  .requiredOption('--email <address>', 'email address')
  .requiredOption('--name <name>', 'full name')
  .requiredOption('--organization <slug>', 'organization to join')
  .option('--role <key>', 'role in the organization', 'student')
  .option('--json', 'print the result as JSON')
  .action(async (options) => (await import('./commands/user-create.ts')).userCreate(options))

const auth = program.command('auth').description('Keys of sign-in by /auth/v1.')
auth
  .command('keys')
  .description('Print the anon and the service_role key for Supabase’s client libraries.')
  .option('--organization <slug>', 'keys that work in this organization only')
  .option('--json', 'print the result as JSON')
  .action(async (options) => (await import('./commands/auth-keys.ts')).authKeys(options))
auth
  .command('rotate-keys')
  .description('Sign tokens with new keys. What was signed before works until the next rotation.')
  .option('--json', 'print the result as JSON')
  .action(async (options) => (await import('./commands/auth-keys.ts')).rotateKeys(options))

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = explain(error)
}

/** Prints what went wrong as a sentence, or with its stack when it is our own bug. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  const json = process.argv.includes('--json')
  const known = error instanceof StartProblem || error instanceof AppError
  if (json)
    console.log(
      JSON.stringify({
        ok: false,
        code: known ? error.code : 'internal_error',
        message: (error as Error).message,
      }),
    )
  else if (known) console.error(error.message)
  else console.error('Something unexpected went wrong:', error)
  return error instanceof StartProblem ? error.exitCode : known ? 1 : 70
}
