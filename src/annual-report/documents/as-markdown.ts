import { cellText, type ReportDocument, type Table } from './document.ts'

export function asMarkdown({ title, notes, sections }: ReportDocument): string {
  const parts = sections.flatMap(({ heading, paragraphs, tables }) => [
    `## ${heading}`,
    ...paragraphs,
    ...tables.map(tableOf),
  ])
  return `${[`# ${title}`, ...notes.map((note) => `> ${note}`), ...parts].join('\n\n')}\n`
}

function tableOf({ caption, head, rows }: Table): string {
  const cell = (text: string) => text.replaceAll('|', '\\|')
  const lines = rows.map(({ name, level = 0, cells }) => [
    `${'　'.repeat(level)}${name}`,
    ...cells.map(cellText),
  ])
  const body = [head, head.map(() => '---'), ...lines].map((line) => `| ${line.map(cell).join(' | ')} |`)
  return `**${caption}**\n\n${body.join('\n')}`
}
