import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'demo/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts'],
    globalSetup: ['test/postgres.global.ts'],
    // Processes that tests start begin faster when what they load was compiled before.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'gongkai-compile-cache') },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Importing the application again for each file took more than half of the time; every test has a database of its own.
    isolate: false,
  },
})
