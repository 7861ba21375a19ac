import { expect, it } from 'vitest'
import { articleCrew } from '../../../test/article-crew.ts'
import { testPlatform } from '../../../test/platform.ts'
import { builtSection, uploadedPicture } from '../builders.ts'
import { readArticle } from '../read-article.ts'
import { withdrawArticle } from '../withdraw.ts'

it('knows which pages, sections and files of our own the public cannot reach, however they are written', async () => {
  const platform = await testPlatform()
  const crew = await articleCrew(platform, await builtSection(platform))
  const file = await uploadedPicture(platform, crew.author)
  const shown = await crew.published({ bodyHtml: `<p>见图<img src="/files/${file}" alt="图"></p>` })
  const gone = await crew.published()
  const end = { kind: 'gone' as const, reason: '重复', mergedIntoId: null }
  await withdrawArticle(platform, crew.publisher, gone, end)
  const own = platform.config.publicUrl.replace(/\/$/, '')
  const good = [
    `/articles/${shown}`,
    `/zh-hant/articles/${shown}?from=1#a`,
    `${own}/articles/${shown}`,
    `/elder/articles/${shown}`,
    '/sections/notices',
    '/sections/notices/feed.atom',
    `/files/${file}`,
    '/guide',
  ]
  const bad = [
    `/articles/${gone}`,
    `${own}/articles/999999`,
    `${own}/files/999999`,
    '/sections/none',
    '/zh-hant/elder/sections/none',
  ]
  const body = [...good, ...bad].map((href) => `<a href="${href}">链接</a>`).join('')
  const id = await crew.write({ bodyHtml: `<p>${body}</p>` })
  const { findings } = await readArticle(platform, crew.author, id)
  expect(findings.map(({ code, place }) => [code, place])).toEqual(
    bad.map((href) => ['link_not_public', href]),
  )
})
