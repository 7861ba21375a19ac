import { type Desk, requireStaff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'

/** 我的工作: every module's cards for this person, in one answer. */
export const deskApi = (desks: readonly Desk[]) => (app: App, platform: Platform) => {
  app.get('/api/staff/desk', async (request) => {
    const staff = requireStaff(request)
    const cards = await Promise.all(desks.map((desk) => desk(platform, staff)))
    return { cards: cards.flat() }
  })
}
