import { type RefusalCatalogue, refuser } from '#platform'

export const refusals = {
  answer_missing: { status: 422, text: '当场答复的来电须写明答复内容。' },
  destination_missing: {
    status: 422,
    text: '未当场答复的来电须写明转到哪里：转办的选择处室（外单位填写名称），转为信件的选择信箱。',
  },
  caller_missing: {
    status: 422,
    law: 'Order 711 art. 29 ¶2',
    text: '转为依申请公开的，须记下来电人的姓名和电话，公开工作机构要与其联系补齐身份证明。',
  },
  unit_unknown: { status: 422, text: '没有这个处室，请刷新后重新选择转到哪个处室。' },
  not_transferred: {
    status: 409,
    text: '这次来电没有在等处室办理，可能已经有人登记了办理情况，请刷新后再看。',
  },
  not_your_unit: { status: 403, text: '这次来电转给了别的处室，请由该处室或者接听台登记办理情况。' },
  not_awaiting: { status: 409, text: '这次来电没有等待登记的公开申请，请刷新后再看。' },
  call_settled: { status: 409, text: '这次来电已经转为信件或者依申请公开，不能再转为信件。' },
  call_erased: {
    status: 410,
    law: 'PIPL art. 47',
    text: '这次来电的保存期限已满，来电人和原话已经删除，只留下隐去个人信息的记录。',
  },
  analysis_period: { status: 422, text: '结束日期不能早于开始日期，请重新选择时间段。' },
} satisfies RefusalCatalogue

export const refuse = refuser(refusals)
