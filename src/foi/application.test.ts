import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { answeredChallenge } from '../../test/challenge.ts'
import { testPlatform } from '../../test/platform.ts'
import { proofBytes, readySubmission } from '../../test/request-form.ts'
import { createApp } from '../app.ts'
import { applicantFaults, assertApplicant } from './applicant-rules.ts'
import { builtApplication } from './builders.ts'
import { applicantKinds } from './contract.ts'
import { isCreditCode } from './credit-code.ts'
import { draftProofName, forgetDrafts } from './draft-proof.ts'
import { editOnline } from './edit-online.ts'
import { likenessBands, likenessOf, pairsOf } from './likeness.ts'
import { offersFor } from './offers.ts'
import { submitRequest } from './submit-request.ts'

let platform: Platform
let app: App
let address: string
beforeAll(async () => {
  platform = await testPlatform()
  app = await createApp(platform)
  address = await app.listen({ host: '127.0.0.1', port: 0 })
  return () => app.close()
})
const refused = (code: string) => expect.objectContaining({ code })
const organization = {
  applicantKind: 'business',
  name: '江城某某科技有限公司',
  identityKind: 'organization_code',
  identityNumber: '91350100M000100Y43',
  contactName: '李华',
} as const
const png = (name = '证件.png') => new File([proofBytes], name)

async function post(fields: Record<string, string>, file?: File) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  if (file) body.append('proof', file)
  const answer = await fetch(`${address}/requests`, {
    method: 'POST',
    body,
    headers: { accept: 'text/html' },
  })
  return { status: answer.status, page: await answer.text() }
}
const form = (key: string, changes = {}) =>
  ({ ...builtApplication(), key, ...changes }) as unknown as Record<string, string>
const countCases = async () => (await platform.db.selectFrom('foi_requests').select('id').execute()).length
const keptFiles = () => {
  try {
    return readdirSync(join(platform.config.dataDir, 'files'), {
      recursive: true,
      withFileTypes: true,
    }).filter((entry) => entry.isFile()).length
  } catch {
    return 0
  }
}

describe('who asks', () => {
  it.each(applicantKinds)('%s sees the notice first, then only its own fields', async (kind) => {
    const before = (await app.inject('/requests/new')).body
    expect(before).toContain('怎样处理您的个人信息')
    expect(before).not.toContain('<form class="form"')
    const { body } = await app.inject(`/requests/new?kind=${kind}`)
    const person = kind === 'natural_person'
    expect(body.includes('name="contactName"')).toBe(!person)
    expect(body.includes('居民身份证')).toBe(person)
    expect(body.includes('统一社会信用代码')).toBe(!person)
  })
  it('GB 32100: the check sign of a credit code', () => {
    expect(isCreditCode('91350100M000100Y43')).toBe(true)
    expect(isCreditCode('91350100M000100Y44')).toBe(false)
    expect(isCreditCode('91350100M000100I43')).toBe(false)
    expect(isCreditCode('1234')).toBe(false)
  })
  it.each<[string, object]>([
    ['credit_code_invalid', { ...organization, identityNumber: '91350100M000100Y44' }],
    ['application_incomplete', { ...organization, contactName: '' }],
    ['application_incomplete', { ...organization, identityKind: 'identity_card' }],
    ['application_incomplete', { delivery: 'email' }],
    ['application_incomplete', { delivery: 'post' }],
    ['application_incomplete', { identityKind: 'organization_code' }],
    ['identity_number_invalid', { identityNumber: '110105194912310021' }],
  ])('%s', (code, changes) => {
    expect(() => assertApplicant(builtApplication(changes), 'online')).toThrow(refused(code))
  })
  it('on paper a contact person may be missing', () => {
    expect(applicantFaults(builtApplication({ ...organization, contactName: '' }), 'on_paper')).toEqual({})
  })
})

describe('the identity proof', () => {
  it('stays when something else is wrong, is sealed, and becomes part of the case', async () => {
    const wrong = await post(form('proof-1', { telephone: '' }), png('我的证件.png'))
    expect(wrong.status).toBe(422)
    expect(wrong.page).toContain('已上传：我的证件.png')
    const review = await post(form('proof-1'))
    expect([review.status, review.page.includes('请核对后提交')]).toEqual([200, true])
    const done = await post({ ...form('proof-1'), ...answeredChallenge(review.page), step: 'send' })
    expect([done.status, done.page.includes('<svg')]).toEqual([201, true])
    const file = await platform.db
      .selectFrom('foi_files')
      .innerJoin('stored_files', 'stored_files.id', 'foi_files.file_id')
      .select(['kind', 'sealed', 'stored_files.name'])
      .executeTakeFirstOrThrow()
    expect(file).toEqual({ kind: 'identity_proof', sealed: true, name: '文件.png' })
  })
  it('is asked for, and is a pdf, jpg or png of at most 10 MB', async () => {
    const missing = await post(form('proof-2'))
    expect([missing.status, missing.page.includes('href="#proof"')]).toEqual([422, true])
    const kind = await post(form('proof-2'), new File(['GIF89a'], 'a.gif'))
    expect([kind.status, kind.page.includes('请使用 pdf、jpg 或者 png')]).toEqual([415, true])
    const lies = await post(form('proof-2'), new File(['not a picture at all'], 'a.png'))
    expect(lies.status).toBe(415)
    const large = await post(form('proof-2'), new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'a.png'))
    expect([large.status, large.page.includes('张小明')]).toEqual([413, true])
    const challenge = (await readySubmission(platform, builtApplication(), 'proof-x')).challenge
    await expect(
      submitRequest(platform, { input: builtApplication(), key: 'proof-3', challenge }),
    ).rejects.toEqual(refused('identity_proof_missing'))
  })
  it('of 300 MB is refused, the words are kept, and nothing is left behind', async () => {
    const [cases, files] = [await countCases(), keptFiles()]
    const megabyte = new Uint8Array(1024 * 1024)
    const boundary = 'boundary'
    const head = Object.entries(form('huge'))
      .map(
        ([name, value]) =>
          `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      )
      .join('')
    async function* body() {
      yield Buffer.from(
        `${head}--${boundary}\r\ncontent-disposition: form-data; name="proof"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n`,
      )
      for (let sent = 0; sent < 300; sent += 1) yield megabyte
      yield Buffer.from(`\r\n--${boundary}--\r\n`)
    }
    const answer = await fetch(`${address}/requests`, {
      method: 'POST',
      body: ReadableStream.from(body()),
      duplex: 'half',
      headers: { accept: 'text/html', 'content-type': `multipart/form-data; boundary=${boundary}` },
    } as RequestInit)
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('value="张小明"')
    expect([await countCases(), keptFiles()]).toEqual([cases, files])
    expect(await draftProofName(platform, 'huge')).toBeUndefined()
  })
  it('identity_proof_too_large and identity_proof_type are said beside the field; a form never sent is forgotten after a day', async () => {
    await post(form('old', { telephone: '' }), png('旧.png'))
    expect(await draftProofName(platform, 'old')).toBe('旧.png')
    expect(await forgetDrafts(platform)).toBe(0)
    await platform.db
      .updateTable('foi_draft_files')
      .set({ added_at: new Date(platform.clock.now().getTime() - 25 * 3_600_000) })
      .execute()
    expect(await forgetDrafts(platform)).toBeGreaterThan(0)
    expect(await draftProofName(platform, 'old')).toBeUndefined()
  })
})

describe('before it is sent', () => {
  it('a wrong answer to the challenge shows the page again with everything in it', async () => {
    const review = await post(form('review-1'), png())
    const sent = {
      ...form('review-1'),
      ...answeredChallenge(review.page),
      challengeAnswer: '99',
      step: 'send',
    }
    const again = await post(sent)
    expect([again.status >= 400, again.page.includes('请核对后提交')]).toEqual([true, true])
    const back = await post({ ...form('review-1'), step: 'edit' })
    expect([back.status, back.page.includes('value="张小明"')]).toEqual([200, true])
    const done = await post({ ...form('review-1'), ...answeredChallenge(again.page), step: 'send' })
    expect(done.status).toBe(201)
    const replayed = await post({ ...form('review-1'), ...answeredChallenge(again.page), step: 'send' })
    const numberIn = (page: string) => /<dd>(2018-\d+)<\/dd>/.exec(page)?.[1]
    expect(numberIn(replayed.page)).toBe(numberIn(done.page))
  })
  it('earlier answers that are like it are offered; texts half alike share a band', async () => {
    const words = '2017年度市级小微企业融资担保补助资金分配结果'
    expect(likenessBands(words)).toHaveLength(20)
    const near = '申请公开2017年度市级小微企业融资担保补助资金的分配结果'
    expect(likenessOf(pairsOf(words), pairsOf(near))).toBeGreaterThan(0.5)
    expect(likenessBands(near).some((band, at) => band === likenessBands(words)[at])).toBe(true)
    await platform.db
      .insertInto('foi_requests')
      .values({
        number: 'log-1',
        channel: 'letter',
        applicant_kind: 'business',
        status: 'answered',
        received_on: platform.clock.today(),
        answered_on: platform.clock.today(),
        outcome: 'granted',
        rules: '492',
        description_masked: words,
        likeness: likenessBands(words),
        in_public_log: true,
        public_answer: `分配结果已经公布，${'见附件。'.repeat(60)}`,
      })
      .execute()
    const offers = await offersFor(platform.db, { description: near, documentNumber: '' })
    expect(offers.answered[0]?.number).toBe('log-1')
    const { page } = await post(form('review-2', { description: near }), png())
    expect(page).toContain('以前答复过的相近申请')
    // Its answer begins here and is read beside the form, which stays as it is.
    expect(page).toMatch(/<p>分配结果已经公布，见附件。.{80,120}……<\/p>/)
    expect(page).toContain(
      '<a href="/requests/log?q=log-1" target="_blank" rel="noopener">看答复 log-1（在新窗口打开）</a>',
    )
    expect((await app.inject('/requests/log?q=log-1')).body).toContain('分配结果已经公布')
  })
})

describe('for ten minutes', () => {
  it('the words can be changed; then edit_too_late', async () => {
    const sent = await readySubmission(platform, builtApplication(), 'edit-1')
    const { number } = await submitRequest(platform, sent)
    const { id } = await platform.db
      .selectFrom('foi_requests')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    await expect(editOnline(platform, id, '短')).rejects.toEqual(refused('description_short'))
    await editOnline(platform, id, '改为2018年度的分配办法，张小明')
    const row = await platform.db
      .selectFrom('foi_requests')
      .select('description_masked')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row.description_masked).toBe('改为2018年度的分配办法，张**')
    await platform.db
      .updateTable('foi_requests')
      .set({ submitted_at: new Date(platform.clock.now().getTime() - 601_000) })
      .where('id', '=', id)
      .execute()
    await expect(editOnline(platform, id, '再改一次看看')).rejects.toEqual(refused('edit_too_late'))
  })
})
