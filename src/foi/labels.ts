import type { AlertLevel, DeadlineKind } from './alerts/deadlines.ts'
import type {
  ApplicantKind,
  Arrival,
  AwaitedDecision,
  Channel,
  deliveries,
  FileKindOfCase,
  formsWanted,
  helps,
  identityChecks,
  identityKinds,
  Lack,
  Outcome,
  OutcomeDetail,
  RemedyKind,
  RequestStatus,
  remedyResults,
} from './contract.ts'
import type { ReplyRow2014 } from './form-2014.ts'

/** Rows of 三（三）of the form of 2014, without their numbers. Source: rules.md 2.6. */
export const replyRowLabels = {
  already_public: '属于已主动公开范围数',
  granted: '同意公开答复数',
  partly_granted: '同意部分公开答复数',
  refused_state_secret: '涉及国家秘密',
  refused_trade_secret: '涉及商业秘密',
  refused_privacy: '涉及个人隐私',
  refused_security: '危及国家安全、公共安全、经济安全和社会稳定',
  refused_not_government_information: '不是《条例》所指政府信息',
  refused_other_by_law: '法律法规规定的其他情形',
  not_ours: '不属于本行政机关公开数',
  does_not_exist: '申请信息不存在数',
  correction_told: '告知作出更改补充数',
  other_channel: '告知通过其他途径办理数',
} satisfies Record<ReplyRow2014, string>

export const channelLabels = {
  in_person: '当面申请',
  fax: '传真申请',
  internet: '网络申请',
  letter: '信函申请',
} satisfies Record<Channel, string>

export const applicantKindLabels = {
  natural_person: '自然人',
  business: '商业企业',
  research: '科研机构',
  social_welfare: '社会公益组织',
  legal_service: '法律服务机构',
  other_organization: '其他',
} satisfies Record<ApplicantKind, string>

/** Row names of table three. Source: rules.md 2.3. */
export const outcomeLabels = {
  granted: '予以公开',
  partly_granted: '部分公开',
  refused_state_secret: '属于国家秘密',
  refused_forbidden_by_law: '其他法律行政法规禁止公开',
  refused_security: '危及“三安全一稳定”',
  refused_third_party: '保护第三方合法权益',
  refused_internal: '属于三类内部事务信息',
  refused_process: '属于四类过程性信息',
  refused_enforcement_file: '属于行政执法案卷',
  refused_administrative_query: '属于行政查询事项',
  unavailable_not_held: '本机关不掌握相关政府信息',
  unavailable_must_create: '没有现成信息需要另行制作',
  unavailable_still_unclear: '补正后申请内容仍不明确',
  unprocessed_petition: '信访举报投诉类申请',
  unprocessed_duplicate: '重复申请',
  unprocessed_publication: '要求提供公开出版物',
  unprocessed_excessive: '无正当理由大量反复申请',
  unprocessed_confirm_again: '要求行政机关确认或重新出具已获取信息',
  other_no_correction: '申请人无正当理由逾期不补正',
  other_fee_unpaid: '申请人逾期未按收费通知要求缴纳费用',
  other: '其他',
} satisfies Record<Outcome, string>

/** The outcome as an answer names it: what happens to the information, and the row that says why. Source: rules.md 2.3. */
export function outcomeInWords(outcome: Outcome): string {
  const label = outcomeLabels[outcome]
  if (outcome.startsWith('refused_')) return `不予公开（${label}）`
  if (outcome.startsWith('unavailable_')) return `无法提供（${label}）`
  if (outcome.startsWith('unprocessed_')) return `不予处理（${label}）`
  return outcome.startsWith('other') ? `不再处理（${label}）` : label
}

export const outcomeDetailLabels = {
  already_public: '属于已主动公开范围',
  provided: '同意公开',
  trade_secret: '涉及商业秘密',
  privacy: '涉及个人隐私',
  other_agency: '不属于本行政机关公开',
  does_not_exist: '申请信息不存在',
} satisfies Record<OutcomeDetail, string>

export const requestStatusLabels = {
  submitted: '待确认收到',
  handling: '办理中',
  in_approval: '待审批',
  approved: '待送达',
  answered: '已答复',
  archived: '已归档',
} satisfies Record<RequestStatus, string>

export const awaitedLabels = {
  extension: '待批准延长期限',
  later_date: '待确定延迟答复的日期',
  override: '第三方不同意公开，待决定',
  legal_review: '待合法性审核',
} satisfies Record<AwaitedDecision, string>

export const remedyKindLabels = {
  complaint: '投诉举报',
  reconsideration: '行政复议',
  lawsuit_direct: '行政诉讼（未经复议直接起诉）',
  lawsuit_after_reconsideration: '行政诉讼（复议后起诉）',
} satisfies Record<RemedyKind, string>

export const remedyResultLabels = {
  upheld: '结果维持',
  corrected: '结果纠正',
  other: '其他结果',
} satisfies Record<(typeof remedyResults)[number], string>

export const identityKindLabels = {
  identity_card: '居民身份证',
  passport: '护照',
  organization_code: '统一社会信用代码',
  other: '其他证件',
} satisfies Record<(typeof identityKinds)[number], string>

export const helpLabels = {
  none: '不需要',
  reading: '阅读有困难',
  seeing: '视力有困难',
  hearing: '听力有困难',
} satisfies Record<(typeof helps)[number], string>

export const arrivalLabels = {
  handed_over: '当面提交',
  signed_for: '挂号信、快递（签收）',
  ordinary: '平常信函',
  electronic: '传真、网络',
} satisfies Record<Arrival, string>

export const fileKindLabels = {
  identity_proof: '身份证明',
  application: '申请材料',
  correction: '补正材料',
  delivery_proof: '送达凭证',
  consultation: '征求意见材料',
} satisfies Record<FileKindOfCase, string>

export const identityCheckLabels = {
  document: '当面核对证件',
  telephone: '电话核对登记的信息',
  written: '书面申请并附证件复印件',
} satisfies Record<(typeof identityChecks)[number], string>

export const lackLabels = { identity: '身份证明', contact: '联系方式' } satisfies Record<Lack, string>
export const opinionLabels = { agrees: '同意公开', refuses: '不同意公开', silent: '逾期未答复' }
export const consultedLabels = { third_party: '第三方', other_agency: '其他机关' }
export const feeMethodLabels = { per_request: '按件', per_page: '按量（页）' }
export const weighedLabels = { reasonable: '理由合理', unreasonable: '理由不合理' }
export const reassessmentLabels = { still_withheld: '仍不予公开', may_be_disclosed: '情势变化，可以公开' }
export const verdictLabels = { agrees: '审核同意', objects: '审核不同意' }

export const alertKindLabels = {
  receipt: '与申请人确认收到的期限',
  answer: '答复期限',
  consultation: '征求意见的期限',
  correction: '申请人补正的期限',
  payment: '申请人缴费的期限',
  internal: '内部办理期限',
  reassessment: '不予公开事项的评估日期',
} satisfies Record<DeadlineKind, string>
export const alertLevelLabels = {
  half: '已过半',
  days5: '剩5个工作日',
  days3: '剩3个工作日',
  days1: '剩1个工作日',
  overdue: '已超过',
} satisfies Record<AlertLevel, string>

export const formLabels = {
  electronic: '电子文件',
  paper: '纸质文件',
  copy: '复制件',
  inspect: '当面查阅',
} satisfies Record<(typeof formsWanted)[number], string>

export const deliveryLabels = {
  online: '本站查询页面',
  email: '电子邮件',
  post: '邮寄',
  counter: '当面领取',
  fax: '传真',
} satisfies Record<(typeof deliveries)[number], string>

/** What each line of the log is called; the citizen's tracking page shows those of `publicEventKinds`. */
export const eventLabels: Record<string, string> = {
  submitted: '提交申请',
  edited: '申请人修改内容',
  payment_claimed: '申请人告知已缴费',
  received: '确认收到，开始计算期限',
  assigned: '交办',
  claimed: '接收承办',
  given_back: '退回重新交办',
  consultation_delivered: '征求意见书送达',
  refusal_overridden: '决定不采纳第三方的不同意见',
  third_party_told: '书面告知第三方',
  extension_proposed: '申请延长期限',
  law_reviewed: '合法性审核',
  rerouted: '转到信箱办理',
  file_added: '添加文件',
  due_date_recomputed: '放假安排变动，期限重新计算',
  personal_data_erased: '删除申请人信息',
  personal_data_exported: '导出申请人信息',
  applicant_completed: '补录申请人信息',
  applicant_corrected: '更正申请人信息',
  query_code_issued: '重新发放查询码',
  search: '检索',
  correction_notice: '告知补正',
  correction_received: '收到补正',
  consultation_sent: '征求意见',
  consultation_returned: '收到意见',
  extension: '延长答复期限',
  fee_notice: '收费通知',
  fee_paid: '收到缴费',
  costs_paid: '收到检索、复制、邮寄费用',
  reasons_asked: '要求说明理由',
  reasons_weighed: '登记理由是否合理',
  volume_date_set: '确定延迟答复的日期',
  answer_drafted: '拟稿，提交审批',
  answer_approved: '审批通过',
  answer_returned: '审批退回',
  answer_recalled: '撤回拟稿，已作的审批作废',
  answer_mail_ordered: '答复邮件待发送，邮件服务器接收后登记送达',
  answer_mail_failed: '答复邮件发送失败',
  answered: '答复',
  withdrawn: '申请人撤回',
  archived: '归档',
  letter_made: '制作文书',
  file_kept: '材料入卷',
  file_redacted: '遮盖材料',
  file_released: '材料提供给申请人',
  file_held_back: '材料不提供给申请人',
  proposed_for_publication: '转为主动公开（送审）',
  reassessed: '定期评估',
  reopened: '重新办理',
  duplicate_linked: '关联到相同申请',
  duplicate_unlinked: '取消关联',
  shown_in_public_log: '列入公开的答复目录',
  hidden_from_public_log: '移出公开的答复目录',
}
export const publicEventKinds = new Set([
  'submitted',
  'edited',
  'received',
  'payment_claimed',
  'query_code_issued',
  'correction_notice',
  'correction_received',
  'consultation_sent',
  'consultation_returned',
  'extension',
  'fee_notice',
  'fee_paid',
  'costs_paid',
  'reasons_asked',
  'volume_date_set',
  'answered',
  'withdrawn',
  'reopened',
])
