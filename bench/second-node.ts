import type { Platform } from '#platform'
import { createApp } from '../src/app.ts'
import { createPlatform } from '../src/create-platform.ts'
import { builtContent } from '../src/publishing/builders.ts'
import { createArticle } from '../src/publishing/create-article.ts'
import { publishInEmergency } from '../src/publishing/emergency.ts'
import { testStaff } from '../test/staff.ts'
import type { Bench } from './run.ts'
import { openStage } from './stage/open-stage.ts'
import { median, percentile } from './stage/programs.ts'

const times = 30
const limitMs = 200

/** From "publish" pressed on one node to the item on the home page that another node had kept. */
export const bench: Bench = {
  name: 'second-node',
  about:
    'Two whole programs on one database. From the call of the use case on the first until a reader of the second, who asks again and again, sees the new title on its home page, which was kept before.',
  run: async () => {
    const stage = await openStage()
    const other = createPlatform({ ...stage.platform, databaseUrl: stage.databaseUrl })
    const app = await createApp(other)
    try {
      await stage.fill(0, 1_000)
      const address = await app.listen({ host: '127.0.0.1', port: 0 })
      const took = await publishings(stage.platform, stage.sectionId, address)
      const row = (what: string, value: number) => ({
        what,
        value,
        unit: 'ms',
        against: `limit ${limitMs} ms`,
        ratio: value / limitMs,
      })
      return [
        row('publish to visible on a second node, median', median(took)),
        row('the same, p95', percentile(took, 0.95)),
      ]
    } finally {
      await app.close()
      await other.close()
      await stage.close()
    }
  },
}

async function publishings(platform: Platform, sectionId: number, address: string): Promise<number[]> {
  const staff = await testStaff(platform, 'author', 'publisher')
  const took: number[] = []
  for (let nth = 0; nth < times; nth++) {
    const title = `第${nth}次发布`
    const { id } = await createArticle(platform, staff, builtContent(sectionId, { title }))
    await untilKept(address)
    const started = performance.now()
    await publishInEmergency(platform, staff, id, '测量')
    while (!(await (await fetch(address)).text()).includes(title));
    took.push(performance.now() - started)
  }
  return took
}

async function untilKept(address: string) {
  while ((await fetch(address)).headers.get('cache-status') !== 'gongkai; hit')
    await new Promise((resolve) => setTimeout(resolve, 20))
}
