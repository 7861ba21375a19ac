import { beforeAll, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { builtCase } from '../src/foi/builders.ts'
import { choosePublicLog } from '../src/foi/choose-public-log.ts'
import { endEntry, reviewEntry } from '../src/knowledge/entries/decide-entry.ts'
import { writeEntry } from '../src/knowledge/entries/write-entry.ts'
import { changePublicVersion, releaseLetter } from '../src/letters/public-version.ts'
import { getLetter } from '../src/letters/store.ts'
import { builtContent, builtSection } from '../src/publishing/builders.ts'
import { createArticle } from '../src/publishing/create-article.ts'
import { decideStep } from '../src/publishing/decide.ts'
import { publishInEmergency } from '../src/publishing/emergency.ts'
import { endSection } from '../src/publishing/end-section.ts'
import { linkInterpretation } from '../src/publishing/link-interpretation.ts'
import { listAllSections, saveSection } from '../src/publishing/manage-sections.ts'
import { publishArticle } from '../src/publishing/publish.ts'
import { getRevision } from '../src/publishing/revision-store.ts'
import { saveDraft } from '../src/publishing/save-draft.ts'
import { findArticle } from '../src/publishing/store.ts'
import { submitArticle } from '../src/publishing/submit.ts'
import { withdrawArticle } from '../src/publishing/withdraw.ts'
import { answerLetter, sendLetter } from './letters.ts'
import { testStaff } from './staff.ts'
import { type Node, twoNodes } from './two-nodes.ts'

let nodes: [Node, Node]
let platform: Platform
let staff: Staff
let second: Staff
let section: number
beforeAll(async () => {
  nodes = await twoNodes()
  platform = nodes[0].platform
  const roles = ['author', 'publisher', 'supervisor', 'correspondence_officer', 'foi_officer'] as const
  staff = await testStaff(platform, ...roles)
  second = await testStaff(platform, ...roles)
  section = await builtSection(platform)
})

async function publish(changes: Parameters<typeof builtContent>[1] = {}, into = section): Promise<number> {
  const { id } = await createArticle(platform, staff, builtContent(into, changes))
  await publishInEmergency(platform, staff, id, '测试')
  return id
}

const get = async ({ address }: Node, path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(address + path, { headers, redirect: 'manual' })
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}
const isHit = (answer: { headers: Headers }) => answer.headers.get('cache-status') === 'gongkai; hit'

/** Both nodes keep the pages; after the change the first shows it at once, the second within the time of a notice. */
async function seenOnBoth(
  paths: readonly string[],
  change: () => Promise<unknown>,
  sign: string,
  there = true,
) {
  for (const path of paths)
    for (const node of nodes) {
      await expect.poll(async () => isHit(await get(node, path)), { interval: 5 }).toBe(true)
      expect([path, (await get(node, path)).text.includes(sign)]).toEqual([path, !there])
    }
  await change()
  for (const path of paths) {
    expect([path, (await get(nodes[0], path)).text.includes(sign)]).toEqual([path, there])
    const elsewhere = async () => (await get(nodes[1], path)).text.includes(sign)
    await expect.poll(elsewhere, { timeout: 2_000, interval: 5 }).toBe(there)
  }
}

const lists = [
  '/',
  '/sections/notices',
  '/catalogue',
  '/feed.atom',
  '/sections/notices/feed.atom',
  '/disclosure',
]

it('publishing', async () => {
  await seenOnBoth(lists, () => publish({ title: '第一条通告' }), '第一条通告')
})

it('the pages in traditional characters follow', async () => {
  const publishHere = () => publish({ title: '传统通告' })
  await seenOnBoth(['/zh-hant/', '/zh-hant/sections/notices', '/zh-hant/elder/'], publishHere, '傳統通告')
})

it('the map of addresses follows too', async () => {
  let id = 0
  const before = (await get(nodes[0], '/sitemap.xml')).text
  await get(nodes[0], '/sitemap.xml')
  id = await publish()
  expect(before).not.toContain(`/articles/${id}<`)
  expect((await get(nodes[0], '/sitemap.xml')).text).toContain(`/articles/${id}<`)
})

it('correction', async () => {
  const id = await publish({ title: '改前的名字' })
  const { version = 0 } = (await findArticle(platform.db, id)) ?? {}
  const correct = async () => {
    await saveDraft(platform, staff, id, { ...builtContent(section), title: '改后的名字', version })
    await submitArticle(platform, staff, id)
    const { contentHash } = await getRevision(
      platform.db,
      (await findArticle(platform.db, id))?.headRevisionId ?? null,
    )
    const approved = { decision: 'approved' as const, comment: '', acceptedWarnings: [], contentHash }
    for (const role of ['reviewer', 'secrecy_reviewer', 'publisher'] as const)
      await decideStep(platform, await testStaff(platform, role), id, approved)
    await publishArticle(platform, staff, id)
  }
  await seenOnBoth([...lists, `/articles/${id}`], correct, '改后的名字')
})

it('withdrawal: the old page is not shown again, not even as a last resort', async () => {
  const id = await publish({ title: '要撤下的通告' })
  const end = { kind: 'gone' as const, reason: '内容有误', mergedIntoId: null }
  const paths = [`/articles/${id}`, ...lists]
  await seenOnBoth([`/articles/${id}`], () => withdrawArticle(platform, staff, id, end), '内容有误')
  for (const node of nodes)
    for (const path of paths) expect((await get(node, path)).text).not.toContain('各单位：请按要求')
  expect((await get(nodes[1], `/articles/${id}`)).status).toBe(410)
  expect(isHit(await get(nodes[1], `/articles/${id}`))).toBe(true)
})

it('an interpretation is linked; a change of either shows on the other’s page', async () => {
  const policyId = await publish({
    title: '补助办法',
    documentKind: 'policy_document',
    documentNumber: '江财〔2018〕1号',
  })
  const form = { documentKind: 'interpretation', interpretationForm: 'text' } as const
  const interpretationId = await publish({ title: '补助办法的解读', ...form })
  const link = () => linkInterpretation(platform, staff, { policyId, interpretationId })
  const heading = '<h2>政策解读</h2>'
  await seenOnBoth([`/articles/${policyId}`], link, heading)
  const end = { kind: 'gone' as const, reason: '有误', mergedIntoId: null }
  const withdraw = () => withdrawArticle(platform, staff, interpretationId, end)
  await seenOnBoth([`/articles/${policyId}`], withdraw, heading, false)
})

it('a section is renamed, retired, merged', async () => {
  const target = await builtSection(platform, 'target')
  const other = await builtSection(platform, 'other')
  const row = (await listAllSections(platform)).find(({ id }) => id === other)
  const id = await publish({}, other)
  const input = {
    name: '新的名字',
    code: 'other',
    parentId: null,
    kind: 'notices' as const,
    freshnessDays: null,
  }
  const rest = { description: '', keywords: '', columnType: '', position: row?.position ?? 0 }
  const rename = () =>
    saveSection(
      platform,
      staff,
      {
        ...input,
        ...rest,
        ownerDepartmentId: null,
        shortcutPosition: null,
        countsAsDisclosure: true,
        defaultDocumentKind: null,
        defaultOrigin: null,
      },
      other,
    )
  const paths = ['/', '/site-map', '/sections/other', `/articles/${id}`, '/guide']
  await seenOnBoth(paths, rename, '新的名字')
  const merge = () => endSection(platform, staff, other, { mergedIntoId: target })
  await seenOnBoth(['/site-map', `/articles/${id}`], merge, '新的名字', false)
  for (const node of nodes) expect((await get(node, '/sections/other')).status).toBe(301)
  const retire = () => endSection(platform, staff, target, { mergedIntoId: null })
  await seenOnBoth(['/site-map'], retire, '/sections/target', false)
})

it('the agency’s settings, whoever writes them', async () => {
  const settings = JSON.stringify({ siteName: '江州市财政局网站' })
  const write = () => platform.db.insertInto('agency').values({ settings }).execute()
  const path = '/guide'
  await get(nodes[0], path)
  await write()
  for (const node of nodes)
    await expect.poll(async () => (await get(node, path)).text).toContain('江州市财政局网站')
})

it('questions and answers: review, “solved”, suspension, and the policy they rest on', async () => {
  const source = await publish({ documentKind: 'policy_document', documentNumber: '江财〔2018〕2号' })
  const words = {
    topic: '补助',
    question: '补助怎样申请',
    variants: [],
    answer: '到窗口申请。',
    audience: 'public' as const,
  }
  const entry = { ...words, validUntil: null, sources: [source], origin: null }
  const { id } = await writeEntry(platform, staff, entry)
  await seenOnBoth(
    ['/answers', '/answers/feed.atom'],
    () => reviewEntry(platform, second, id),
    '补助怎样申请',
  )
  const solved = () =>
    fetch(`${nodes[0].address}/answers/${id}/solved`, { method: 'POST', redirect: 'manual' })
  await seenOnBoth([`/answers/${id}`], solved, '已有1人')
  await seenOnBoth(
    ['/answers'],
    () => endEntry(platform, staff, id, 'suspend', '口径有变'),
    '补助怎样申请',
    false,
  )
  expect((await get(nodes[1], `/answers/${id}`)).status).toBe(404)
  await reviewEntry(platform, second, id)
  expect((await get(nodes[0], `/answers/${id}`)).status).toBe(200)
  const end = { kind: 'gone' as const, reason: '失效', mergedIntoId: null }
  await seenOnBoth(['/answers'], () => withdrawArticle(platform, staff, source, end), '补助怎样申请', false)
  expect((await get(nodes[1], `/answers/${id}`)).status).toBe(404)
})

it('letters: counted when received, shown when released, gone when hidden', async () => {
  const months = '<th scope="row">2018-06</th>'
  await seenOnBoth(['/letters/statistics'], () => sendLetter(platform), months)
  const { id } = await platform.db.selectFrom('letters').select('id').executeTakeFirstOrThrow()
  const people = { officer: staff, supervisor: second }
  await seenOnBoth(['/letters'], () => answerLetter(platform, people, id, { release: true }), '咨询补助政策')
  const release = async (shown: boolean) =>
    releaseLetter(platform, second, id, { shown, version: (await getLetter(platform.db, id)).version })
  await seenOnBoth(['/letters', `/letters/${id}`], () => release(false), '咨询补助政策', false)
  await release(true)
  const change = { subject: '另一个题目', body: '正文', reply: '答复', attachments: [] }
  await seenOnBoth(
    ['/letters'],
    () => changePublicVersion(platform, staff, id, change),
    '咨询补助政策',
    false,
  )
})

it('the log of answered disclosure requests', async () => {
  const { id } = await builtCase(platform, staff, '2018-06-04')
  const answered = { status: 'answered', outcome: 'granted', answered_on: platform.clock.today() }
  await platform.db.updateTable('foi_requests').set(answered).where('id', '=', id).execute()
  const show = (shown: boolean) => () =>
    choosePublicLog(platform, staff, id, { shown, words: '', answer: '' })
  await seenOnBoth(['/requests/log'], show(true), '小微企业融资担保')
  await seenOnBoth(['/requests/log'], show(false), '小微企业融资担保', false)
})

it('a page in large text is another page, kept apart', async () => {
  for (const script of ['', '/zh-hant']) {
    const paths = [`${script}/guide`, `${script}/elder/guide`] as const
    for (const path of [...paths, ...paths]) await get(nodes[0], path)
    const [plain, large] = [await get(nodes[0], paths[0]), await get(nodes[0], paths[1])]
    expect([isHit(plain), isHit(large)]).toEqual([true, true])
    expect([plain.text.includes('class="elder"'), large.text.includes('class="elder"')]).toEqual([
      false,
      true,
    ])
  }
})

it('a kept page has every header of a made one, a request id of its own, and answers a reader who has it with 304', async () => {
  const path = `/articles/${await publish()}`
  const [made, kept] = [await get(nodes[0], path), await get(nodes[0], path)]
  expect([isHit(made), isHit(kept)]).toEqual([false, true])
  const names = ({ headers }: { headers: Headers }) =>
    [...headers.keys()].filter((name) => !/^x-ratelimit|^cache-status$/.test(name)).sort()
  expect(names(kept)).toEqual(names(made))
  for (const name of ['content-security-policy', 'content-type', 'etag', 'cache-control', 'vary'])
    expect([name, kept.headers.get(name)]).toEqual([name, made.headers.get(name)])
  expect(kept.headers.get('x-request-id')).not.toBe((await get(nodes[0], path)).headers.get('x-request-id'))
  const etag = kept.headers.get('etag') ?? ''
  const again = await get(nodes[0], path, { 'if-none-match': `"other", ${etag}` })
  expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag])
  expect((await get(nodes[0], path, { 'if-none-match': '"other"' })).status).toBe(200)
})

it('is sent in the coding that the reader takes', async () => {
  const path = `/articles/${await publish()}`
  await get(nodes[0], path)
  const coding = (accepted: string) => async () =>
    (await get(nodes[0], path, { 'accept-encoding': accepted })).headers.get('content-encoding')
  await expect.poll(coding('gzip, br')).toBe('br')
  expect(await coding('gzip, br;q=0')()).toBe('gzip')
  expect(await coding('identity')()).toBe(null)
  expect((await get(nodes[0], path, { 'accept-encoding': 'br' })).text).toContain('各单位：请按要求')
})

it('what is asked for with other words, spelled otherwise, or is not there is never kept', async () => {
  const id = await publish()
  const paths = [
    `/articles/${id}?x=1`,
    `/articles/%3${String(id)[0]}${String(id).slice(1)}`,
    '/articles/999999',
  ]
  for (const path of [...paths, '/search?q=1', '/requests/new', '/letters/new', '/requests/track'])
    for (const nth of [1, 2])
      expect([path, nth, isHit(await get(nodes[0], path))]).toEqual([path, nth, false])
})

it('many readers of one page make it once', async () => {
  const path = `/articles/${await publish()}`
  const before = await missesOf(nodes[0])
  const answers = await Promise.all(Array.from({ length: 20 }, () => get(nodes[0], path)))
  expect(answers.every(({ status }) => status === 200)).toBe(true)
  expect((await missesOf(nodes[0])) - before).toBe(1)
})

async function missesOf(node: Node): Promise<number> {
  const { text } = await get(node, '/metrics')
  return Number(/gongkai_page_cache_answers_total\{result="miss"\} (\d+)/.exec(text)?.[1] ?? 0)
}
