import { type RefusalCatalogue, refuser } from '#platform'

export const refusals = {
  event_before_receipt: { status: 422, text: '办理事项的日期不能早于收到申请的日期，也不能早于上一事项。' },
  correction_late: {
    status: 422,
    law: 'Order 711 art. 30',
    text: '补正告知须在收到申请之日起七个工作日内作出，已超过期限。',
  },
  correction_twice: { status: 422, law: 'Order 711 art. 30', text: '补正告知只能作出一次。' },
  correction_not_asked: { status: 422, text: '没有尚待补正的告知，不能登记补正。' },
  extension_twice: { status: 422, law: 'Order 711 art. 33', text: '答复期限只能延长一次。' },
  extension_after_due: {
    status: 422,
    law: 'Order 711 art. 33',
    text: '答复期限已过，不能再延长。',
  },
  extension_too_long: { status: 422, law: 'Order 711 art. 33', text: '延长的期限超过法定上限。' },
  consultation_unknown: { status: 422, text: '没有对应的征求意见，不能登记反馈。' },
  fee_not_asked: { status: 422, text: '没有尚待缴纳的收费通知，不能登记缴费。' },
  fee_late: {
    status: 422,
    law: '国办函〔2020〕109号',
    text: '已超过二十个工作日的缴费期限，视为放弃申请。',
  },
  clock_stopped: { status: 422, text: '正在等待申请人补正或缴费，期限尚未重新起算，不能办理此事项。' },
  volume_date_early: {
    status: 422,
    law: 'Order 711 art. 35',
    text: '延迟答复的日期须晚于原答复期限。',
  },
} satisfies RefusalCatalogue

export const refuse = refuser(refusals)
