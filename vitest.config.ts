import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Programs and browsers run after the rest: beside it they would be slow, and slow looks like broken.
    projects: [
      {
        extends: true,
        test: {
          name: 'server',
          sequence: { groupOrder: 0 },
          include: ['server/src/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [...configDefaults.exclude, 'server/src/commands/**'],
          globalSetup: ['server/src/testing/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'program',
          sequence: { groupOrder: 1 },
          include: ['server/src/commands/**/*.test.ts'],
          globalSetup: ['e2e/build-web.ts', 'server/src/testing/global-setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          sequence: { groupOrder: 2 },
          include: ['e2e/**/*.test.ts'],
          expect: { poll: { timeout: 30_000 } },
          globalSetup: ['e2e/build-web.ts', 'server/src/testing/global-setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: { name: 'web', sequence: { groupOrder: 0 }, include: ['web/src/**/*.test.{ts,tsx}'] },
      },
    ],
    pool: 'forks',
    maxWorkers: 2,
  },
})
