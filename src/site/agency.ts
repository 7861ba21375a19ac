import { z } from 'zod'
import type { Db, Tx } from '#platform/db'

const ownAddress = z
  .string()
  .regex(/^(?:\/(?!\/).*)?$/, '请填写本站内的图片地址，以/开头。')
  .default('')

/** What the site is called before the agency gave its name. */
export const unnamed = '政府信息公开网站'

/** The settings of the agency that a page needs. Source: rules.md 3.3 and 3.4 (page tags, header, footer). */
export const agencySettings = z.object({
  siteName: z.string().default(unnamed),
  siteDomain: z.string().default(''),
  /** 网站标识码: 6-digit region and 4, or bm and 8 digits. */
  siteIdCode: z.string().default(''),
  organizationCode: z.string().default(''),
  /** 发文代字 of letters about disclosure requests, before 〔year〕number号. */
  letterMark: z.string().default('依申请'),
  hostName: z.string().default(''),
  address: z.string().default(''),
  telephone: z.string().default(''),
  /** 信息公开工作机构 and how to reach it. Law: Order 711 art. 12 ¶2. */
  disclosureOffice: z.string().default(''),
  officeHours: z.string().default(''),
  fax: z.string().default(''),
  email: z.string().default(''),
  /** Who hears a remedy against an answer; which one it is follows from the agency's rank (not certain: set by the agency). Law: 行政复议法 art. 24; 行政诉讼法 art. 18. */
  reviewAuthority: z.string().default(''),
  court: z.string().default(''),
  /** Where a reconsideration is filed online; an answer that is served online must name it. Law: 行政复议法 art. 22. */
  reviewOnline: z.string().default(''),
  /** Shown as QR codes on the home page; empty: not shown. */
  weiboUrl: z.string().default(''),
  wechatUrl: z.string().default(''),
  icpNumber: z.string().default(''),
  /** Where anybody looks the record up. Defaults [GK]: the two public search pages. */
  icpUrl: z.string().default('https://beian.miit.gov.cn/'),
  policeNumber: z.string().default(''),
  policeUrl: z.string().default('https://beian.mps.gov.cn/'),
  /** 党政机关网站标识: page of the certificate, and the picture (an address of our own: a reader asks no third party). */
  officeMarkUrl: z.string().default(''),
  officeMarkImage: ownAddress,
  policeMarkImage: ownAddress,
  simulated: z.boolean().default(false),
})
export type Agency = z.infer<typeof agencySettings>

export async function readAgency(db: Db | Tx): Promise<Agency> {
  const row = await db.selectFrom('agency').select('settings').executeTakeFirst()
  return agencySettings.parse(row?.settings ?? {})
}

/** For a page that may be kept the name must be there; any other stands without it while the database is away. */
export const readAgencyFor = (reply: { madeFromTags: readonly string[] | null }, db: Db): Promise<Agency> =>
  reply.madeFromTags ? readAgency(db) : readAgencyOrNone(db)

/** While the database is away a page stands without the agency's name. */
export async function readAgencyOrNone(db: Db): Promise<Agency> {
  try {
    return await readAgency(db)
  } catch {
    return agencySettings.parse({})
  }
}
