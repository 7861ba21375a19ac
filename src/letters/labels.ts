import type { LetterStatus, RefusalGround } from './contract.ts'

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

export const letterEventLabels: Record<string, string> = {
  submitted: '收到来信',
  accepted: '受理',
  refused: '不予受理',
  dispatched: '转办',
  reply_drafted: '拟写答复，提交审批',
  reply_returned: '审批退回',
  replied: '答复',
  reopened: '重新办理',
  supervised: '督办',
  public_version_changed: '修改公开内容',
  released: '公开',
  hidden: '取消公开',
  withdrawn: '来信人撤回',
  rated: '来信人评价',
}
export const ratingLabels = ['很不满意', '不满意', '基本满意', '满意', '非常满意'] as const
