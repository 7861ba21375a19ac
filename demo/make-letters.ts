import { addWorkingDays, workingCalendar } from '#calendar'
import { type ImportedLetter, keepLetters } from '#letters'
import type { Platform } from '#platform'
import { addDays, day, instantOf } from '#platform/clock'
import type { Tx } from '#platform/db'

/** Letters of 2018: three mailboxes, all answered, seven working days in the mean. */
const perMailbox = { director: 120, complaints: 95, consultation: 280 }
/** Unit: working days; the mean of one round is seven. */
const waits = [3, 5, 6, 7, 8, 9, 11]
const subjects: readonly (readonly [string, string, string])[] = [
  [
    '会计证书',
    '会计专业技术资格证书什么时候可以领取',
    '证书到达后会在本站通知公告栏目公布领取时间和地点，请携带身份证办理；委托他人的另带委托书。',
  ],
  [
    '政府采购',
    '供应商注册审核要多久',
    '材料齐全的，三个工作日内审核完毕，结果以短信告知；材料不全的会一次告知需要补充的内容。',
  ],
  [
    '担保补助',
    '小微企业融资担保补助怎样申请',
    '请在每年三月底前向所在区县财政部门提交申请表、担保合同和放款凭证，申请表可以在本站下载。',
  ],
  [
    '非税收入',
    '交通违法罚款缴错了能退吗',
    '请持缴款凭证和处罚决定书到执收单位提出退付申请，经核实后由财政部门十个工作日内退回原账户。',
  ],
  [
    '预算公开',
    '部门预算在哪里可以看到',
    '各部门预算在批复后二十日内公布，请在本站财政信息栏目的预决算公开专栏查询。',
  ],
  [
    '惠农补贴',
    '耕地地力保护补贴没有到账',
    '补贴由乡镇核实面积后发放到一卡通，请先向村委会核对公示面积和账号；有差错的由乡镇更正后补发。',
  ],
  [
    '小额贷款',
    '怎样查询小额贷款公司是否合法设立',
    '依法设立的公司名单在本站网上服务栏目公布，可以按公司名称查询。',
  ],
]

export async function makeLetters(platform: Platform, tx: Tx): Promise<number> {
  const calendar = await workingCalendar(tx)
  const mailboxes = Object.entries(perMailbox).flatMap(([mailbox, count]) =>
    Array<string>(count).fill(mailbox),
  )
  const letters = mailboxes.map((mailbox, index): ImportedLetter => {
    const receivedOn = addDays(day('2018-01-02'), (index * 347) % 345)
    const [topic, question, answer] = subjects[index % subjects.length] as (typeof subjects)[number]
    return {
      id: `xj-2018-${String(index + 1).padStart(4, '0')}`,
      mailbox,
      topic,
      author: '市民（模拟）',
      subject: `${question}？`,
      body: `您好，请问${question}？希望得到答复，谢谢。（模拟来信）`,
      submitted_at: instantOf(receivedOn, '10:30'),
      reply: `您好！来信收悉。${answer}如有疑问，请拨打咨询电话。感谢您的关心。（模拟答复）`,
      replied_at: instantOf(addWorkingDays(calendar, receivedOn, waits[index % waits.length] ?? 7), '16:00'),
    }
  })
  return keepLetters(platform, tx, letters, { released: true })
}
