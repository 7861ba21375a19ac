import { beforeAll, expect, it } from 'vitest'
import type { Platform } from '#platform'
import { articleCrew } from '../../test/article-crew.ts'
import { testPlatform } from '../../test/platform.ts'
import { builtSection } from './builders.ts'
import { publishInEmergency } from './emergency.ts'
import { endSection } from './end-section.ts'
import { fireDue } from './fire-due.ts'
import { listGroups, saveGroup } from './manage-groups.ts'
import { saveSection } from './manage-sections.ts'
import { publishArticle } from './publish.ts'
import { readArticle } from './read-article.ts'
import { schedulePublishing } from './schedule.ts'
import { submitArticle } from './submit.ts'

let platform: Platform
let crew: Awaited<ReturnType<typeof articleCrew>>
let made = 0
const section = () => builtSection(platform, `section-${++made}`)
const merge = (id: number, mergedIntoId: number | null) =>
  endSection(platform, crew.publisher, id, { mergedIntoId })
const code = (expected: string) => expect.objectContaining({ code: expected })
const rowOf = (id: number) =>
  platform.db.selectFrom('sections').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

beforeAll(async () => {
  platform = await testPlatform()
  crew = await articleCrew(platform, await section())
})

it('what was under way when its section was merged is published where that one leads, and counted there', async () => {
  const [from, to] = [await section(), await section()]
  const before = await crew.published({ sectionId: from })
  const waiting = await crew.approved({ sectionId: from })
  const inReview = await crew.write({ sectionId: from })
  await submitArticle(platform, crew.author, inReview)
  await merge(from, to)
  for (const staff of [crew.reviewer, crew.secrecy, crew.publisher]) await crew.decide(inReview, staff)
  for (const id of [waiting, inReview]) {
    await publishArticle(platform, crew.publisher, id)
    expect(await crew.publicRow(id)).toMatchObject({ section_id: to, counted_section_id: to })
  }
  expect(await crew.publicRow(before)).toMatchObject({ section_id: to, counted_section_id: from })
  await crew.edit(before, { sectionId: to, title: '更正后的标题' })
  await crew.approve(before)
  await publishArticle(platform, crew.publisher, before)
  expect(await crew.publicRow(before)).toMatchObject({
    title: '更正后的标题',
    section_id: to,
    counted_section_id: from,
  })
})

it('a correction written before the merge does not bring an item back, and one to another section moves its count', async () => {
  const [from, to, other] = [await section(), await section(), await section()]
  const id = await crew.published({ sectionId: from })
  await crew.edit(id, { sectionId: from, title: '更正' })
  await crew.approve(id)
  await merge(from, to)
  await publishArticle(platform, crew.publisher, id)
  expect(await crew.publicRow(id)).toMatchObject({ section_id: to, counted_section_id: from })
  await crew.edit(id, { sectionId: other })
  await crew.approve(id)
  await publishArticle(platform, crew.publisher, id)
  expect(await crew.publicRow(id)).toMatchObject({ section_id: other, counted_section_id: other })
})

it('nothing is published into a retired section, not in an emergency and not by schedule', async () => {
  const from = await section()
  const [ready, draft] = [await crew.approved({ sectionId: from }), await crew.write({ sectionId: from })]
  await schedulePublishing(platform, crew.publisher, ready, new Date('2018-06-15T03:00:00Z'))
  await merge(from, null)
  const now = () => new Date('2018-06-15T03:01:00Z')
  expect(await fireDue({ ...platform, clock: { ...platform.clock, now } })).toEqual({ done: 0, refused: 1 })
  await expect(publishArticle(platform, crew.publisher, ready)).rejects.toEqual(code('section_closed'))
  const emergency = publishInEmergency(platform, crew.publisher, draft, '测试所需的紧急发布')
  await expect(emergency).rejects.toEqual(code('section_closed'))
  const { findings } = await readArticle(platform, crew.author, draft)
  expect(findings).toContainEqual(expect.objectContaining({ code: 'section_closed', level: 'error' }))
  expect([await crew.publicRow(ready), await crew.publicRow(draft)]).toEqual([undefined, undefined])
})

it('sub-sections, the place on the home page and earlier merges go along; a branch that holds the target moves up', async () => {
  const [top, from, to, child, earlier] = [
    await section(),
    await section(),
    await section(),
    await section(),
    await section(),
  ]
  const put = (id: number, columns: object) =>
    platform.db.updateTable('sections').set(columns).where('id', '=', id).execute()
  await put(from, { parent_id: top, shortcut_position: 3 })
  await put(child, { parent_id: from })
  await put(to, { parent_id: from })
  await merge(earlier, from)
  await merge(from, to)
  expect((await rowOf(earlier)).merged_into_id).toBe(to)
  expect(await rowOf(to)).toMatchObject({ parent_id: top, shortcut_position: 3 })
  expect((await rowOf(child)).parent_id).toBe(to)
  expect(await rowOf(from)).toMatchObject({ status: 'merged', shortcut_position: null })
  await merge(to, null)
  expect((await rowOf(child)).parent_id).toBe(top)
  const plan = { code: 'below-ended', name: '下级', kind: 'news', parentId: to } as const
  const input = {
    description: '',
    keywords: '',
    columnType: '',
    ownerDepartmentId: null,
    freshnessDays: null,
  }
  const under = saveSection(platform, crew.publisher, {
    ...plan,
    ...input,
    position: 0,
    shortcutPosition: null,
    countsAsDisclosure: true,
    defaultDocumentKind: null,
    defaultOrigin: null,
  })
  await expect(under).rejects.toEqual(code('section_closed'))
})

it('ends once: a merged section cannot be retired, a retired one can still be merged', async () => {
  const [from, to] = [await section(), await section()]
  await merge(from, null)
  await expect(merge(from, null)).rejects.toEqual(code('section_ended'))
  await merge(from, to)
  await expect(merge(from, null)).rejects.toEqual(code('section_ended'))
  await expect(merge(from, to)).rejects.toEqual(code('section_ended'))
  expect((await rowOf(from)).merged_into_id).toBe(to)
})

it('two people who merge two sections into each other: one of them is told', async () => {
  const [one, other] = [await section(), await section()]
  const outcomes = await Promise.allSettled([merge(one, other), merge(other, one)])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const rows = [await rowOf(one), await rowOf(other)]
  expect(rows.map(({ status }) => status).sort()).toEqual(['active', 'merged'])
})

it('the section that takes over goes on counting in the groups of the merged one, from that day', async () => {
  const [from, to] = [await section(), await section()]
  await saveGroup(platform, crew.publisher, 'headlines', { name: '要闻', sectionIds: [from] })
  await merge(from, to)
  const members = async () => (await listGroups(platform)).find(({ key }) => key === 'headlines')?.members
  const expected = [
    { section_id: from, counts_from: null },
    { section_id: to, counts_from: '2018-06-15' },
  ]
  expect(await members()).toEqual(expected)
  await saveGroup(platform, crew.publisher, 'headlines', { name: '要闻', sectionIds: [from, to] })
  expect(await members()).toEqual(expected)
})
