import { annualReportScreens } from '#annual-report/screens'
import { auditScreens } from '#audit-viewer/screens'
import { calendarScreens } from '#calendar/screens'
import { chatScreens } from '#chat/screens'
import { foiScreens } from '#foi/screens'
import { hotlineScreens } from '#hotline/screens'
import { knowledgeScreens } from '#knowledge/screens'
import { letterScreens } from '#letters/screens'
import { operationsScreens } from '#operations/screens'
import { organisationScreens } from '#organisation/screens'
import { peopleScreens } from '#people/screens'
import { publishingScreens } from '#publishing/screens'
import { siteScreens } from '#site/screens'
import { siteErrorScreens } from '#site-errors/screens'
import { statisticsScreens } from '#statistics/screens'
import { deskScreen } from './desk-screen.tsx'
import type { Screen } from './screen.ts'

/** The console's screens in the order of the menu; nothing registers itself. */
export const screens: readonly Screen[] = [
  deskScreen,
  ...publishingScreens,
  ...foiScreens,
  ...letterScreens,
  ...siteErrorScreens,
  ...hotlineScreens,
  ...chatScreens,
  ...statisticsScreens,
  ...annualReportScreens,
  ...organisationScreens,
  ...knowledgeScreens,
  ...peopleScreens,
  ...operationsScreens,
  ...calendarScreens,
  ...auditScreens,
  ...siteScreens,
]
