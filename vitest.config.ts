import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

const conditions = ['source', ...defaultServerConditions]

/** Tests that start a database or a process lie in a `test/` folder, or under the platform; all others are pure. */
const withDatabase = ['server/test/**/*.test.ts', 'server/src/**/test/**/*.test.ts', 'server/src/platform/**/*.test.ts']

/** Runs the built product, alone, because it measures seconds. */
const startTests = 'server/test/start/*.test.ts'

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    watch: false,
    maxWorkers: 2,
    pool: 'forks',
    passWithNoTests: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          setupFiles: ['server/test/seed.ts'],
          include: [
            'server/src/**/*.test.ts',
            'packages/*/src/**/*.test.{ts,tsx}',
            'apps/*/src/**/*.test.{ts,tsx}',
            'scripts/**/*.test.ts',
            'e2e/gallery/*.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/dist/**', ...withDatabase],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          setupFiles: ['server/test/seed.ts'],
          include: withDatabase,
          exclude: ['**/node_modules/**', '**/dist/**', startTests],
          globalSetup: ['server/test/setup.ts'],
          isolate: false, // what the modules remember, they remember by city; each file has a city of its own
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: { name: 'start', include: [startTests], fileParallelism: false, testTimeout: 660_000, hookTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['e2e/*.test.ts'],
          globalSetup: ['e2e/setup.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'gallery',
          include: ['e2e/gallery/*.shots.ts'],
          globalSetup: ['e2e/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
