import { z } from 'zod'
import { dayInput } from '#platform/clock/contract'

/** Unit: items an answer. */
export const mostItems = 100

const cursor = z
  .string()
  .regex(/^\d{1,15}_\d{1,15}$/, 'after 取自上一页的 next')
  .describe('从上一页 next 里得到的位置')
/** A browser sends the fields of a form that were left empty, too. */
const orEmpty = <T extends z.ZodType>(schema: T) =>
  z
    .literal('')
    .transform(() => undefined)
    .or(schema)
    .optional()
const limit = z.coerce.number().int().min(1).max(mostItems).default(20).describe('每页条数，1 至 100')
const filters = {
  section: orEmpty(z.string().max(100)).describe('栏目代码，见栏目列表'),
  kind: orEmpty(z.string().max(50)).describe(
    '文种，例如 policy_document（政策文件）、interpretation（解读）',
  ),
  from: orEmpty(dayInput).describe('发布日期不早于，YYYY-MM-DD'),
  to: orEmpty(dayInput).describe('发布日期不晚于，YYYY-MM-DD'),
}

export const articlesQuery = z.object({ ...filters, limit, after: cursor.optional() })
export const searchQuery = z.object({
  q: z.string().trim().min(1, '请填写关键词').max(100).describe('关键词，简体、繁体、拼音以外的拉丁字母均可'),
  ...filters,
  limit,
})
export const articleParams = z.object({
  id: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
})

export const section = z.object({
  code: z.string(),
  name: z.string(),
  parent: z.string().nullable().describe('上级栏目代码'),
  kind: z.string(),
  url: z.string(),
  feed: z.string().describe('Atom 订阅地址'),
})
const named = z.object({ code: z.string(), name: z.string() })
export const listedArticle = z.object({
  id: z.number(),
  title: z.string(),
  section: named,
  kind: z.string(),
  indexNumber: z.string().nullable().describe('索引号'),
  documentNumber: z.string().nullable().describe('文号'),
  issuingBody: z.string().nullable().describe('发文机关'),
  documentDate: z.string().nullable().describe('成文日期'),
  effectiveness: z.string().nullable().describe('效力状态'),
  source: z.string().describe('来源'),
  summary: z.string(),
  publishedAt: z.string().describe('发布时间，ISO 8601'),
  updatedAt: z.string().describe('最后修改时间，ISO 8601'),
  url: z.string().describe('网页地址'),
  api: z.string().describe('本接口地址'),
})
export const wholeArticle = listedArticle.extend({
  state: z
    .enum(['live', 'archived', 'notice'])
    .describe('live 公开；archived 已归档；notice 已撤下，只留说明'),
  stateText: z.string(),
  html: z.string().describe('正文，已净化的 HTML'),
  text: z.string().describe('正文，纯文本'),
  attachments: z.array(
    z.object({ name: z.string(), mediaType: z.string(), sizeBytes: z.number(), url: z.string() }),
  ),
  related: z.array(z.object({ id: z.number(), title: z.string(), url: z.string(), api: z.string() })),
})
export type ListedArticle = z.infer<typeof listedArticle>
const next = z.string().nullable().describe('下一页地址；没有下一页时为 null')
export const sectionList = z.object({ items: z.array(section) })
export const articleList = z.object({ items: z.array(listedArticle), next })
export const hitList = z.object({
  items: z.array(
    listedArticle
      .pick({
        id: true,
        title: true,
        section: true,
        kind: true,
        documentNumber: true,
        publishedAt: true,
        url: true,
        api: true,
      })
      .extend({ excerpt: z.string() }),
  ),
})
