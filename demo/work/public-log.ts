import { choosePublicLog } from '#foi'
import type { Platform } from '#platform'
import { addDays, type Day, instantOf } from '#platform/clock'
import type { Bureau } from '../make-staff.ts'
import { on } from './hands.ts'

/** What the bureau lets everybody read of requests that it answered: in its own words, without a person. Simulated. */
const shown: readonly { number: string; words: string; answer: string }[] = [
  {
    number: '2018-0001',
    words: '2017年度小微企业融资担保补助资金的分配办法（模拟）',
    answer:
      '予以公开。补助资金按担保机构当年新增小微企业担保额和平均费率分档分配，担保费率不高于1.5%的，按新增担保额的1%补助，每家机构最高200万元。办法全文已以电子文件提供给申请人。（模拟）',
  },
  {
    number: '2018-0002',
    words: '现行行政事业性收费目录清单（模拟）',
    answer:
      '已经主动公开。目录清单每年更新，可以在本站“财政信息”栏目和信息公开目录中查阅；清单以外的收费，单位和个人可以拒绝缴纳。（模拟）',
  },
  {
    number: '2018-0004',
    words: '某政府采购项目的评审报告（模拟）',
    answer:
      '部分公开。评审过程、评分汇总和中标结果予以公开；评审专家的个人信息和供应商的商业秘密经遮盖处理后不予公开。（模拟）',
  },
  {
    number: '2018-0007',
    words: '部门预算和“三公”经费预算（模拟）',
    answer:
      '已经主动公开。2018年部门预算和“三公”经费预算已于人大批准后20日内在本站“财政信息”栏目公开。（模拟）',
  },
  {
    number: '2018-0008',
    words: '近三年财政科技支出的统计数据（模拟）',
    answer:
      '予以公开。2015年至2017年本级财政科技支出的分项统计表已提供给申请人，数据口径与财政决算一致。（模拟）',
  },
  {
    number: '2018-0011',
    words: '政府购买养老服务的合同文本（模拟）',
    answer: '予以公开。合同的标的、价款、服务标准、期限和验收办法予以公开；合同中的银行账号已遮盖。（模拟）',
  },
]
const daysAfterAnswer = 7

/** So that who wants to ask first finds what was answered before. */
export async function showAnswers(platform: Platform, people: Bureau): Promise<void> {
  for (const { number, words, answer } of shown) {
    const { id, answered_on } = await platform.db
      .selectFrom('foi_requests')
      .select(['id', 'answered_on'])
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    const at = instantOf(addDays(answered_on as Day, daysAfterAnswer), '10:30')
    await choosePublicLog(on(platform, at), people.the('supervisor'), id, { shown: true, words, answer })
  }
}
