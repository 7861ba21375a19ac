import { z } from 'zod'

export const siteErrorKinds = ['content', 'link', 'attachment', 'display', 'other'] as const
export const siteErrorStatuses = ['received', 'forwarded', 'answered'] as const
export type SiteErrorKind = (typeof siteErrorKinds)[number]
export type SiteErrorStatus = (typeof siteErrorStatuses)[number]

/** What the form asks; only the page, the kind and the words are needed. Law: PIPL art. 6. */
export const siteErrorInput = z.object({
  page: z.string().trim().min(1, '请填写出错页面的网址。').max(500, '网址太长，请只填写页面的地址。'),
  kind: z.enum(siteErrorKinds, '请选择错误类型。'),
  words: z.string().trim().min(5, '请写明哪里有错，至少五个字。').max(2000, '请写在2000字以内。'),
  contact: z.string().trim().max(100, '请写在100字以内。').default(''),
})
export type SiteErrorInput = z.infer<typeof siteErrorInput>

export const forwardInput = z.object({ departmentId: z.number().int().positive() })
export const answerInput = z.object({
  answer: z.string().trim().min(1, '请填写答复。').max(5000),
  founded: z.boolean(),
})
export type AnswerInput = z.infer<typeof answerInput>
