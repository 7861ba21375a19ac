import type { AnswerPart } from './contract.ts'
import { outcomeInWords } from './labels.ts'
import { legalBasis } from './outcome-rules.ts'

/** Each part with its own treatment, basis and reason, the same in the letter, on the page and in the mail. Law: Order 711 art. 37. */
export const partsInWords = (parts: readonly AnswerPart[], rules: '492' | '711'): string[] =>
  parts.map(
    ({ part, outcome, outcomeDetail, reason }, at) =>
      `（${ordinal(at + 1)}）${part}：${outcomeInWords(outcome)}。依据：${legalBasis({ outcome, outcomeDetail }, rules)}。${reason && `理由：${ended(reason)}`}`,
  )

const ended = (sentence: string) => (/[。！？；]$/.test(sentence) ? sentence : `${sentence}。`)

/** 一, 二 … 二十: an answer has at most twenty parts. */
function ordinal(nth: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
  const tens = Math.floor(nth / 10)
  return `${tens > 1 ? digits[tens] : ''}${tens ? '十' : ''}${digits[nth % 10] ?? ''}`
}
