import { Refusal, type RefusalCatalogue, refuser } from '#platform'

/** What no article says: the office, the program or the calendar does. Shown where an article would stand. */
export const houseRule = '本机关的办理规则，不是法律条文'

export const refusals = {
  not_allowed: {
    status: 403,
    law: 'Order 711 art. 4 ¶1',
    text: '按照本机关的岗位分工，您的账号没有办理此事项的权限；确需办理的，请联系安全管理员调整角色。',
  },
  event_before_receipt: {
    status: 422,
    law: 'Order 711 art. 33 ¶2',
    text: '办理事项的日期不能早于收到申请的日期，也不能早于上一事项。',
  },
  correction_late: {
    status: 422,
    law: 'Order 711 art. 30',
    text: '补正告知须在收到申请之日起七个工作日内作出，已超过期限。',
  },
  correction_after_due: {
    status: 422,
    law: 'Order 492 art. 24',
    text: '答复期限已过，不能再登记告知补正、重新起算期限，写更早的日期也不算数，请尽快答复。',
  },
  approved_before_proposed: {
    status: 422,
    law: 'Order 711 art. 33 ¶2',
    text: '批准延长的日期不能早于提出延长的日期，请核对。',
  },
  correction_twice: { status: 422, law: 'Order 711 art. 30', text: '补正告知只能作出一次。' },
  correction_not_asked: { status: 422, law: 'Order 711 art. 30', text: '没有尚待补正的告知，不能登记补正。' },
  extension_twice: { status: 422, law: 'Order 711 art. 33', text: '答复期限只能延长一次。' },
  extension_after_due: {
    status: 422,
    law: 'Order 711 art. 33',
    text: '答复期限已过，不能再延长；期限届满以后才登记的延长，写更早的日期也不算数，请尽快答复。',
  },
  extension_of_set_date: {
    status: 422,
    law: 'Order 711 art. 33 ¶2',
    text: '答复日期已经另行确定（延迟答复或者责令重新答复），不能再延长期限。',
  },
  extension_too_long: { status: 422, law: 'Order 711 art. 33', text: '延长的期限超过法定上限。' },
  consultation_unknown: { status: 422, law: 'Order 711 art. 32', text: '没有对应的征求意见，不能登记反馈。' },
  consultation_closed: { status: 409, law: 'Order 711 art. 32', text: '这次征求意见已经登记了结果。' },
  consultation_not_lapsed: {
    status: 422,
    law: 'Order 711 art. 32',
    text: '提出意见的期限尚未届满，不能登记为逾期未答复。',
  },
  refusal_needs_reasons: {
    status: 422,
    law: 'Order 711 art. 32',
    text: '第三方不同意公开的须有合理理由，请写明。',
  },
  override_without_refusal: {
    status: 422,
    law: 'Order 711 art. 32',
    text: '只有第三方不同意公开时，才能以公共利益为由决定公开。',
  },
  override_needs_reason: {
    status: 422,
    law: 'Order 711 art. 32',
    text: '决定公开的，请写明不公开会对公共利益造成什么重大影响。',
  },
  override_not_told: {
    status: 422,
    law: 'Order 711 art. 32',
    text: '决定公开的内容和理由须先书面告知第三方，再答复申请人。',
  },
  third_party_refused: {
    status: 422,
    law: 'Order 711 art. 32',
    text: '第三方不同意公开且有合理理由，不能予以公开；认为不公开会对公共利益造成重大影响的，须由审批人决定。',
  },
  fee_old_rules: {
    status: 422,
    law: 'Order 492 art. 27',
    text: '2019年5月15日以前收到的申请不收取信息处理费，只能收取检索、复制、邮寄等成本费用。',
  },
  values_back_dated: {
    status: 422,
    law: houseRule,
    text: '只能从今天或者以后的日期起生效，已经收到的申请按原来的数值计算。',
  },
  fee_before_measure: {
    status: 422,
    law: '国办函〔2020〕109号',
    text: '信息处理费管理办法施行以前收到的申请，不收取信息处理费。',
  },
  costs_new_rules: {
    status: 422,
    law: 'Order 711 art. 42',
    text: '2019年5月15日以后收到的申请不收取检索、复制、邮寄费用；数量、频次明显超过合理范围的，请发出收费通知。',
  },
  costs_before_receipt: {
    status: 422,
    law: 'Order 492 art. 27',
    text: '缴费日期不能早于收到申请之日，请核对收据。',
  },
  fee_nothing_due: {
    status: 422,
    law: 'Order 711 art. 42',
    text: '按标准计算不应收费：每月10件以内、30页以内免费。',
  },
  fee_twice: {
    status: 422,
    law: '国办函〔2020〕109号',
    text: '一件申请只能发出一次收费通知。',
  },
  fee_notice_late: {
    status: 422,
    law: '国办函〔2020〕109号',
    text: '收费通知须在答复期限内发出并登记，期限已过。',
  },
  extension_needs_reason: {
    status: 422,
    law: 'Order 711 art. 33 ¶2',
    text: '延长答复期限须写明理由，并写明何时、以什么方式告知申请人。',
  },
  told_on_impossible: {
    status: 422,
    law: 'Order 711 art. 33 ¶2',
    text: '告知申请人的日期不能早于批准日期，也不能晚于今天。',
  },
  own_extension: {
    status: 403,
    law: 'Order 711 art. 33 ¶2',
    text: '延长期限须由提出延长的人以外的负责人批准。',
  },
  parts_missing: {
    status: 422,
    law: 'Order 711 art. 37',
    text: '部分公开的，请逐项写明公开和不公开的部分，不公开的部分写明理由。',
  },
  legal_review_missing: {
    status: 422,
    law: 'Order 711 art. 45',
    text: '不予公开和部分公开的答复，须先经合法性审核，再审批。',
  },
  legal_review_objects: {
    status: 422,
    law: 'Order 711 art. 45',
    text: '合法性审核不同意，请退回修改。',
  },
  legal_opinion_missing: { status: 422, law: 'Order 711 art. 45', text: '不同意的，请写明审核意见。' },
  tracking_number_missing: {
    status: 422,
    law: houseRule,
    text: '邮寄送达的，请填写邮件编号（字母和数字，至少8位）。',
  },
  claimed_already: {
    status: 409,
    law: houseRule,
    text: '已经有人承办，请刷新页面；需要换人的，请重新交办。',
  },
  other_department: {
    status: 409,
    law: houseRule,
    text: '申请已经交给其他部门办理，只有该部门的人可以认领；分工有误的，请重新交办。',
  },
  assignee_unknown: {
    status: 422,
    law: houseRule,
    text: '没有这个处室，或者承办人不是该处室办理申请的人，请重新选择。',
  },
  internal_due_after_answer: {
    status: 422,
    law: 'Order 711 art. 33 ¶2',
    text: '内部办理期限不能晚于法定的答复期限，请提前。',
  },
  internal_due_past: { status: 422, law: houseRule, text: '内部办理期限不能早于今天。' },
  respond_by_past: { status: 422, law: 'Order 711 art. 30', text: '补正期限须晚于告知日期，并且合理。' },
  file_missing: { status: 422, law: houseRule, text: '请选择要上传的文件。' },
  public_log_personal_data: {
    status: 422,
    law: 'Order 711 art. 15',
    text: '公开的内容里有个人信息，不能列入答复目录，请改写。',
  },
  retention_not_over: {
    status: 422,
    law: '个人信息保护法 art. 47 ¶2',
    text: '档案保管期限尚未届满，个人信息只能保存，不能删除；期满后可以删除。',
  },
  remedy_open: {
    status: 422,
    law: '个人信息保护法 art. 47 ¶2',
    text: '有尚未审结的复议或者诉讼，不能删除申请人信息。',
  },
  erased_already: { status: 409, law: '个人信息保护法 art. 47', text: '申请人信息已经删除。' },
  not_a_petition: {
    status: 422,
    law: 'Order 711 art. 39 ¶1',
    text: '只有答复为“信访举报投诉类申请”的，才能转到信箱办理。',
  },
  rerouted_already: { status: 409, law: 'Order 711 art. 39 ¶1', text: '已经转到信箱办理。' },
  no_email: { status: 422, law: 'Order 711 art. 40', text: '申请人没有留下电子邮箱，请选择其他送达方式。' },
  mail_not_set_up: {
    status: 422,
    law: houseRule,
    text: '本系统没有配置邮件服务器，邮件不会真正发出。请选择其他送达方式，或者请系统管理员配置邮件服务器。',
  },
  answer_letter_missing: {
    status: 422,
    law: 'Order 711 art. 40',
    text: '还没有制作这份答复的文书，邮件没有可以附上的答复书。请先在“文书”中制作“答复文书（按批准的答复）”，再用邮件送达。',
  },
  fee_not_asked: { status: 422, law: '国办函〔2020〕109号', text: '没有尚待缴纳的收费通知，不能登记缴费。' },
  fee_late: {
    status: 422,
    law: '国办函〔2020〕109号',
    text: '已超过缴费期限，视为放弃申请。',
  },
  clock_stopped: {
    status: 422,
    law: 'Order 711 art. 30',
    text: '正在等待申请人补正或缴费，期限尚未重新起算，不能办理此事项。',
  },
  before_the_regulation: {
    status: 422,
    law: 'Order 492 art. 38',
    text: '《政府信息公开条例》自2008年5月1日起施行，收到日期不能早于这一天，请核对。',
  },
  volume_old_rules: {
    status: 422,
    law: 'Order 711 art. 35',
    text: '2019年5月15日以前收到的申请，不适用要求说明理由和延迟答复的规定。',
  },
  reasons_not_asked: {
    status: 422,
    law: 'Order 711 art. 35',
    text: '尚未要求申请人说明理由，请先登记要求说明理由。',
  },
  reasons_not_weighed: {
    status: 422,
    law: 'Order 711 art. 35',
    text: '认为申请理由合理的，才能确定延迟答复的日期；请先要求申请人说明理由，再登记对理由的判断。',
  },
  volume_date_twice: {
    status: 422,
    law: 'Order 711 art. 35',
    text: '答复日期已经另行确定，不能再次确定。',
  },
  volume_date_late: {
    status: 422,
    law: 'Order 711 art. 35',
    text: '答复期限已过，不能再确定延迟答复的日期，写更早的日期也不算数，请尽快答复。',
  },
  volume_needs_reason: {
    status: 422,
    law: 'Order 711 art. 35',
    text: '确定延迟答复的日期须写明理由，并写明何时、以什么方式告知申请人。',
  },
  ordered_day_past: {
    status: 422,
    law: 'Order 711 art. 51',
    text: '要求重新答复的最后日期不能早于重新办理的日期。',
  },
  notice_before_decision: {
    status: 422,
    law: 'Order 711 art. 32',
    text: '告知第三方的日期不能早于决定公开的日期。',
  },
  payment_before_notice: {
    status: 422,
    law: '国办函〔2020〕109号',
    text: '缴费日期不能早于收费通知的日期，请核对缴款凭据。',
  },
  remedy_before_request: {
    status: 422,
    law: 'Order 711 art. 51',
    text: '举报投诉、复议或者诉讼的日期不能早于申请到达的日期，也不能早于《条例》施行的日期（2008年5月1日）。',
  },
  volume_date_early: {
    status: 422,
    law: 'Order 711 art. 35',
    text: '延迟答复的日期须晚于原答复期限。',
  },
  wrong_status: {
    status: 409,
    law: houseRule,
    text: '申请当前的状态不能办理此事项，请刷新页面查看最新状态。',
  },
  not_received: { status: 409, law: 'Order 711 art. 31', text: '申请尚未确认收到，期限没有起算。' },
  date_beyond_calendar: {
    status: 422,
    law: houseRule,
    text: '日期超出了已知放假安排的范围，请核对日期，或者先载入当年的放假通知。',
  },
  edit_too_late: {
    status: 409,
    law: houseRule,
    text: '提交已满10分钟，不能再修改；需要改动的，可以撤回后重新申请。',
  },
  description_short: {
    status: 422,
    law: 'Order 711 art. 29 ¶2 (2)',
    text: '请写明所需信息的名称、文号或者其他特征。',
  },
  words_too_long: { status: 422, law: houseRule, text: '填写的内容超过20000个字，请缩短后再提交。' },
  payment_incomplete: { status: 422, law: '国办函〔2020〕109号', text: '请填写缴费日期和缴款凭据。' },
  receipt_in_future: { status: 422, law: 'Order 711 art. 31', text: '收到日期不能晚于今天。' },
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
  event_in_future: { status: 422, law: houseRule, text: '办理事项的日期不能晚于今天。' },
  answer_while_waiting: {
    status: 409,
    law: 'Order 711 art. 30',
    text: '正在等待补正、缴费或征求意见的结果，期限尚未起算，不能答复。',
  },
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
  third_party_agreed: {
    status: 422,
    law: 'Order 711 art. 15',
    text: '第三方同意公开，或者已决定为公共利益公开的，不能再以保护第三方合法权益为由不予公开。',
  },
  correction_missing: {
    status: 422,
    law: 'Order 711 art. 30',
    text: '答复补正后仍不明确之前，须先告知申请人补正，并登记收到的补正。',
  },
  detail_wrong: {
    status: 422,
    law: 'Order 711 art. 36',
    text: '具体情形与处理结果不相符，或者没有选择。信息不存在、不属于本机关公开，商业秘密、个人隐私须分别写明。',
  },
  duplicate_unknown: {
    status: 422,
    law: 'Order 711 art. 36 (6)',
    text: '没有这个编号的申请，请核对编号，例如 2018-0001。',
  },
  duplicate_not_linked: {
    status: 409,
    law: 'Order 711 art. 36 (6)',
    text: '这一申请没有关联，不需要取消。请刷新页面。',
  },
  duplicate_reason_missing: {
    status: 422,
    law: 'Order 711 art. 36 (6)',
    text: '更正或者取消已有的关联，请写明原因。',
  },
  duplicate_rested_on: {
    status: 409,
    law: 'Order 711 art. 36 (6)',
    text: '答复以重复申请为由，不能取消关联。请先退回答复或者重新办理，也可以关联到正确的编号。',
  },
  duplicate_missing: {
    status: 422,
    law: 'Order 711 art. 36 (6)',
    text: '以重复申请为由不予处理之前，请先关联到同一申请人已经答复的申请。',
  },
  excess_not_weighed: {
    status: 422,
    law: 'Order 711 art. 35',
    text: '以无正当理由大量反复申请为由不予处理之前，须先要求申请人说明理由，并登记理由不合理。',
  },
  correction_incomplete: {
    status: 422,
    law: 'Order 711 art. 30',
    text: '补正告知须一次写明需要补正的事项和合理的补正期限。',
  },
  reasons_missing: {
    status: 422,
    law: 'Order 711 art. 36 (3)',
    text: '不予公开、部分公开、无法提供或者不予处理的，须说明理由。',
  },
  own_draft: { status: 403, law: 'Order 711 art. 45', text: '答复须由拟稿人以外的人审批。' },
  answer_changed: {
    status: 409,
    law: 'Order 711 art. 45',
    text: '答复在您查看之后有改动，请重新核对后再审批。',
  },
  release_after_draft: {
    status: 409,
    law: 'Order 711 art. 45',
    text: '答复已经提交审批，提供哪些材料不能再改动。确需改动的：尚未送达的，请先“撤回拟稿”，改好后重新提交审批；已经送达的，请由审批人“重新办理”。',
  },
  release_changed: {
    status: 409,
    law: 'Order 711 art. 45',
    text: '案卷里选定提供的材料与这份答复拟稿时的不一致，不能批准或者送达。请承办人“撤回拟稿”（或者由审批人退回），重新提交审批。',
  },
  recall_needs_reason: { status: 422, law: 'Order 711 art. 45', text: '撤回拟稿须写明原因，写入办理记录。' },
  answer_empty: {
    status: 422,
    law: 'Order 711 art. 36 (2)',
    text: '予以公开的，请写明信息的内容或者获取的方式、途径和时间，或者选定随答复提供的材料，不能是空白答复。',
  },
  answer_place_missing: {
    status: 422,
    law: 'Order 711 art. 36 (1)',
    text: '所申请的信息已经主动公开的，请写明获取的方式和途径（例如栏目、网址或者查阅的地点）。',
  },
  return_needs_reason: { status: 422, law: 'Order 711 art. 45', text: '退回时请写明原因。' },
  delivery_before_answer: {
    status: 422,
    law: 'Order 711 art. 45',
    text: '送达日期不能早于审批日期，也不能晚于今天。',
  },
  duplicate_of_itself: {
    status: 422,
    law: 'Order 711 art. 36 (6)',
    text: '不能关联到申请本身，也不能形成循环。',
  },
  reopen_needs_reason: { status: 422, law: 'Order 711 art. 51', text: '重新办理须写明原因。' },
  reopen_needs_document: {
    status: 422,
    law: 'Order 711 art. 51',
    text: '依据复议决定、裁判或者上级机关决定重新办理的，请填写文号。',
  },
  reopen_before_answer: {
    status: 422,
    law: 'Order 711 art. 51',
    text: '重新办理的日期不能早于原答复的日期。',
  },
  nothing_lacking: {
    status: 409,
    law: 'Order 711 art. 29 ¶2 (1)',
    text: '申请人的身份证明和联系方式已经齐全，不需要补录；申请人要求更正的，请填写更正的原因。',
  },
  identity_number_invalid: {
    status: 422,
    law: 'Order 711 art. 29 ¶2 (1)',
    text: '身份证号码的校验位不对，请核对后重新填写。',
  },
  credit_code_invalid: {
    status: 422,
    law: 'Order 711 art. 29 ¶2 (1)',
    text: '统一社会信用代码的校验位不对，请核对后重新填写。',
  },
  application_incomplete: {
    status: 422,
    law: 'Order 711 art. 29 ¶2',
    text: '申请还缺必须的内容，请按提示补齐；已填写的内容都在。',
  },
  identity_proof_missing: {
    status: 422,
    law: 'Order 711 art. 29 ¶2 (1)',
    text: '请上传身份证明的照片或者扫描件。',
  },
  identity_proof_type: { status: 415, law: houseRule, text: '身份证明请使用 pdf、jpg 或者 png 文件。' },
  identity_proof_too_large: {
    status: 413,
    law: houseRule,
    text: '身份证明不能超过10MB，请压缩或者重新拍照后再上传；已填写的内容都在。',
  },
  receipt_not_arrival: {
    status: 422,
    law: 'Order 711 art. 31',
    text: '当面提交以提交之日、挂号信和快递以签收之日为收到之日，收到日期须与到达日期相同。',
  },
  correction_empty: {
    status: 422,
    law: 'Order 711 art. 30',
    text: '请先填写补正的内容，再提交。可以用浏览器的返回键回到填写页面。',
  },
  remedy_decided: { status: 409, law: 'Order 711 art. 51', text: '此复议或者诉讼已经登记结果。' },
  remedy_dates: {
    status: 422,
    law: 'Order 711 art. 51',
    text: '提起日期和结果日期不能晚于今天，结果日期不能早于提起日期。',
  },
  letter_facts_missing: {
    status: 422,
    law: houseRule,
    text: '案卷里还没有这份文书要写的事项，请先登记（例如补正、延期、征求意见、收费）。',
  },
  answer_not_approved: {
    status: 409,
    law: 'Order 711 art. 45',
    text: '答复还没有批准，批准后才能制作答复文书。',
  },
  template_broken: {
    status: 422,
    law: houseRule,
    text: '这个Word模板打不开或者大括号不成对，请下载现行模板修改后重新上传。',
  },
  template_fields: { status: 422, law: houseRule, text: '模板里的字段不对，请对照字段表修改后重新上传。' },
  file_not_of_case: { status: 404, law: houseRule, text: '案卷里没有这个文件。' },
  redaction_not_pdf: {
    status: 422,
    law: houseRule,
    text: '只能遮盖PDF、图片（jpg、png、gif、webp）和纯文本文件。Word、Excel、PPT等文件，请在办公软件中“另存为PDF”或者“导出为PDF”，上传PDF后再遮盖。',
  },
  redaction_nothing: {
    status: 422,
    law: houseRule,
    text: '没有要遮盖的地方：请在页面上画出区域，或者填写在文件里找得到的文字。',
  },
  redaction_term_missing: {
    status: 422,
    law: houseRule,
    text: '有的文字在文件里没有找到，没有生成遮盖件。请核对写法；是图片或者手写的，请在页面上画出区域，并从文字中去掉。',
  },
  redaction_too_long: {
    status: 413,
    law: houseRule,
    text: '文件页数太多，请拆分后再遮盖（一次不超过200页）。',
  },
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
  reassessment_dates: {
    status: 422,
    law: 'Order 711 art. 18',
    text: '评估日期不能晚于今天，不能早于答复或者上次评估的日期；下次评估日期要晚于本次。',
  },
} satisfies RefusalCatalogue

export const refuse = refuser(refusals)

/** The same, by the article that says so in this case: of the rules it runs under, or of what was tried. */
export const refuseBy = (
  law: string,
  code: keyof typeof refusals,
  fields?: Record<string, string>,
): Refusal => new Refusal(code, { ...refusals[code], law }, fields)
