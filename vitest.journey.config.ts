import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.journey.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Two cores: one journey waits for its browser while the other's works.
    maxWorkers: 2,
  },
})
