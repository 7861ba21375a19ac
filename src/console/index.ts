import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Desk, OpenWork } from '#people'
import type { Module, Platform } from '#platform'
import { builtAssets } from '#platform/browser-scripts'
import { type App, allowInlineStyles } from '#platform/http'
import { deskApi } from './desk-api.ts'
import { failedJobsDesk } from './failed-jobs.ts'
import { handoverApi } from './handover-api.ts'

const built = fileURLToPath(new URL('../../dist/console', import.meta.url))
const notBuilt =
  '<!doctype html><meta charset="utf-8"><title>工作台</title><p>工作台尚未构建，请运行 npm run build。'

/** Serves the console that Vite built; each of its addresses answers with the same page. */
async function pages(app: App, _platform: Platform) {
  const page = existsSync(`${built}/index.html`) ? readFileSync(`${built}/index.html`, 'utf8') : notBuilt
  await builtAssets(app, `${built}/assets`, '/console/assets/')
  for (const url of ['/console', '/console/*'])
    app.get(url, (_request, reply) =>
      allowInlineStyles(reply)
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-cache')
        .send(page),
    )
}

/** `desks`: what the modules put on a person's desk; `openWork`: what a person leaves behind. */
export const consoleWith = (given: { desks: readonly Desk[]; openWork: readonly OpenWork[] }) =>
  ({
    name: 'console',
    pages,
    api: (app: App, platform: Platform) => {
      deskApi([...given.desks, failedJobsDesk])(app, platform)
      handoverApi(given.openWork)(app, platform)
    },
  }) satisfies Module
