import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Command } from '#platform'
import { asDocx } from './documents/as-docx.ts'
import { asHtmlFile } from './documents/as-html.ts'
import { asMarkdown } from './documents/as-markdown.ts'
import { composeReport } from './documents/compose.ts'
import { type Form, formOf, forms } from './form.ts'
import { type ReportData, readReportData } from './report-data.ts'

const formats = ['json', 'md', 'html', 'docx'] as const
type Format = (typeof formats)[number]
class BadArguments extends Error {}

export const reportCommand: Command = {
  name: 'report',
  usage: 'report YEAR [--form auto|2014|2019|2021] [--format json|md|html|docx] [--out FILE]',
  summary: "write a year's report, each figure counted from rows",
  run: async ({ db }, args) => {
    try {
      const { year, form, format, out } = read(args)
      const written = await write(await readReportData(db, year, form), format)
      if (out) await writeFile(out, written)
      else process.stdout.write(written)
      return 0
    } catch (error) {
      const cannotWrite = (error as NodeJS.ErrnoException).syscall !== undefined
      if (!(error instanceof BadArguments || cannotWrite)) throw error
      process.stderr.write(`gongkai: ${(error as Error).message}\n`)
      return error instanceof BadArguments ? 2 : 1
    }
  },
}

function read(args: readonly string[]) {
  const { values, positionals } = parsed(args)
  const [year = ''] = positionals
  if (!/^(?:19|20)\d{2}$/.test(year) || positionals.length !== 1)
    throw new BadArguments('report needs one year, as 2018')
  const form = values.form === 'auto' ? formOf(Number(year)) : values.form
  if (!forms.includes(form as Form)) throw new BadArguments('--form is auto, 2014, 2019 or 2021')
  const format = values.json ? 'json' : values.format
  if (!formats.includes(format as Format)) throw new BadArguments('--format is json, md, html or docx')
  if (format === 'docx' && !values.out) throw new BadArguments('--format docx needs --out FILE')
  return { year: Number(year), form: form as Form, format: format as Format, out: values.out }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        form: { type: 'string', default: 'auto' },
        format: { type: 'string', default: 'md' },
        out: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new BadArguments((error as Error).message)
  }
}

async function write(data: ReportData, format: Format): Promise<string | Buffer> {
  if (format === 'json') {
    const { year, form, figures, tables } = data
    return `${JSON.stringify({ year, form, figures, tables })}\n`
  }
  const document = composeReport(data)
  if (format === 'docx') return asDocx(document)
  return format === 'html' ? asHtmlFile(document) : asMarkdown(document)
}
