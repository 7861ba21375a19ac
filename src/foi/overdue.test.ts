import { beforeAll, describe, expect, it } from 'vitest'
import type { Platform } from '#platform'
import { fixedClock } from '#platform/clock'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { builtCase } from './builders.ts'
import { readTracking } from './track-request.ts'
import { trackingPage } from './tracking-page.ts'

let platform: Platform
beforeAll(async () => {
  platform = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
})
async function pageOn(now: string, id: number) {
  const later = { ...platform, clock: fixedClock(`${now}T10:00:00+08:00`) }
  const tracking = await readTracking(later, id)
  return String(trackingPage(tracking, { number: '', code: '' }, { values: {}, errors: {} }))
}

describe('Order 711 art. 51: no answer came in time', () => {
  it('is said from the day after the last one, with whom to ask and what the law allows', async () => {
    const officer = await testStaff(platform, 'foi_officer')
    await platform.db
      .insertInto('agency')
      .values({ settings: JSON.stringify({ disclosureOffice: '信息公开办公室', telephone: '0000-1234567' }) })
      .execute()
    const { id } = await builtCase(platform, officer, '2026-01-05')
    // Twenty working days after 2026-01-05 end on 02-02.
    const onTime = await pageOn('2026-02-02', id)
    expect(onTime).toContain('正在办理，最迟于<strong>2026-02-02</strong>答复')
    expect(onTime).not.toContain('已经过了')
    const late = await pageOn('2026-02-03', id)
    expect(late).not.toContain('正在办理，最迟于')
    expect(late).toContain('答复期限<strong>2026-02-02</strong>已经过了，本机关还没有答复')
    for (const way of ['投诉、举报', '行政复议', '提起行政诉讼', '第五十一条']) expect(late).toContain(way)
    expect(late).toContain('催问请联系信息公开办公室，电话0000-1234567')
  })
})
