/** One expected "no": HTTP status, legal source where there is one, and wording for people. */
export type RefusalEntry = {
  status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 503
  law?: string
  text: string
}
export type RefusalCatalogue = Record<string, RefusalEntry>

/**
 * The rule or the input said no. Everything else that is thrown is a bug (ADR 0013).
 * `fields` points at what the person should mend: field name to wording.
 */
export class Refusal extends Error {
  readonly code: string
  readonly entry: RefusalEntry
  readonly fields: Record<string, string>
  constructor(code: string, entry: RefusalEntry, fields: Record<string, string> = {}) {
    super(entry.text)
    this.name = 'Refusal'
    this.code = code
    this.entry = entry
    this.fields = fields
  }
}

/** Makes a module's `refuse(code)` from its catalogue; the codes are checked by the compiler. */
export function refuser<C extends RefusalCatalogue>(catalogue: C) {
  return (code: keyof C & string, fields?: Record<string, string>): Refusal =>
    new Refusal(code, catalogue[code] as RefusalEntry, fields)
}

export const generalRefusals = {
  not_found: { status: 404, text: '没有找到您要的内容，可能已被移动或尚未公开。' },
  not_signed_in: { status: 401, text: '请先登录。' },
  not_allowed: { status: 403, text: '您没有办理此事项的权限，如有需要请联系系统管理员。' },
  invalid_input: { status: 400, text: '提交的内容不符合要求，请按提示修改后重试。' },
  stale: { status: 409, text: '内容已被其他人修改，请刷新后再试；您填写的内容没有丢失。' },
  too_large: { status: 413, text: '提交的内容过大。' },
  too_many: { status: 429, text: '操作过于频繁，请稍后再试。' },
  cross_origin: { status: 403, text: '请求来自其他网站，已被拒绝。请从本站页面重新提交。' },
  database_away: { status: 503, text: '系统正在维护，暂时不能办理，请稍后再试。' },
} satisfies RefusalCatalogue

export const refuse = refuser(generalRefusals)
