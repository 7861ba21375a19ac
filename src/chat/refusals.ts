import { type RefusalCatalogue, refuser } from '#platform'

export const refusals = {
  desk_closed: { status: 409, text: '现在没有坐席在线。您写的内容都在，可以转为来信，我们会在期限内答复。' },
  asked_too_often: {
    status: 429,
    text: '您或者您所在的网络短时间内发送太多，请过一会儿再试，或者拨打咨询电话。您填写的内容都在。',
  },
  message_empty: { status: 422, text: '请先写下要说的话，再发送。' },
  message_too_long: { status: 422, text: '一条消息最多2000个字，请分几条发送；内容很长的，请转为来信。' },
  talk_closed: { status: 409, text: '这次会话已经结束。还有问题的，请重新提问或者转为来信。' },
  taken_by_other: { status: 409, text: '这次会话已经由另一位坐席接入，请接入其他会话。' },
  not_your_talk: { status: 403, text: '这次会话由另一位坐席办理，需要由您办理的，请对方转接给您。' },
  not_claimed: { status: 409, text: '这次会话还没有坐席接入，请先接入再办理。' },
  agent_unfit: { status: 422, text: '请选择正在值守的其他坐席。' },
  talk_settled: { status: 409, text: '这次会话已经转为来信或者公开申请，不能再转。' },
  citizen_missing: {
    status: 422,
    law: 'Order 711 art. 29 ¶2',
    text: '转为依申请公开的，须有对方的姓名和电话，公开工作机构要与其联系补齐身份证明。请先在会话中询问。',
  },
  talk_not_awaiting: { status: 409, text: '这次会话没有等待登记的公开申请，请刷新后再看。' },
  chat_period: { status: 422, text: '结束日期不能早于开始日期，请重新选择时间段。' },
  not_answered: { status: 409, text: '坐席还没有答复，答复后才能评价。' },
  talk_rated: { status: 409, text: '您已经评价过，感谢您的参与。' },
  mailbox_not_there: { status: 422, text: '没有这个信箱或者已经停用，请重新选择。' },
} satisfies RefusalCatalogue
export type ChatRefusal = keyof typeof refusals

export const refuse = refuser(refusals)
