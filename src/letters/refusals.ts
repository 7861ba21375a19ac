import { type RefusalCatalogue, refuser } from '#platform'

export const refusals = {
  wrong_status: { status: 409, text: '来信当前的状态不能办理此事项，请刷新页面查看最新状态。' },
  mailbox_unknown: { status: 422, text: '没有这个信箱，请重新选择。' },
  author_missing: { status: 422, text: '这个信箱需要填写姓名和联系电话，方便核实和回复。' },
  own_reply: { status: 403, text: '答复须由拟稿人以外的人审批。' },
  reply_changed: { status: 409, text: '答复在您查看之后有改动，请重新核对后再审批。' },
  return_needs_reason: { status: 422, text: '退回时请写明原因。' },
  no_consent: { status: 422, text: '来信人没有同意公开，不能公开这封来信。', law: 'PIPL art. 25' },
  code_wrong: { status: 404, text: '编号或者查询码不对，请对照回执重新填写。查询码不区分大小写。' },
  rated_already: { status: 409, text: '您已经评价过，感谢您的参与。' },
  not_replied: { status: 409, text: '来信还没有答复，答复后才能评价。' },
} satisfies RefusalCatalogue

export const refuse = refuser(refusals)
