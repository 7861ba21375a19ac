import { describe, expect, it } from 'vitest'
import { hotlineCrew } from '../../test/hotline-crew.ts'

const { agent, logged, platform, send, supervisor } = await hotlineCrew()
let asked = 0
describe('the list', () => {
  it('shows no personal data in any column, and the export none either', async () => {
    const { id } = (
      await send(agent, 'POST', '/calls', {
        kind: 'complaint_report',
        callerName: '欧阳小满',
        content: '欧阳小满来电说没有到账',
        topic: '欧阳小满的补助',
        answer: '请欧阳小满拨打13912340000',
        outcome: 'transferred',
        forwardedTo: '转给张科长13912340001',
      })
    ).json()
    const today = platform.clock.today()
    const list = await send(supervisor, 'GET', `/calls?from=${today}&until=${today}`)
    const csv = await send(supervisor, 'GET', `/export?from=${today}&until=${today}&format=csv`)
    for (const text of [list.body, csv.body]) {
      expect(text).toContain('转给')
      expect(text).not.toMatch(/欧阳小满|13912340000|13912340001/)
    }
    const mine = list.json().items.find((one: { id: number }) => one.id === id)
    expect(mine.topic).toBe('欧**的补助')
  })
  it('says where a call went: a unit’s own telephone is public', async () => {
    const { id } = (
      await send(agent, 'POST', '/calls', {
        kind: 'policy_consultation',
        content: '社保怎样转移',
        outcome: 'transferred',
        forwardedTo: '社保中心窗口027-87654321',
      })
    ).json()
    const today = platform.clock.today()
    const { items } = (await send(supervisor, 'GET', `/calls?from=${today}&until=${today}`)).json()
    const mine = items.find((one: { id: number }) => one.id === id)
    expect(mine.forwardedTo).toBe('社保中心窗口027-87654321')
  })
  it('is by the time of the call, page by page, whatever order the calls were taken over in', async () => {
    for (const at of ['2014-05-03', '2014-05-01', '2014-05-02'])
      for (let nth = 0; nth < 20; nth += 1) await logged({ topic: '排序' }, `${at}T09:${10 + nth}:00+08:00`)
    const seen: string[] = []
    let after = ''
    do {
      const page = (await send(agent, 'GET', `/calls?topic=${encodeURIComponent('排序')}${after}`)).json()
      seen.push(...page.items.map((one: { calledAt: string }) => one.calledAt))
      after = page.next ? `&after=${page.next}` : ''
    } while (after)
    expect(seen).toHaveLength(60)
    expect(new Set(seen).size).toBe(60)
    expect(seen).toEqual([...seen].sort().reverse())
  })
  it('is sorted both ways, and the export is narrowed as the list is', async () => {
    const query = `topic=${encodeURIComponent('排序')}&until=2014-05-02`
    const { items, next } = (await send(agent, 'GET', `/calls?${query}&sort=called`)).json()
    const more = (await send(agent, 'GET', `/calls?${query}&sort=called&after=${next ?? ''}`)).json()
    const times = [...items, ...(more.items ?? [])].map((one: { calledAt: string }) => one.calledAt)
    expect(times).toEqual([...times].sort())
    expect(times[0]).toMatch(/^2014-05-01/)
    const csv = (await send(supervisor, 'GET', `/export?${query}&kind=policy_consultation`)).body.trim()
    const other = (await send(supervisor, 'GET', `/export?${query}&kind=complaint_report`)).body.trim()
    expect([csv.split('\n').length > 20, other.split('\n').length]).toEqual([true, 1])
    const whole = (await send(supervisor, 'GET', `/export?${query}`)).body.trim()
    expect(whole.split('\n')).toHaveLength(41)
  })
  it.each([
    [`words=${encodeURIComponent('小微担保')}`, 1],
    [`words=${encodeURIComponent('担')}`, 1],
    [`words=${encodeURIComponent('担保费率')}`, 0],
    ['words=E2018', 1],
    [`words=${encodeURIComponent('！')}`, 0],
    ['outcome=transferred', 1],
    ['outcome=answered', 0],
    ['kind=service_guide', 1],
    ['from=2013-03-04&until=2013-03-04', 1],
    ['from=2013-03-05', 0],
    ['until=2013-03-03', 0],
  ])('is found by %s: %d', async (query, found) => {
    const topic = `第${++asked}次`
    await logged(
      { topic, kind: 'service_guide', content: '小微担保补助 E20180001 怎样申请' },
      '2013-03-04T15:00:00+08:00',
    )
    const path = `/calls?topic=${encodeURIComponent(topic)}&${query}`
    expect((await send(agent, 'GET', path)).json().items).toHaveLength(found)
  })
  it('knows the topics that calls were given', async () => {
    await logged({ topic: '契税' })
    expect((await send(supervisor, 'GET', '/topics')).json().items).toContain('契税')
  })
})
