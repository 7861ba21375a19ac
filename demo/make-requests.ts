import { type ImportedRequest, keepRequests } from '#foi'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import type { Tx } from '#platform/db'

type Row = [
  string,
  string,
  ImportedRequest['channel'],
  ImportedRequest['applicant_kind'],
  ImportedRequest['outcome'],
  ImportedRequest['outcome_detail'],
  string,
]

/** Eleven requests of 2018 under Order 492, over channels and outcomes, all answered within fifteen working days. */
const rows: readonly Row[] = [
  [
    '2018-01-09',
    '2018-01-24',
    'internet',
    'natural_person',
    'granted',
    'provided',
    '2017年度小微企业融资担保补助资金的分配办法',
  ],
  ['2018-02-06', '2018-02-27', 'internet', 'business', 'granted', 'already_public', '行政事业性收费目录清单'],
  [
    '2018-03-14',
    '2018-04-02',
    'letter',
    'natural_person',
    'granted',
    'provided',
    '道路改造项目的资金拨付文件',
  ],
  [
    '2018-04-03',
    '2018-04-24',
    'in_person',
    'natural_person',
    'partly_granted',
    undefined,
    '某采购项目的评审报告',
  ],
  [
    '2018-04-27',
    '2018-05-18',
    'internet',
    'legal_service',
    'unavailable_not_held',
    'other_agency',
    '土地出让收支的会议纪要',
  ],
  [
    '2018-06-05',
    '2018-06-26',
    'fax',
    'business',
    'refused_third_party',
    'trade_secret',
    '投标企业的报价明细',
  ],
  [
    '2018-07-11',
    '2018-07-25',
    'internet',
    'natural_person',
    'granted',
    'already_public',
    '部门预算和“三公”经费预算',
  ],
  ['2018-08-20', '2018-09-07', 'letter', 'research', 'granted', 'provided', '近三年财政科技支出的统计数据'],
  [
    '2018-09-20',
    '2018-10-16',
    'internet',
    'natural_person',
    'unavailable_not_held',
    'does_not_exist',
    '已撤销机构的账目',
  ],
  [
    '2018-10-30',
    '2018-11-15',
    'internet',
    'natural_person',
    'unprocessed_petition',
    undefined,
    '对一笔补贴发放的意见和投诉',
  ],
  [
    '2018-11-26',
    '2018-12-13',
    'in_person',
    'social_welfare',
    'granted',
    'provided',
    '政府购买养老服务的合同文本',
  ],
]

export async function makeRequests(platform: Platform, tx: Tx): Promise<number> {
  const requests = rows.map(([received, answered, channel, kind, outcome, detail, description], index) => ({
    number: `2018-${String(index + 1).padStart(4, '0')}`,
    received_on: day(received),
    answered_on: day(answered),
    channel,
    applicant_kind: kind,
    outcome,
    outcome_detail: detail,
    description: `申请公开${description}（模拟）`,
  }))
  return (await keepRequests(platform, tx, requests)).imported
}
