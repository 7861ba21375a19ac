import { z } from 'zod'

/** What the footer may carry besides words. Source: rules.md 3.4. */
export const marks = { office: '党政机关网站标识', police: '公安机关备案标识' } as const
/** Unit: bytes. */
export const markLimitBytes = 512 * 1024

const line = z.string().trim().max(200).default('')
const address = z
  .union([z.literal(''), z.url({ protocol: /^https?$/, error: '网址应当以 http:// 或者 https:// 开头。' })])
  .default('')

/** What the agency says of itself, checked as it is entered. Source: rules.md 3.3 and 3.4; Law: Order 711 art. 12 ¶2. */
export const agencyInput = z.object({
  siteName: z.string().trim().min(1, '请填写网站名称。').max(100),
  siteDomain: z.union([
    z.literal(''),
    z
      .string()
      .trim()
      .regex(/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/, '域名不对，应当像 czj.example.gov.cn。'),
  ]),
  /** 6-digit region and 4 digits, or bm and 8 digits. */
  siteIdCode: z.union([
    z.literal(''),
    z.string().regex(/^(?:\d{10}|bm\d{8})$/, '网站标识码共10位：10位数字，或者 bm 加8位数字。'),
  ]),
  /** 组织机构代码, GB 11714: eight and a check character. Stands in index numbers of old. */
  organizationCode: z.union([
    z.literal(''),
    z.string().regex(/^[0-9A-Z]{8}-?[0-9X]$/, '组织机构代码为9位。'),
  ]),
  hostName: line,
  address: line,
  telephone: z.union([
    z.literal(''),
    z
      .string()
      .trim()
      .regex(/^[\d\-—()（）、，, 转]{5,60}$/, '电话号码不对。'),
  ]),
  disclosureOffice: line,
  officeHours: line,
  fax: line,
  email: z.union([z.literal(''), z.email('电子邮箱不对。')]),
  reviewAuthority: line,
  reviewOnline: line,
  court: line,
  weiboUrl: address,
  wechatUrl: address,
  icpNumber: line,
  /** Where the records can be looked up; the bodies that keep them may change their addresses. */
  icpUrl: address,
  policeNumber: line,
  policeUrl: address,
  officeMarkUrl: address,
  letterMark: z
    .string()
    .trim()
    .regex(/^[^\s〔〕]{1,20}$/, '发文代字为1至20个字，不含空格和年份。')
    .default('依申请'),
  simulated: z.boolean().default(false),
})
export type AgencyInput = z.infer<typeof agencyInput>
