import type { RouteOptions } from 'fastify'
import { annualReport, annualReportDesk } from '#annual-report'
import { audit } from '#audit'
import { auditDesk, auditViewer } from '#audit-viewer'
import { backup } from '#backup'
import { calendarDesk, calendarWith } from '#calendar'
import { chat, chatDesk } from '#chat'
import { consoleWith } from '#console'

import { foi, foiDesk, foiDueDates, foiOpenWork } from '#foi'
import { hotline, hotlineDesk } from '#hotline'
import { knowledge, knowledgeDesk, knowledgeOpenWork } from '#knowledge'
import { letterDesk, letterDueDates, letterOpenWork, letters } from '#letters'
import { operations } from '#operations'
import { organisation } from '#organisation'
import { people } from '#people'
import type { Module, Platform } from '#platform'
import { sweepFilesJob } from '#platform/files'
import { type App, cachedRoutes, createServer, healthRoutes } from '#platform/http'
import { forgetCountsJob } from '#platform/limits'
import { mailJob } from '#platform/mail'
import type { Job } from '#platform/queue'
import { portal } from '#portal'
import { publishing, publishingDesk, publishingOpenWork } from '#publishing'
import { site } from '#site'
import { siteErrorDesk, siteErrors } from '#site-errors'
import { statistics } from '#statistics'
import { demonstration } from '../demo/index.ts'

/** The modules, in order; nothing registers itself. */
export const modules: readonly Module[] = [
  audit,
  people,
  operations,
  calendarWith({ dueDates: [foiDueDates, letterDueDates] }),
  site,
  publishing,
  organisation,
  siteErrors,
  foi,
  letters,
  hotline,
  chat,
  knowledge,
  statistics,
  annualReport,
  portal,
  auditViewer,
  consoleWith({
    desks: [
      publishingDesk,
      foiDesk,
      letterDesk,
      hotlineDesk,
      chatDesk,
      knowledgeDesk,
      siteErrorDesk,
      annualReportDesk,
      calendarDesk,
      auditDesk,
    ],
    openWork: [publishingOpenWork, foiOpenWork, letterOpenWork, knowledgeOpenWork],
  }),
  backup,
  demonstration,
]

/** All work that happens later, the platform's own included. */
export const jobs: readonly Job<never>[] = [
  mailJob,
  sweepFilesJob,
  forgetCountsJob,
  ...modules.flatMap((module) => module.jobs ?? []),
]

/** `seeRoute` is told of every route as it is made. */
export async function createApp(
  platform: Platform,
  seeRoute: (route: RouteOptions) => void = () => undefined,
): Promise<App> {
  const app = await createServer(platform)
  app.addHook('onRoute', seeRoute)
  for (const module of modules) {
    await module.pages?.(app, platform)
    await module.api?.(app, platform)
  }
  // After #site, whose pages module answers their errors.
  healthRoutes(app, platform)
  cachedRoutes(app, platform)
  return app
}
