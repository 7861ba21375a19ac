import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    globalSetup: ['test/postgres.global.ts'],
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'gongkai-compile-cache') },
    testTimeout: 120_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    // As the unit tests: the application is imported once a worker, not once a file.
    isolate: false,
  },
})
