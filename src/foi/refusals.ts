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
  wrong_status: { status: 409, text: '申请当前的状态不能办理此事项，请刷新页面查看最新状态。' },
  receipt_in_future: { status: 422, text: '收到日期不能晚于今天。' },
  receipt_before_arrival: {
    status: 422,
    law: 'Order 711 art. 31',
    text: '收到日期不能早于申请实际到达的日期。',
  },
  confirmation_missing: {
    status: 422,
    law: 'Order 711 art. 31',
    text: '平常信函、传真和网络申请以双方确认之日为收到之日，请写明与申请人确认的时间和方式。',
  },
  event_in_future: { status: 422, text: '办理事项的日期不能晚于今天。' },
  answer_while_waiting: { status: 409, text: '正在等待补正、缴费或征求意见的结果，期限尚未起算，不能答复。' },
  correction_not_lapsed: {
    status: 422,
    law: 'Order 711 art. 30',
    text: '申请人逾期不补正的，才能以此不再处理；补正期限尚未届满或者没有告知补正。',
  },
  payment_not_lapsed: {
    status: 422,
    law: '国办函〔2020〕109号',
    text: '申请人逾期不缴费的，才能以此不再处理；缴费期限尚未届满或者没有收费通知。',
  },
  search_missing: {
    status: 422,
    law: 'Order 711 art. 36 (4)',
    text: '答复信息不存在或者本机关不掌握之前，请先登记检索情况（检索范围、人员和结果）。',
  },
  consultation_missing: {
    status: 422,
    law: 'Order 711 art. 32',
    text: '以保护第三方合法权益为由不予公开之前，须书面征求第三方意见。',
  },
  reasons_missing: {
    status: 422,
    law: 'Order 711 art. 36 (3)',
    text: '不予公开、部分公开、无法提供或者不予处理的，须说明理由。',
  },
  own_draft: { status: 403, law: 'Order 711 art. 45', text: '答复须由拟稿人以外的人审批。' },
  answer_changed: { status: 409, text: '答复在您查看之后有改动，请重新核对后再审批。' },
  return_needs_reason: { status: 422, text: '退回时请写明原因。' },
  delivery_before_answer: { status: 422, text: '送达日期不能早于审批日期，也不能晚于今天。' },
  duplicate_of_itself: { status: 422, text: '不能关联到申请本身，也不能形成循环。' },
  reopen_needs_reason: { status: 422, text: '重新办理须写明原因。' },
  identity_number_invalid: { status: 422, text: '身份证号码的校验位不对，请核对后重新填写。' },
  code_wrong: { status: 404, text: '编号或者查询码不对，请对照回执重新填写。查询码不区分大小写。' },
  correction_empty: { status: 422, text: '请先填写补正的内容，再提交。可以用浏览器的返回键回到填写页面。' },
  remedy_decided: { status: 409, text: '此复议或者诉讼已经登记结果。' },
  remedy_dates: { status: 422, text: '提起日期和结果日期不能晚于今天，结果日期不能早于提起日期。' },
  letter_facts_missing: {
    status: 422,
    text: '案卷里还没有这份文书要写的事项，请先登记（例如补正、延期、征求意见、收费）。',
  },
  answer_not_approved: {
    status: 409,
    law: 'Order 711 art. 45',
    text: '答复还没有批准，批准后才能制作答复文书。',
  },
  template_broken: {
    status: 422,
    text: '这个Word模板打不开或者大括号不成对，请下载现行模板修改后重新上传。',
  },
  template_fields: { status: 422, text: '模板里的字段不对，请对照字段表修改后重新上传。' },
  file_not_of_case: { status: 404, text: '案卷里没有这个文件。' },
  redaction_not_pdf: { status: 422, text: '只能遮盖PDF文件，请先把材料另存为PDF再上传。' },
  redaction_nothing: {
    status: 422,
    text: '没有要遮盖的地方：请在页面上画出区域，或者填写在文件里找得到的文字。',
  },
  redaction_too_long: { status: 413, text: '文件页数太多，请拆分后再遮盖（一次不超过200页）。' },
  nothing_released: {
    status: 422,
    law: 'Order 711 art. 44',
    text: '这件申请没有可以公开的材料，不能转为主动公开。',
  },
  not_withheld: {
    status: 422,
    law: 'Order 711 art. 18',
    text: '这件申请没有不予公开的内容，不需要定期评估。',
  },
  reassessment_dates: { status: 422, text: '评估日期不能晚于今天，下次评估日期要晚于本次。' },
} satisfies RefusalCatalogue

export const refuse = refuser(refusals)
