import { reopeningWords } from '../clock/in-words.ts'
import {
  consultedLabels,
  deliveryLabels,
  identityCheckLabels,
  opinionLabels,
  reassessmentLabels,
  verdictLabels,
  weighedLabels,
} from '../labels.ts'

type Detail = Record<string, unknown>
type Notice = { source: string; documentNumber: string; version: number }
type Moved = { what?: string; before: string | null; after: string | null }

/** Days, amounts and codes of a log line in words. */
const facts: Record<string, (value: unknown, detail: Detail) => string> = {
  workingDays: (days) => `延长 ${days} 个工作日`,
  until: (day) => `延迟至 ${day} 答复`,
  respondBy: (day) => `补正期限：${day}`,
  amount: (yuan) => `金额：${yuan}元`,
  way: (text) => `缴费方式：${text}`,
  was: (number) => `原来关联到：${number}`,
  approvedBy: (name) => `批准人：${name}`,
  toldOn: (day, { toldBy }) => `${day} 告知申请人${labelled(deliveryLabels, toldBy, '（', '）')}`,
  opinion: (code) => labelled(opinionLabels, code),
  verdict: (code) => labelled(verdictLabels, code),
  with: (code) => labelled(consultedLabels, code),
  basis: (code) => labelled(reopeningWords, code) || String(code),
  found: (code) => labelled(weighedLabels, code),
  notice: (notice) => noticeInWords(notice as Notice),
  dates: (dates) => (dates as Moved[]).map(movedInWords).join('；'),
  checkedBy: (code) => labelled(identityCheckLabels, code),
}
const written = ['items', 'place', 'result', 'reason', 'reasons', 'proof', 'words', 'note', 'of']

/** What people wrote into an entry, and what it decided; sealed bytes stay out. */
export function eventWords(detail: Detail): string[] {
  const told = Object.entries(facts).map(([key, words]) => {
    const value = detail[key]
    return value === undefined || value === null || value === '' ? '' : words(value, detail)
  })
  const typed = written.map((key) => labelled(reassessmentLabels, detail[key]) || detail[key])
  return [...told, ...typed].filter((text): text is string => typeof text === 'string' && text !== '')
}

const labelled = (labels: Record<string, string>, code: unknown, before = '', after = ''): string => {
  const label = typeof code === 'string' ? labels[code] : undefined
  return label ? `${before}${label}${after}` : ''
}

const noticeInWords = ({ source, documentNumber, version }: Notice) =>
  `依据《${source}》（${[documentNumber, `第${version}版`].filter(Boolean).join('，')}）`
const movedInWords = ({ what = '期限', before, after }: Moved) =>
  `${what}：${before ?? '尚未公布放假安排'} → ${after ?? '尚未公布放假安排'}`
