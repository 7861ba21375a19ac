import { expect, it } from 'vitest'
import { sql } from '#platform/db'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { builtContent, builtSection } from './builders.ts'
import { createArticle } from './create-article.ts'
import { publishInEmergency } from './emergency.ts'

it.each(["update review_decisions set comment = '改过的意见'", 'delete from review_decisions'])(
  'a decision is neither changed nor removed: %s',
  async (statement) => {
    const platform = await testPlatform()
    const staff = await testStaff(platform, 'author', 'publisher')
    const { id } = await createArticle(platform, staff, builtContent(await builtSection(platform)))
    await publishInEmergency(platform, staff, id, '测试所需的紧急发布')
    await expect(sql.raw(statement).execute(platform.db)).rejects.toThrow('append-only')
  },
)
