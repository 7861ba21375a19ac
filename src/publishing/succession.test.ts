import { expect, it } from 'vitest'
import { createApp } from '../../src/app.ts'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { builtContent, builtSection } from './builders.ts'
import type { ArticleContent } from './contract.ts'
import { createArticle } from './create-article.ts'
import { publishInEmergency } from './emergency.ts'
import { contentHashOf } from './revision.ts'
import { saveDraft } from './save-draft.ts'
import { findArticle } from './store.ts'

const platform = await testPlatform()
const app = await createApp(platform)
const sectionId = await builtSection(platform)
const staff = await testStaff(platform, 'author', 'publisher')
const policy = (changes: Partial<ArticleContent>) =>
  builtContent(sectionId, { documentKind: 'policy_document', effectiveness: 'in_force', ...changes })
const published = async (changes: Partial<ArticleContent>) => {
  const { id } = await createArticle(platform, staff, policy(changes))
  await publishInEmergency(platform, staff, id, '测试所需的紧急发布')
  return id
}

it('a document that no longer stands leads to the one that took its place, and back', async () => {
  const old = await published({ title: '旧办法' })
  const next = await published({ title: '新办法' })
  const { version = 0 } = (await findArticle(platform.db, old)) ?? {}
  const ended = policy({ title: '旧办法', effectiveness: 'repealed', successorId: next })
  await saveDraft(platform, staff, old, { ...ended, version })
  expect((await app.inject(`/articles/${old}`)).body).toContain('现行有效')
  // A correction is reviewed like any text; the test takes the short way.
  await platform.db.updateTable('articles').set({ status: 'draft' }).where('id', '=', old).execute()
  await publishInEmergency(platform, staff, old, '测试所需的紧急发布')
  const page = (await app.inject(`/articles/${old}`)).body
  expect(page).toContain('已废止')
  expect(page).toContain(`本文件已被新文件替代：<a href="/articles/${next}">新办法</a>`)
  expect((await app.inject(`/articles/${next}`)).body).toContain(
    `本文件替代：<a href="/articles/${old}">旧办法</a>`,
  )
})

it('names another policy document, never itself, news or nothing', async () => {
  const id = await published({})
  const { id: news } = await createArticle(platform, staff, builtContent(sectionId))
  const { version = 0 } = (await findArticle(platform.db, id)) ?? {}
  for (const successorId of [id, news, 999_999])
    await expect(saveDraft(platform, staff, id, { ...policy({ successorId }), version })).rejects.toEqual(
      expect.objectContaining({ code: 'successor_invalid' }),
    )
})

it('a field that came later leaves older hashes as they were', () => {
  const content = { ...policy({}), bodyText: '', attachments: [] }
  const { successorId, ...before } = content
  expect(contentHashOf(content)).toBe(contentHashOf(before as typeof content))
  expect(contentHashOf({ ...content, successorId: 7 })).not.toBe(contentHashOf(content))
})
