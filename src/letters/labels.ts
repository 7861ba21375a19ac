import type { FileFinding, LetterStatus, letterSources, PublicationBasis, RefusalGround } from './contract.ts'

export const letterStatusLabels = {
  received: '待受理',
  handling: '办理中',
  in_approval: '答复待审批',
  replied: '已答复',
  closed: '已办结',
  refused: '不予受理',
  routed: '已转送',
  merged: '已并案',
  withdrawn: '来信人撤回',
} satisfies Record<LetterStatus, string>

export const refusalGroundLabels = {
  not_our_duty: '不属于本机关职责',
  petition_channel: '应当通过信访渠道办理',
  in_lawsuit_or_review: '已经或者应当通过诉讼、复议、仲裁解决',
  disclosure_request: '应当按政府信息公开申请办理',
  unclear: '内容不明确，无法办理',
  repeated: '重复来信，已经答复',
  abusive: '含有侮辱、诽谤或者违法内容',
} satisfies Record<RefusalGround, string>

export const basisLabels = {
  consent_told: '来信人另行表示同意',
  legal_duty: '履行法定职责所必需',
} satisfies Record<PublicationBasis, string>

export const sourceLabels = {
  call: '来电转办',
  foi_request: '由公开申请转来',
  counter: '现场反映',
  post: '纸质来信',
  chat: '在线交流转来',
} satisfies Record<(typeof letterSources)[number], string>

export const followUpCauseLabels: Record<string, string> = {
  bad_rating: '不满意回访',
  objection: '来信人追问',
  reopened: '重新办理',
}
export const letterEventLabels: Record<string, string> = {
  submitted: '收到来信',
  accepted: '受理',
  classified: '确定主题',
  refused: '不予受理',
  routed: '转送其他单位',
  dispatched: '转办',
  dispatched_anew: '改派',
  claimed: '签收',
  dispatch_returned: '处室退回',
  opinion_given: '协办处室提供意见',
  merged: '并案办理',
  reply_file_kept: '上传答复附件',
  reply_file_removed: '移除答复附件',
  reply_drafted: '拟写答复，提交审批',
  reply_returned: '审批退回',
  replied: '答复',
  reopened: '重新办理',
  supervised: '督办',
  supervision_ended: '督办结束',
  warned: '期限提醒',
  public_version_changed: '修改公开内容',
  covered: '遮盖姓名',
  basis_recorded: '登记公开的依据',
  released: '公开',
  hidden: '取消公开',
  closed: '办结',
  follow_up_opened: '开始回访',
  follow_up_answered: '完成回访',
  withdrawn: '来信人撤回',
  contact_corrected: '来信人更正联系方式',
  personal_data_erased: '保存期满，删除个人信息',
  name_withdrawn: '来信人删除姓名和联系方式',
  rated: '来信人评价',
  objected: '来信人追问',
  thanked: '来信人致谢',
}
/** What a sender may read of the handling; who did what inside is the agency's own. */
/** What a file of a reply tells about people. */
export const fileFindingLabels = {
  sender: '来信中的人',
  name: '姓名',
  identity_number: '居民身份证号码',
  bank_card: '银行卡号',
  account: '个人账号',
  mobile_phone: '手机号码',
  telephone: '电话号码',
  email: '电子邮箱',
  number_plate: '车牌号',
  home_address: '住址',
  unread: '没有可以自动检查的文字',
} satisfies Record<FileFinding['kind'], string>
export const eventsForSender: ReadonlySet<string> = new Set([
  'submitted',
  'accepted',
  'refused',
  'routed',
  'merged',
  'replied',
  'reopened',
  'released',
  'hidden',
  'closed',
  'follow_up_opened',
  'follow_up_answered',
  'withdrawn',
  'name_withdrawn',
  'contact_corrected',
  'personal_data_erased',
  'rated',
  'objected',
  'thanked',
])
export const warningLabels: Record<string, string> = {
  acceptance_due: '受理期限临近',
  due_soon: '答复期限临近',
  overdue: '答复超期',
  three_months: '超过三个月没有答复',
  follow_up_overdue: '回访超期',
}
export const ratingLabels = ['很不满意', '不满意', '基本满意', '满意', '非常满意'] as const
