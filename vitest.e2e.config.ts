import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    // Every public page as every reader has not run to its end.
    exclude: ['e2e/public-pages.test.ts'],
    globalSetup: ['test/postgres.global.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    maxWorkers: 1,
    fileParallelism: false,
  },
})
