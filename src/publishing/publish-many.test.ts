import { expect, it } from 'vitest'
import { articleCrew } from '../../test/article-crew.ts'
import { testPlatform } from '../../test/platform.ts'
import { builtContent, builtSection } from './builders.ts'
import { publishMany } from './publish-many.ts'
import { readArticle } from './read-article.ts'
import { readyText } from './ready-text.ts'

it('what is taken over with its review record tells when each act happened, the submission first', async () => {
  const platform = await testPlatform()
  const sectionId = await builtSection(platform)
  const { author, reviewer, secrecy, publisher } = await articleCrew(platform, sectionId)
  const day = (hour: string) => new Date(`2017-03-01T${hour}:00:00+08:00`)
  const approvals = [
    { step: 'first_review', by: reviewer, at: day('10') },
    { step: 'secrecy_review', by: secrecy, at: day('11') },
    { step: 'final_review', by: publisher, at: day('12') },
  ]
  const review = { submittedBy: author, submittedAt: day('09'), approvals, publishedBy: publisher }
  const content = readyText(builtContent(sectionId))
  const item = { content, publishedAt: day('13'), importKey: 'one', createdBy: author.id, review }
  const [kept] = await platform.inTransaction((tx) => publishMany(tx, [item], platform.clock.now()))
  const { history, events } = await readArticle(platform, author, kept?.articleId ?? 0)
  expect(history.map(({ decision, decided_at }) => [decision, decided_at.toISOString()])).toEqual([
    ['submitted', day('09').toISOString()],
    ...approvals.map(({ at }) => ['approved', at.toISOString()]),
  ])
  expect(events.at(-1)).toMatchObject({
    action: 'publishing.publish',
    detail: { occurredAt: day('13').toISOString() },
  })
})
