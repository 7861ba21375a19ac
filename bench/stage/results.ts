/** The file of results: a head, then one section a bench, each with its own day and machine. */
const head =
  '# Measured\n\nWritten by `npm run bench`. Machines differ: read the ratios, not the milliseconds.\n'

/** Sections by name, in the order of the file. */
function sectionsOf(text: string): Map<string, string> {
  const parts = text.split(/^(?=## )/m).filter((part) => part.startsWith('## '))
  return new Map(parts.map((part) => [/^## (.+)$/m.exec(part)?.[1] ?? '', `${part.trim()}\n`]))
}

/** The old file with the sections that were measured now; what was not measured, for want of its data or its turn, stays. */
export function mergeResults(old: string, measured: ReadonlyMap<string, string>): string {
  const sections = new Map([...sectionsOf(old), ...measured])
  const names = [...sections.keys()].sort()
  return [head, ...names.map((name) => sections.get(name) ?? '')].join('\n')
}
