import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import type { LetterKind } from './letter-kinds.ts'
import { wordings } from './letter-wording.ts'

/**
 * 信函格式 of GB/T 9704-2012: the agency's red name at the top, a red double line below it (thick over thin) and one at the foot of
 * the first page (thin over thick, 20 mm above the edge), each 170 mm wide, the number at the right, body in 三号 仿宋; the first
 * page has no number. Source: rules.md 6 (the letter form itself is general knowledge). Units: half points, twips.
 */
const bodySize = 32
const titleSize = 44
const nameSize = 52
const lineTwips = 28 * 20
const indentTwips = 2 * 16 * 20
/** The date ends four characters before the edge and is seven wide; the name is centred over it. Source: rules.md 6. */
const dateCentreTwips = convertMillimetersToTwip(156) - (4 + 7 / 2) * 16 * 20
const overDate = [{ type: TabStopType.CENTER, position: Math.round(dateCentreTwips) }]
/** Unit: millimetres. */
const footLineMm = 20
/** The lines are 170 mm, the text is 156 mm wide. Unit: millimetres. */
const beyondTextMm = 7
const pageNumberSize = 28
const red = 'C00000'
const page = {
  size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
  margin: {
    top: convertMillimetersToTwip(30),
    right: convertMillimetersToTwip(26),
    bottom: convertMillimetersToTwip(35),
    left: convertMillimetersToTwip(28),
    footer: convertMillimetersToTwip(footLineMm),
  },
}

/** A Word file that the agency may edit: fields stay as {field}. */
export function builtInTemplate(kind: LetterKind): Promise<Buffer> {
  const { title, paragraphs } = wordings[kind]
  const children = [
    line(
      '{agency}',
      { alignment: AlignmentType.CENTER, border: { bottom: redLine('thickThinMediumGap') }, indent: wide },
      { size: nameSize, color: red, font: '方正小标宋简体' },
    ),
    line('{documentNumber}', { alignment: AlignmentType.RIGHT }),
    line(
      title,
      { alignment: AlignmentType.CENTER, spacing: { before: lineTwips, after: lineTwips } },
      { size: titleSize, font: '方正小标宋简体' },
    ),
    line('{recipient}：', {}),
    ...paragraphs.flatMap((text) =>
      loops.has(text) ? loopOf(text.slice(1, -1)) : [line(text, { indent: { firstLine: indentTwips } })],
    ),
    line('', {}),
    line('{agency}', { tabStops: overDate }),
    line('{date}', { tabStops: overDate }),
  ]
  return Packer.toBuffer(
    new Document({
      title,
      evenAndOddHeaderAndFooters: true,
      sections: [
        {
          properties: { page, titlePage: true },
          footers: { first: firstFoot(), default: pageNumber('odd'), even: pageNumber('even') },
          children,
        },
      ],
    }),
  )
}

const wide = {
  left: -convertMillimetersToTwip(beyondTextMm),
  right: -convertMillimetersToTwip(beyondTextMm),
}
const redLine = (style: 'thickThinMediumGap' | 'thinThickMediumGap') => ({
  style:
    style === 'thickThinMediumGap' ? BorderStyle.THICK_THIN_MEDIUM_GAP : BorderStyle.THIN_THICK_MEDIUM_GAP,
  size: 24,
  space: 6,
  color: red,
})
const firstFoot = () =>
  new Footer({ children: [new Paragraph({ border: { top: redLine('thinThickMediumGap') }, indent: wide })] })
/** Outside, one character from the edge: odd pages right, even pages left. Source: rules.md 6. */
const pageNumber = (side: 'odd' | 'even') =>
  new Footer({
    children: [
      new Paragraph({
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: pageNumberSize * 10 } : { left: pageNumberSize * 10 },
        children: [
          new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: pageNumberSize, font: '宋体' }),
        ],
      }),
    ],
  })
const loops = new Set(['{body}', '{letter}'])
const loopOf = (field: string) => [
  line(`{#${field}}`, {}),
  line('{.}', { indent: { firstLine: indentTwips } }),
  line(`{/${field}}`, {}),
]

function line(
  text: string,
  options: IParagraphOptions,
  { size = bodySize, color = '000000', font = '仿宋' } = {},
): Paragraph {
  const run = new TextRun({
    children: options.tabStops ? [new Tab(), text] : [text],
    size,
    color,
    font: { eastAsia: font, ascii: 'Times New Roman', hAnsi: 'Times New Roman' },
  })
  return new Paragraph({
    spacing: size === bodySize ? { line: lineTwips, lineRule: 'exact' } : {},
    ...options,
    children: [run],
  })
}
