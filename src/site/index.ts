import { readFileSync } from 'node:fs'
import type { Module, Platform } from '#platform'
import { scriptRoutes } from '#platform/browser-scripts'
import { challengeRoutes } from '#platform/challenge'
import { type App, codingFor } from '#platform/http'
import { answerProblems } from './answer-problems.ts'
import { api } from './api.ts'
import { mark } from './icons.ts'
import { readerChoices } from './reader-choices.ts'
import { compressedStyleSheet, styleSheet, styleSheetPath } from './style.ts'

export { type Agency, agencySettings, readAgency, readAgencyFor, readAgencyOrNone } from './agency.ts'
export {
  errorSummary,
  errorsByField,
  type Filled,
  filledFrom,
  selectField,
  textArea,
  textField,
  unfilled,
} from './form.ts'
export { type IconName, icon } from './icons.ts'
export { type Page, searchBox, sitePage } from './page.ts'
export { articleTags, columnTags, type PageTag, pubDate } from './page-tags.ts'
export { type PersonalDataNotice, personalDataNotice } from './personal-data-notice.ts'
export { gonePage, notFoundPage } from './problem-pages.ts'
export { prefixOf, type ReaderForm, readerFormOf } from './reader-form.ts'
export { simplified, toTraditional } from './script.ts'
export { wideTable, withWideTables } from './wide-table.ts'

/** The mark of icons.ts in 16, 32 and 48 pixels. */
const favicon = readFileSync(new URL('./assets/favicon.ico', import.meta.url))

async function pages(app: App, platform: Platform) {
  answerProblems(app, platform)
  challengeRoutes(app, platform)
  await scriptRoutes(app)
  readerChoices(app, platform.config.publicUrl)
  app.get(styleSheetPath, (request, reply) => {
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding')
    const coding = codingFor(String(request.headers['accept-encoding'] ?? ''))
    if (!coding || coding === 'identity') return reply.send(styleSheet)
    return reply.header('content-encoding', coding).send(compressedStyleSheet[coding])
  })
  // Browsers ask for it where no page names an icon: for a feed, a file, an answer in JSON.
  app.get('/favicon.ico', (_request, reply) =>
    reply.type('image/x-icon').header('cache-control', 'public, max-age=86400').send(favicon),
  )
  app.get('/assets/mark.svg', (_request, reply) =>
    reply
      .type('image/svg+xml')
      .header('cache-control', 'public, max-age=86400')
      .send(String(mark).replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')),
  )
}

export const site = { name: 'site', pages, api } satisfies Module
