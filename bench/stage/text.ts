import { readFileSync } from 'node:fs'
import { findData } from './data.ts'

/** Unit: characters of an item's body; enough that common words are in most items and rare ones in few. */
const bodyCharacters = 400

export type BenchText = { title: string; body: string }

/** Titles and bodies cut from real ones where they are at hand, so that words are as common and as rare as in life. */
export function benchTexts(): { at: (nth: number) => BenchText; from: string } {
  const real = findData('articles.jsonl')
  const sources = real ? readReal(real) : madeUp()
  const at = (nth: number) => {
    const { title } = sources[nth % sources.length] as BenchText
    const { body } = sources[(nth * 7 + Math.floor(nth / sources.length)) % sources.length] as BenchText
    const start = (nth * 137) % Math.max(1, body.length - bodyCharacters)
    return { title: `${title}（${nth}）`, body: body.slice(start, start + bodyCharacters) }
  }
  return { at, from: real ? 'real titles and texts, cut at different places' : 'made-up texts' }
}

function readReal(real: string): BenchText[] {
  return readFileSync(real, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as BenchText)
    .filter(({ body }) => body.length > 100)
    .map(({ title, body }) => ({ title, body: body.replace(/\s+/g, ' ') }))
}

function madeUp(): BenchText[] {
  const words = '财政 预算 通知 管理 办法 服务 企业 补助 会计 监督 采购 公开 年度 项目 资金'.split(' ')
  return Array.from({ length: 500 }, (_, nth) => {
    const word = (step: number) => words[(nth * step + (nth >> 4)) % words.length]
    const title = `关于${word(3)}${word(7)}工作的${word(5)}`
    return { title, body: Array.from({ length: 200 }, (_, at) => word(at + 1)).join('') }
  })
}
