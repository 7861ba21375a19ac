import { type RefusalCatalogue, refuser } from '#platform'

export const refusals = {
  wrong_status: { status: 409, text: '来信当前的状态不能办理此事项，请刷新页面查看最新状态。' },
  mailbox_unknown: { status: 422, text: '没有这个信箱，请重新选择。' },
  author_missing: { status: 422, text: '这个信箱需要填写姓名和联系电话，方便核实和回复。' },
  attachments_too_many: { status: 422, text: '附件太多，请合并成较少的文件后再提交。' },
  wrote_too_often: {
    status: 429,
    text: '您或者您所在的网络短时间内提交的来信太多，请一小时后再试，或者拨打咨询电话。您填写的内容都在。',
  },
  same_text: {
    status: 429,
    text: '内容相同的来信今天已经收到多次，不需要重复提交，请凭回执查询办理情况。',
  },
  own_reply: { status: 403, text: '答复须由拟稿人以外的人审批。' },
  own_public_version: { status: 403, text: '公开内容由您修改过，须由另一个人决定公开。' },
  own_reply_public: { status: 403, text: '答复由您拟写，须由另一个人决定公开。' },
  own_basis: { status: 403, text: '公开的依据由您登记，须由另一个人决定公开。' },
  consented_already: { status: 409, text: '来信人已经同意公开，不需要再登记依据。' },
  consent_withdrawn: {
    status: 409,
    text: '来信人已经撤回公开，不能代为同意；来信人可以凭查询码另写一封来信。',
    law: 'PIPL art. 15',
  },
  public_version_changed: { status: 409, text: '公开内容在您查看之后有改动，请重新核对后再公开。' },
  reply_changed: { status: 409, text: '答复或者公开内容在您查看之后有改动，请重新核对后再审批。' },
  reply_has_stars: {
    status: 422,
    text: '答复里有隐去个人信息的星号，可能是采用其他来信的答复时带来的，来信人会看到。请改写，或者确认就是这样。',
  },
  return_needs_reason: { status: 422, text: '退回或者重新办理时请写明原因。' },
  dispatch_needs_reason: { status: 422, text: '改派到其他处室时请写明原因。' },
  department_unknown: { status: 422, text: '处室不存在或者已经停用，请重新选择。' },
  not_dispatched_to_you: { status: 403, text: '这封来信没有转给您所在的处室，请联系信件管理人员转办。' },
  claimed_already: { status: 409, text: '您所在的处室已经签收，请刷新页面。' },
  other_department: { status: 403, text: '这封来信由主办处室答复；需要由您答复的，请先改派。' },
  authority_missing: {
    status: 422,
    text: '请写明应当向哪个单位反映以及联系方式，来信人会看到。',
    law: '信访工作条例 art. 22',
  },
  merge_target_wrong: { status: 422, text: '没有找到可以并入的来信，请核对主件编号。' },
  not_supervised: { status: 409, text: '这封来信没有在督办，请刷新页面。' },
  follow_up_open: { status: 409, text: '回访还没有完成，请先填写回访结果再办结。' },
  follow_up_missing: { status: 409, text: '没有待完成的回访，请刷新页面。' },
  topic_unknown: { status: 422, text: '主题不存在或者已经停用，请重新选择。' },
  topic_exists: { status: 409, text: '同一级已经有这个主题，请换一个名称。' },
  topic_too_deep: { status: 422, text: '主题最多三级，请选择一级或者二级主题作为上级。' },
  topic_file_wrong: {
    status: 422,
    text: '没有读到主题，请使用含有 level1、level2、level3 三列的 CSV 文件（UTF-8）。',
  },
  mailbox_exists: { status: 409, text: '已经有这个信箱，请换一个代码。' },
  no_consent: { status: 422, text: '来信人没有同意公开，不能公开这封来信。', law: 'PIPL art. 25' },
  rated_already: { status: 409, text: '您已经评价过，感谢您的参与。' },
  not_replied: { status: 409, text: '来信还没有答复，答复后才能评价。' },
  objection_empty: { status: 422, text: '请写明还有什么问题没有解决，再提交追问。' },
  objection_too_late: { status: 409, text: '已经超过对答复提出意见的期限，请另写一封来信。' },
  nothing_to_withdraw: { status: 409, text: '来信已经答复，并且没有公开，不需要撤回。' },
  name_withdrawn_already: { status: 409, text: '姓名和联系方式已经删除。' },
} satisfies RefusalCatalogue

export const refuse = refuser(refusals)
