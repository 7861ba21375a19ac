import { expect, it } from 'vitest'
import { articleCrew } from '../../test/article-crew.ts'
import { testPlatform } from '../../test/platform.ts'
import { builtContent, builtSection } from './builders.ts'
import { createArticle } from './create-article.ts'
import { saveDraft } from './save-draft.ts'
import { findArticle } from './store.ts'
import { uploadFile } from './upload-file.ts'

it('a document that gave no text is read again, but not at every save', async () => {
  const platform = await testPlatform()
  const sectionId = await builtSection(platform)
  const { author, headOf } = await articleCrew(platform, sectionId)
  const bytes = Buffer.from('附件共十二个字')
  const { id: fileId } = await uploadFile(platform, author, { name: '名单.txt', bytes })
  const attachments = [{ fileId, name: '名单.txt', role: 'attachment' as const, alt: '' }]
  const { id } = await createArticle(platform, author, builtContent(sectionId, { attachments }))
  // As if the first reading had failed.
  await platform.db
    .updateTable('revision_attachments')
    .set({ extracted_text: '', read_whole: false })
    .where('file_id', '=', fileId)
    .execute()
  const savedAt = async (now: string, title: string) => {
    const later = { ...platform, clock: { ...platform.clock, now: () => new Date(now) } }
    const { version = 0 } = (await findArticle(platform.db, id)) ?? {}
    await saveDraft(later, author, id, { ...builtContent(sectionId, { attachments, title }), version })
    return (await headOf(id)).attachments[0]?.extractedText
  }
  expect(await savedAt('2018-06-15T02:05:00Z', '甲')).toBe('')
  expect(await savedAt('2018-06-15T02:30:00Z', '乙')).toContain('共十二个字')
})
