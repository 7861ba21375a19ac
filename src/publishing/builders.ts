import type { Staff } from '#people'
import type { Platform } from '#platform'
import { type ArticleContent, articleContent } from './contract.ts'
import { uploadFile } from './upload-file.ts'

/** Test data: a complete own text that the pre-check passes without a word. */
export function builtContent(sectionId: number, changes: Partial<ArticleContent> = {}): ArticleContent {
  const complete = {
    sectionId,
    title: '关于开展夏季服务的通知',
    keywords: '服务',
    sourceName: '江州市财政局',
    bodyHtml: '<p>各单位：请按要求开展服务工作。</p>',
  }
  return articleContent.parse({ ...complete, ...changes })
}

export async function builtSection(platform: Platform, code = 'notices'): Promise<number> {
  const tags = { description: '通知公告', keywords: '通知,公告', column_type: '通知公告' }
  const { id } = await platform.db
    .insertInto('sections')
    .values({ code, name: '通知公告', kind: 'notices', ...tags })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** A picture as an author uploads it. */
export async function uploadedPicture(platform: Platform, staff: Staff, name = '图片.png'): Promise<number> {
  return (await uploadFile(platform, staff, { name, bytes: Buffer.from(onePixel, 'base64') })).id
}
