import type { Platform } from '#platform'
import { createApp } from '../src/app.ts'
import { createPlatform } from '../src/create-platform.ts'
import { articleCrew } from '../test/article-crew.ts'
import { signedIn } from '../test/sign-in.ts'
import type { Bench } from './run.ts'
import { openStage } from './stage/open-stage.ts'
import { median, percentile } from './stage/programs.ts'

const times = 30
const limitMs = 200

/** From "publish" pressed on one node to the item on the home page that another node had kept. */
export const bench: Bench = {
  name: 'second-node',
  about:
    'Two whole programs on one database. From the publisher’s request to the first, for an item that three people approved, until a reader of the second, who asks again and again, sees the new title on its home page, which was kept before.',
  run: async () => {
    const stage = await openStage()
    const other = createPlatform({ ...stage.platform, databaseUrl: stage.databaseUrl })
    const [first, app] = [await createApp(stage.platform), await createApp(other)]
    try {
      await stage.fill(0, 1_000)
      const address = await app.listen({ host: '127.0.0.1', port: 0 })
      const pressed = await first.listen({ host: '127.0.0.1', port: 0 })
      const { headers } = await signedIn(first, stage.platform, 'publisher')
      const press = async (id: number) => {
        const url = `${pressed}/api/staff/articles/${id}/publication`
        const answer = await fetch(url, { method: 'POST', headers })
        if (!answer.ok) throw new Error(`publication refused: ${await answer.text()}`)
      }
      const took = await publishings(stage, address, press)
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
      await first.close()
      await app.close()
      await other.close()
      await stage.close()
    }
  },
}

async function publishings(
  { platform, sectionId }: { platform: Platform; sectionId: number },
  address: string,
  press: (id: number) => Promise<void>,
): Promise<number[]> {
  const crew = await articleCrew(platform, sectionId)
  const took: number[] = []
  for (let nth = 0; nth < times; nth++) {
    const title = `第${nth}次发布`
    const id = await crew.approved({ title })
    await untilKept(address)
    const started = performance.now()
    const answered = press(id)
    while (!(await (await fetch(address)).text()).includes(title));
    took.push(performance.now() - started)
    await answered
  }
  return took
}

async function untilKept(address: string) {
  while ((await fetch(address)).headers.get('cache-status') !== 'gongkai; hit')
    await new Promise((resolve) => setTimeout(resolve, 20))
}
