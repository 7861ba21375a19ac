import type { z } from 'zod'
import { type Html, html, join } from '#platform/html'

/** What a person typed, by field, and what is wrong with it in words. */
export type Filled = { values: Record<string, string>; errors: Record<string, string> }
export const unfilled: Filled = { values: {}, errors: {} }

type Field = { name: string; label: string; hint?: string; required?: boolean }
type Text = Field & { type?: 'text' | 'tel' | 'email' | 'date'; autocomplete?: string; most?: number }

/** Says at the top what must be mended, each a link to its field; a screen reader meets it first. */
export function errorSummary({ errors }: Filled): Html | '' {
  const wrong = Object.entries(errors)
  if (wrong.length === 0) return ''
  const lines = wrong.map(([name, text]) => html`<li><a href="#${name}">${text}</a></li>`)
  return html`<div class="problem" role="alert" tabindex="-1"><h2>还有${wrong.length}处需要修改，您填写的内容都在</h2><ul>${join(lines)}</ul></div>`
}

export function textField(filled: Filled, field: Text): Html {
  const { name, type = 'text', autocomplete = 'off', most = 500 } = field
  const value = filled.values[name] ?? ''
  return labelled(
    filled,
    field,
    html`<input id="${name}" name="${name}" type="${type}" value="${value}" maxlength="${most}" autocomplete="${autocomplete}"${required(field)}${described(filled, field)}>`,
  )
}

export function textArea(filled: Filled, field: Field & { rows?: number; most?: number }): Html {
  const { name, rows = 6, most = 20_000 } = field
  return labelled(
    filled,
    field,
    html`<textarea id="${name}" name="${name}" rows="${rows}" maxlength="${most}"${required(field)}${described(filled, field)}>${filled.values[name] ?? ''}</textarea>`,
  )
}

export function selectField(filled: Filled, field: Field & { options: Record<string, string> }): Html {
  const chosen = filled.values[field.name]
  const options = Object.entries(field.options).map(
    ([value, text]) =>
      html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`,
  )
  return labelled(
    filled,
    field,
    html`<select id="${field.name}" name="${field.name}"${required(field)}${described(filled, field)}>${join(options)}</select>`,
  )
}

function labelled({ errors }: Filled, field: Field, control: Html): Html {
  const { name, label, hint } = field
  const mark = field.required ? html`<span class="must">（必填）</span>` : ''
  const said = hint ? html`<span class="hint" id="${name}-hint">${hint}</span>` : ''
  const wrong = errors[name] ? html`<span class="wrong" id="${name}-error">${errors[name]}</span>` : ''
  return html`<div class="field"><label for="${name}">${label}${mark}</label>${said}${wrong}${control}</div>`
}

const required = (field: Field) => (field.required ? html` required` : '')

function described({ errors }: Filled, { name, hint }: Field): Html | '' {
  const ids = [hint ? `${name}-hint` : '', errors[name] ? `${name}-error` : ''].filter(Boolean)
  if (ids.length === 0) return ''
  const invalid = errors[name] ? html` aria-invalid="true"` : ''
  return html` aria-describedby="${ids.join(' ')}"${invalid}`
}

/** Every field of a posted form as text; what is no text is left out. */
export function filledFrom(body: unknown, errors: Record<string, string> = {}): Filled {
  const entries = Object.entries((body ?? {}) as Record<string, unknown>)
  const values = Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
  return { values, errors }
}

/** One message a field, in the order of the form. */
export function errorsByField(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { path, message } of error.issues) errors[String(path[0])] ??= message
  return errors
}
