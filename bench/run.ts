import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { arch, cpus, loadavg, release, totalmem, type } from 'node:os'
import { mergeResults } from './stage/results.ts'

/** One line of the result: a number, what it is compared with in the same run, and the limit or peer. */
export type Measured = { what: string; value: number; unit: string; against: string; ratio: number }
export type Bench = { name: string; about: string; run: () => Promise<Measured[] | undefined> }

/** `npm run bench [-- NAME…]`: each file here but this one is a bench; what was measured takes the place of its section in RESULTS.md. */
const here = new URL('.', import.meta.url)
const results = new URL('RESULTS.md', here)
const wanted = process.argv.slice(2)
const sections = new Map<string, string>()
for (const file of readdirSync(here)
  .filter((name) => name.endsWith('.ts') && name !== 'run.ts')
  .sort()) {
  const { bench } = (await import(new URL(file, here).href)) as { bench: Bench }
  if (wanted.length && !wanted.includes(bench.name)) continue
  const measured = await bench.run()
  if (measured) sections.set(bench.name, sectionOf(bench, measured))
  else
    process.stderr.write(`${bench.name}: its data is not here; RESULTS.md keeps what was measured before\n`)
}
process.stdout.write(`${[...sections.values()].join('\n')}\n`)
const old = existsSync(results) ? readFileSync(results, 'utf8') : ''
if (sections.size) writeFileSync(results, mergeResults(old, sections))

/** When and on what: a number without its machine says nothing a year later. */
function machine(): string {
  const cores = cpus()
  const [load = 0] = loadavg()
  return [
    new Date().toISOString().slice(0, 10),
    `${cores[0]?.model.trim() ?? arch()}, ${cores.length} cores`,
    `${Math.round(totalmem() / 1024 ** 3)} GiB`,
    `${type()} ${release()}`,
    `Node ${process.version}`,
    `load ${load.toFixed(1)} at the end`,
  ].join(' · ')
}

function sectionOf({ name, about }: Bench, measured: Measured[]): string {
  const rows = measured.map(
    ({ what, value, unit, against, ratio }) =>
      `| ${what} | ${Number(value.toPrecision(4))} ${unit} | ${against} | ${ratio.toFixed(2)} |`,
  )
  return `## ${name}\n\n${machine()}\n\n${about}\n\n| what | measured | against | ratio |\n|---|---|---|---|\n${rows.join('\n')}\n`
}
