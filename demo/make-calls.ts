import { callKinds, type ImportedCall, keepCalls } from '#hotline'
import type { Platform } from '#platform'
import { addDays, day, instantOf } from '#platform/clock'
import type { Tx } from '#platform/db'

/** Calls of 2018. */
const count = 1392
const subjects: readonly (readonly [string, string, string])[] = [
  ['会计证书', '会计资格证书什么时候能领', '领取时间和地点在本站通知公告栏目公布，请带身份证。'],
  ['政府采购', '供应商怎样注册', '在政府采购网填写注册信息并上传材料，三个工作日内审核。'],
  ['担保补助', '小微企业担保补助怎样申请', '每年三月底前向所在区县财政部门提交申请表和担保合同。'],
  ['非税收入', '罚款缴错了怎样退', '持缴款凭证到执收单位提出退付申请。'],
  ['小额贷款', '这家小额贷款公司合法吗', '名单在本站网上服务栏目公布，可以按名称查询。'],
]
const hours = ['09:10', '09:40', '10:05', '10:30', '11:15', '14:20', '15:05', '16:30']

export function makeCalls(platform: Platform, tx: Tx): Promise<number> {
  const calls = Array.from({ length: count }, (_, index): ImportedCall => {
    const [topic, content, answer] = subjects[index % subjects.length] as (typeof subjects)[number]
    const transferred = index % 29 === 0
    return {
      id: `dh-2018-${String(index + 1).padStart(4, '0')}`,
      called_at: instantOf(addDays(day('2018-01-02'), (index * 359) % 363), hours[index % hours.length]),
      kind: callKinds[(index * 7) % callKinds.length] ?? 'policy_consultation',
      topic,
      content: `${content}？（模拟来电）`,
      answer: transferred ? '' : answer,
      outcome: transferred ? 'transferred' : 'answered',
      forwarded_to: transferred ? '区县财政部门' : '',
      caller_name: '',
      caller_telephone: '',
    }
  })
  return keepCalls(platform, tx, calls)
}
