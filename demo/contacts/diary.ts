import { type Platform, within } from '#platform'
import { on } from '../work/hands.ts'

/** Something that somebody does at a moment; use cases take the present from the platform's clock. */
export type Act = (platform: Platform) => Promise<unknown>

const actsPerTransaction = 250

/** What happens in an office, told in order of time whatever order it was planned in; what lies after today has not happened. */
export class Diary {
  readonly #acts: { at: Date; act: Act }[] = []

  add(at: Date, act: Act) {
    this.#acts.push({ at, act })
  }

  /** Many acts share one transaction: a use case that opens its own joins it. */
  async tell(platform: Platform): Promise<void> {
    const now = platform.clock.now()
    const past = this.#acts.filter(({ at }) => at <= now).sort((one, other) => +one.at - +other.at)
    for (let from = 0; from < past.length; from += actsPerTransaction)
      await platform.inTransaction(async (tx) => {
        const joined = within(platform, tx)
        for (const { at, act } of past.slice(from, from + actsPerTransaction)) await act(on(joined, at))
      })
  }
}
