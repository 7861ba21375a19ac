import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { refuse } from '../refusals.ts'
import { type LetterFacts, letterFields, neededFields } from './letter-fields.ts'
import type { LetterKind } from './letter-kinds.ts'

const known = new Set<string>([...Object.keys(letterFields), '.'])

/** Puts the facts into a Word template. Throws: Refusal template_broken. */
export function fillTemplate(template: Buffer, facts: LetterFacts): Buffer {
  const document = open(template)
  document.render(facts)
  return document.toBuffer()
}

/** A template that an agency edited names only fields that exist, and the needed ones. Throws: Refusal template_broken, template_fields. */
export function assertTemplate(kind: LetterKind, template: Buffer) {
  const used = new Set(fieldsIn(open(template).getFullText()))
  const unknown = [...used].filter((field) => !known.has(field))
  if (unknown.length) throw refuse('template_fields', { file: `没有这些字段：${unknown.join('、')}` })
  const missing = neededFields(kind).filter((field) => !used.has(field))
  if (missing.length)
    throw refuse('template_fields', {
      file: `缺少必须的字段：${missing.map((field) => `{${field}}`).join('、')}`,
    })
}

function open(template: Buffer) {
  try {
    return new Docxtemplater(new PizZip(template), {
      paragraphLoop: true,
      linebreaks: true,
      nullGetter: () => '',
      errorLogging: false,
    })
  } catch {
    throw refuse('template_broken')
  }
}

const fieldsIn = (text: string) =>
  [...text.matchAll(/\{[#/^]?([^{}]*)\}/g)].map(([, name = '']) => name.trim())
