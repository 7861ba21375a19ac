import { setImmediate } from 'node:timers/promises'

/** Unit: milliseconds at a stretch; a reader who asks meanwhile waits no longer than this. */
const slice = 5

/** Drives small steps to their end and lets others have a turn between them. */
export async function inSlices<Result>(steps: Generator<undefined, Result>): Promise<Result> {
  for (let since = performance.now(); ; ) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - since < slice) continue
    await setImmediate()
    since = performance.now()
  }
}
