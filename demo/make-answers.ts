import { reviewEntry, writeEntry } from '#knowledge'
import { entryInput } from '#knowledge/contract'
import type { Platform } from '#platform'
import type { Bureau } from './make-staff.ts'

const answers: readonly (readonly [topic: string, question: string, answer: string])[] = [
  [
    '财政补助',
    '小微企业担保补助怎样申请？',
    '每年三月底前向所在区县财政部门提交申请表和担保合同，十五个工作日内告知审核结果。',
  ],
  [
    '财政补助',
    '惠农补贴多久到账？',
    '乡镇核对名单并公示七日后，由区县财政部门通过一卡通发放；没有收到的，可以先向乡镇财政所查询。',
  ],
  [
    '财政补助',
    '创业担保贷款贴息要交哪些材料？',
    '身份证、营业执照、借款合同和最近一期的还款凭证；材料齐全的，当场受理。',
  ],
  ['政府采购', '供应商怎样注册？', '在政府采购网填写注册信息并上传材料，三个工作日内审核；注册不收费。'],
  [
    '政府采购',
    '对采购文件有疑问，可以向谁提出？',
    '先向采购人或者采购代理机构询问；认为权益受到损害的，可以在法定期限内书面提出质疑。',
  ],
  [
    '会计管理',
    '会计资格证书什么时候能领？',
    '领取的时间和地点在本站“公告公示”栏目公布，请带身份证；委托他人领取的，另带委托书。',
  ],
  [
    '会计管理',
    '代理记账机构怎样备案？',
    '在网上提交营业执照和人员名单，由区县财政部门审核，十个工作日内答复。',
  ],
  ['非税收入', '罚款缴错了怎样退？', '持缴款凭证到作出处罚的单位提出退付申请，审核后退回原账户。'],
  [
    '地方金融',
    '怎样查一家小额贷款公司是否合法？',
    '已经批准的公司名单在本站公布，可以用公司名称搜索；名单上没有的，请不要签合同。',
  ],
  [
    '地方金融',
    '遇到可疑的集资宣传怎么办？',
    '保留宣传材料，向本局或者所在区县的金融工作部门举报；属实的，依照规定给予奖励。',
  ],
  [
    '信息公开',
    '部门预算在哪里能看到？',
    '批准后二十日内在本站“财政信息”栏目公布；没有找到的，可以用站内搜索，也可以申请公开。',
  ],
  [
    '信息公开',
    '申请信息公开要多少天？',
    '能够当场答复的，当场答复；不能当场答复的，自收到申请之日起二十个工作日内答复。',
  ],
]

/** 常见问题: written by one person, reviewed by another. */
export async function makeAnswers(platform: Platform, people: Bureau): Promise<void> {
  for (const [topic, question, answer] of answers) {
    const text = `${answer}（模拟答复）`
    const entry = entryInput.parse({ topic, question, answer: text, audience: 'public' })
    const { id } = await writeEntry(platform, people.the('letters'), entry)
    await reviewEntry(platform, people.the('supervisor'), id)
  }
}
