import { type RefusalCatalogue, refuser } from '#platform'

export const refusals = {
  wrong_status: { status: 409, text: '信息当前的状态不能办理此操作，请刷新页面查看最新状态。' },
  edited_by_other: {
    status: 409,
    text: '其他人已修改此稿件。您填写的内容没有丢失，请对照最新版本后再保存。',
  },
  precheck_failed: { status: 422, text: '发布前检查发现必须改正的问题，请按提示修改后再提交。' },
  own_submission: {
    status: 403,
    law: 'Order 711 art. 17',
    text: '不能审核自己提交的稿件，请由其他人员审核。',
  },
  secrecy_same_person: {
    status: 403,
    law: 'Order 711 art. 17',
    text: '保密审查须由未参与其他审核环节的人员办理。',
  },
  secrecy_step_required: {
    status: 422,
    law: 'Order 711 art. 17',
    text: '审核流程必须包含由专人办理的保密审查步骤。',
  },
  warnings_need_words: { status: 422, text: '检查中有还没有处理意见的提醒事项，请对每一项写明处理意见。' },
  return_needs_comment: { status: 422, text: '退回时请写明原因，方便作者修改。' },
  approval_void: { status: 409, text: '稿件在审核后有改动，原审核意见已失效，请重新提交审核。' },
  schedule_in_past: { status: 422, text: '定时发布的时间须晚于现在，请重新选择。' },
  withdrawal_before_publication: { status: 422, text: '定时撤稿的时间须晚于定时发布的时间，请重新选择。' },
  no_withdrawal_set: { status: 409, text: '此信息没有设定撤稿时间，请刷新页面查看最新状态。' },
  not_for_publication: {
    status: 422,
    law: 'Order 711 art. 13',
    text: '公开属性不是“主动公开”的信息不能发布到网站。',
  },
  emergency_same_person: { status: 403, text: '紧急发布须由没有参与撰写和发布的另一人复核确认。' },
  emergency_changed: {
    status: 409,
    text: '公开的内容在您查看之后有改动，请刷新页面重新核对后再确认。',
  },
  no_emergency: { status: 409, text: '此信息不是紧急发布，或者已经复核。' },
  reason_not_public: {
    status: 422,
    law: 'Order 711 art. 15',
    text: '撤稿原因会显示给公众，其中有不能公开的内容，请按提示修改。',
  },
  merge_target_invalid: { status: 422, text: '请选择一条已公开的其他信息作为合并目标。' },
  merge_loop: { status: 422, text: '合并目标最终又指向本条信息，请另选目标。' },
  delivery_not_public: { status: 409, text: '信息还没有在网站公开，公开以后再登记其他渠道。' },
  delivery_day_wrong: { status: 422, text: '发布日期不能晚于今天，请核对。' },
  department_unknown: { status: 422, text: '没有找到所选处室，请重新选择。' },
  section_closed: { status: 422, text: '所选栏目已停用，请选择其他栏目。' },
  section_unknown: { status: 422, text: '没有找到所选栏目，请重新选择。' },
  section_code_taken: { status: 409, text: '此栏目代码已被使用，请换一个。' },
  sections_exist: {
    status: 409,
    text: '已经有栏目，标准栏目只能在还没有任何栏目时建立。请刷新页面，用“新建栏目”逐个添加。',
  },
  section_loop: { status: 422, text: '上级栏目不能是本栏目或其下级栏目，请重新选择。' },
  section_ended: { status: 409, text: '此栏目已经停用或者合并，请刷新页面查看最新状态。' },
  section_merge_invalid: { status: 422, text: '只能合并到另一个正在使用的栏目，请重新选择。' },
  interpretation_form_missing: { status: 422, text: '政策解读须选择解读形式。' },
  link_needs_reviewer: {
    status: 403,
    text: '这两篇都已提交或者公开，关联会直接改变公开页面，请由审核人员或者签发人员办理。',
  },
  link_kinds: { status: 422, text: '只能把政策解读关联到政策文件。' },
  attachment_unknown: { status: 422, text: '有附件没有上传成功，请重新上传。' },
  successor_invalid: { status: 422, text: '替代文件须是本系统中的另一份政策文件，请重新选择。' },
  document_unreadable: {
    status: 422,
    text: '不能读取这个文件。请用 .docx 格式（旧的 .doc 请先另存为 .docx），不超过 30 MB，没有密码。',
  },
  unsafe_content: { status: 422, text: '正文中没有可以显示的内容，请检查后重新粘贴。' },
} satisfies RefusalCatalogue

export const refuse = refuser(refusals)
