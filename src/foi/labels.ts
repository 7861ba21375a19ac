import type {
  ApplicantKind,
  Channel,
  Outcome,
  OutcomeDetail,
  RemedyKind,
  RequestStatus,
  remedyResults,
} from './contract.ts'

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
