import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { arch, cpus, loadavg, release, totalmem, type } from 'node:os'

/** One line of the result: a number, what it is compared with in the same run, and the limit or peer. */
export type Measured = { what: string; value: number; unit: string; against: string; ratio: number }
export type Bench = { name: string; about: string; run: () => Promise<Measured[] | undefined> }

/** `npm run bench [-- NAME…]`: each file here but this one is a bench; writes RESULTS.md when all were run. */
const here = new URL('.', import.meta.url)
const wanted = process.argv.slice(2)
const sections: string[] = []
for (const file of readdirSync(here)
  .filter((name) => name.endsWith('.ts') && name !== 'run.ts')
  .sort()) {
  const { bench } = (await import(new URL(file, here).href)) as { bench: Bench }
  if (wanted.length && !wanted.includes(bench.name)) continue
  const measured = await bench.run()
  if (!measured) process.stderr.write(`${bench.name}: its data is not here, left out\n`)
  else sections.push(sectionOf(bench, measured))
}
const text = sections.join('\n')
process.stdout.write(`${text}\n`)
if (!wanted.length && existsSync(here))
  writeFileSync(
    new URL('RESULTS.md', here),
    `# Measured\n\nWritten by \`npm run bench\`. Machines differ: read the ratios, not the milliseconds.\n\n${machine()}\n\n${text}`,
  )

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
  return `## ${name}\n\n${about}\n\n| what | measured | against | ratio |\n|---|---|---|---|\n${rows.join('\n')}\n`
}
