import { z } from 'zod'
import { type HolidayNotice, holidayNotice } from './contract.ts'
import notices from './notices.json' with { type: 'json' }

/** The notices from 2008 on that come with the software, amended ones in both versions. */
export const builtInNotices: readonly HolidayNotice[] = z.array(holidayNotice).parse(notices)
