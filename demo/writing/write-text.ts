import { affairsFrames } from './affairs-frames.ts'
import { fill, subjectOf } from './fill.ts'
import {
  closings,
  details,
  leads,
  newsTitles,
  repostDetails,
  repostLeads,
  repostTitles,
} from './news-frames.ts'
import {
  concernBody,
  concernTitles,
  dataItems,
  dataNotes,
  dataTitles,
  interpretationBody,
  interpretationTitles,
  policyChapters,
  policyNames,
  serviceBody,
  serviceTitles,
} from './policy-frames.ts'
import { pick, pickSome, type Random, whole } from './random.ts'

/** What an item says; paragraphs are plain text, a table has its head as the first row. */
export type Written = {
  title: string
  keywords: string
  paragraphs: string[]
  table?: string[][]
  subtitle?: string
}
export type Kind = 'news' | 'repost' | 'affairs' | 'interpretation' | 'concern' | 'service' | 'data'

/** Every text says once that it is simulated. */
const simulated = '（本文为模拟内容，机构、人物和数字均为虚构。）'

type Voice = {
  titles: readonly string[]
  parts: readonly (readonly [frames: readonly string[], least: number, most: number])[]
}
const voices: Record<Exclude<Kind, 'affairs'>, Voice> = {
  news: {
    titles: newsTitles,
    parts: [
      [leads, 1, 1],
      [details, 2, 4],
      [closings, 1, 1],
    ],
  },
  repost: {
    titles: repostTitles,
    parts: [
      [repostLeads, 1, 1],
      [repostDetails, 2, 3],
    ],
  },
  interpretation: { titles: interpretationTitles, parts: [[interpretationBody, 3, 6]] },
  concern: { titles: concernTitles, parts: [[concernBody, 3, 4]] },
  service: { titles: serviceTitles, parts: [[serviceBody, 2, 4]] },
  data: { titles: dataTitles, parts: [[dataNotes, 1, 2]] },
}

/** `about`: the column of government affairs, or the document that is explained. */
export function writeText(random: Random, kind: Kind, about: string): Written {
  const affairs = affairsFrames[about]
  const voice: Voice =
    kind === 'affairs'
      ? { titles: affairs?.titles ?? newsTitles, parts: [[affairs?.body ?? details, 3, 4]] }
      : voices[kind]
  const given: Record<string, string> = {
    ...subjectOf(random),
    ...(kind === 'interpretation' ? { policy: about || pick(random, policyNames) } : {}),
  }
  const paragraphs = voice.parts.flatMap(([from, least, most]) =>
    pickSome(random, from, whole(random, least, most)).map((frame) =>
      fill(random, frame, loosened(random, given)),
    ),
  )
  const written = {
    title: fill(random, pick(random, voice.titles), given),
    keywords: [given.topic, given.district].filter(Boolean).join(' '),
    paragraphs: [...paragraphs, simulated],
  }
  return kind === 'data' || about === '统计信息' ? { ...written, table: dataTable(random) } : written
}

/** A text keeps to its subject and district, and may name other things beside them. */
function loosened(random: Random, given: Record<string, string>): Record<string, string> {
  const kept = Object.entries(given).filter(([slot]) =>
    ['topic', 'policy', 'service'].includes(slot) ? random() < 0.8 : slot === 'district' && random() < 0.6,
  )
  return Object.fromEntries(kept)
}

function dataTable(random: Random): string[][] {
  const rows = pickSome(random, dataItems, whole(random, 3, 5)).map((item) => {
    const now = whole(random, 120, 98_000) / 10
    const change = whole(random, -80, 180) / 10
    return [
      item,
      now.toFixed(1),
      (now / (1 + change / 100)).toFixed(1),
      `${change > 0 ? '+' : ''}${change.toFixed(1)}%`,
    ]
  })
  return [['指标', '本期', '上期', '增减'], ...rows]
}

export function writePolicy(random: Random, name: string): Written {
  const subject = name.replace(/(?:实施)?(?:办法|细则|规定|规则|规程)$/, '')
  const middle = pickSome(random, policyChapters.slice(2, -1), 7)
  const chapters = [...policyChapters.slice(0, 2), ...middle, ...policyChapters.slice(-1)]
  const paragraphs = chapters.map((frame, at) => `第${numerals[at]}条　${fill(random, frame, { subject })}`)
  return {
    title: `江州市${name}`,
    keywords: subject,
    paragraphs: [
      ...paragraphs,
      `第${numerals[chapters.length]}条　本办法自发布之日起三十日后施行。`,
      simulated,
    ],
  }
}
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The body as the editor would store it: already clean, so that a year's texts need no cleaning one by one (a test compares). */
export function bodyOf({ paragraphs, table }: Written): { bodyHtml: string; bodyText: string } {
  const [head = [], ...rows] = table ?? []
  const cells = (row: readonly string[], tag: string) =>
    row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')
  const tableHtml = table
    ? `<table><thead><tr>${cells(head, 'th')}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')}</tbody></table>`
    : ''
  const texts = [...(table ?? []).map((row) => row.join('\t')), ...paragraphs]
  return {
    bodyHtml: `${tableHtml}${paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('')}`,
    bodyText: texts.join('\n'),
  }
}
