import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    exclude: ['**/*.journey.test.ts', '**/node_modules/**'],
    // By itself Vitest leaves one core free: on two that would be one of two.
    maxWorkers: 2,
    // To load the modules anew for each of 500 files took four fifths of the time. No test mocks a module or keeps a global:
    // each file opens what it needs (a house, a folder) and closes it.
    isolate: false,
    globalSetup: ['packages/server/src/test/postgres-setup.ts'],
    // These only end what hangs: on a busy machine of two cores, the longest honest test (files of many megabytes) takes half a minute.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
