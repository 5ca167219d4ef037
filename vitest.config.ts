import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

const conditions = ['source', ...defaultServerConditions]

/** Tests that start a database or a process lie in a `test/` folder, or under the platform; all others are pure. */
const withDatabase = ['server/test/**/*.test.ts', 'server/src/**/test/**/*.test.ts', 'server/src/platform/**/*.test.ts']

/** Run the built product: the contract of ./start, alone, because it measures seconds; and what may befall a server. */
const startTests = 'server/test/start/start.test.ts'
const faultTests = 'server/test/faults/*.test.ts'

/** What is done in a browser: people's journeys, and every page of both faces looked at. */
const browserTests = { journeys: 'e2e/*.test.ts', 'desk-screens': 'e2e/desk-screens.test.ts', 'hand-screens': 'e2e/hand-screens.test.ts' }

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
          isolate: false, // a test that leaves something behind for the next file is one to mend
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          setupFiles: ['server/test/seed.ts'],
          include: withDatabase,
          exclude: ['**/node_modules/**', '**/dist/**', startTests, faultTests],
          globalSetup: ['server/test/setup.ts'],
          isolate: false, // what the modules remember, they remember by city; each file has a city of its own
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      ...Object.entries({ start: startTests, faults: faultTests }).map(([name, tests]) => ({
        extends: true as const,
        test: { name, include: [tests], fileParallelism: false, testTimeout: 660_000, hookTimeout: 60_000 },
      })),
      ...Object.entries(browserTests).map(([name, include]) => ({
        extends: true as const,
        test: {
          name,
          include: [include],
          exclude: name === 'journeys' ? ['e2e/*-screens.test.ts'] : [],
          globalSetup: ['e2e/setup.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      })),
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
