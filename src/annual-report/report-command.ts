import type { Command } from '#platform'
import { indicators } from '#statistics'
import { yearFigures } from './year-figures.ts'
import { yearTables } from './year-tables.ts'

export const reportCommand: Command = {
  name: 'report',
  usage: 'report YEAR [--json]',
  summary: "print a year's figures, each counted from rows",
  run: async (platform, args) => {
    const [text = ''] = args.filter((arg) => !arg.startsWith('--'))
    if (!/^(?:19|20)\d{2}$/.test(text)) return 2
    const year = Number(text)
    const figures = await yearFigures(platform.db, year)
    const tables = await yearTables(platform.db, year)
    const lines = indicators.map((i) => `${i.wording}：${figures[i.key] ?? '—'} ${i.unit}`)
    process.stdout.write(
      `${args.includes('--json') ? JSON.stringify({ year, figures, tables }) : lines.join('\n')}\n`,
    )
    return 0
  },
}
