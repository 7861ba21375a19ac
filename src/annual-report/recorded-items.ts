import type { Form } from './form.ts'

/** Something of the report that no business record here tells; the agency writes it down with its source. */
export type RecordedItem = {
  key: string
  label: string
  /** Counts are whole numbers, amounts may have decimals, a change may be below zero, a text is a paragraph or more. */
  kind: 'count' | 'amount' | 'change' | 'text'
  unit: string
  forms: readonly Form[]
  part: string
}

const of =
  (part: string, forms: readonly Form[]) =>
  (key: string, label: string, unit: string, kind: RecordedItem['kind'] = 'count'): RecordedItem => ({
    key,
    label,
    kind,
    unit,
    forms,
    part,
  })
const response = of('回应解读情况', ['2014'])
const organisation = of('机构、经费和培训情况', ['2014'])
const disclosure = of('主动公开情况（表二）', ['2021'])
const trial = of('主动公开情况（表二）', ['2019'])
const words = of('文字部分', ['2014', '2019', '2021'])
const sixParts = of('文字部分', ['2019', '2021'])

/** One row of table two of 2019: 上一年项目数量, 本年增/减, and 处理决定数量 where the form has it. */
const trialRow = (key: string, label: string, decisions: boolean) => [
  trial(`${key}.before`, `${label}：上一年项目数量`, '项'),
  trial(`${key}.change`, `${label}：本年增/减`, '项', 'change'),
  ...(decisions ? [trial(`${key}.decisions`, `${label}：处理决定数量`, '件')] : []),
]

/** Rows and columns: rules.md 2.2 and 2.6. */
export const recordedItems: readonly RecordedItem[] = [
  of('主动公开情况', ['2014'])('normative.made', '制发规范性文件总数', '件'),
  response('press_conferences', '参加或举办新闻发布会总次数', '次'),
  response('press_conferences.by_head', '其中：主要负责同志参加新闻发布会次数', '次'),
  response('interviews', '政府网站在线访谈次数', '次'),
  response('interviews.by_head', '其中：主要负责同志参加政府网站在线访谈次数', '次'),
  response('weibo_wechat_responses', '微博微信回应事件数', '次'),
  response('other_responses', '其他方式回应事件数', '次'),
  organisation('offices', '政府信息公开工作专门机构数', '个'),
  organisation('reading_points', '设置政府信息公开查阅点数', '个'),
  organisation('staff.full_time', '专职人员数（不包括政府公报及政府网站工作人员数）', '人'),
  organisation('staff.part_time', '兼职人员数', '人'),
  organisation(
    'funding',
    '政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）',
    '万元',
    'amount',
  ),
  organisation('meetings', '召开政府信息公开工作会议或专题会议数', '次'),
  organisation('trainings', '举办各类培训班数', '次'),
  organisation('trained_people', '接受培训人员数', '人次'),
  disclosure('rules.made', '规章：本年制发件数', '件'),
  disclosure('rules.repealed', '规章：本年废止件数', '件'),
  disclosure('rules.in_force', '规章：现行有效件数', '件'),
  disclosure('licences.decisions', '行政许可：本年处理决定数量', '件'),
  disclosure('penalties.decisions', '行政处罚：本年处理决定数量', '件'),
  disclosure('compulsion.decisions', '行政强制：本年处理决定数量', '件'),
  disclosure('charges.amount', '行政事业性收费：本年收费金额', '万元', 'amount'),
  trial('rules.made', '规章：本年新制作数量', '件'),
  trial('rules.disclosed', '规章：本年新公开数量', '件'),
  trial('rules.public', '规章：对外公开总数量', '件'),
  trial('normative.made', '规范性文件：本年新制作数量', '件'),
  ...trialRow('licences', '行政许可', true),
  ...trialRow('other_services', '其他对外管理服务事项', true),
  ...trialRow('penalties', '行政处罚', true),
  ...trialRow('compulsion', '行政强制', true),
  ...trialRow('charges', '行政事业性收费', false),
  trial('procurement.items', '政府集中采购：采购项目数量', '项'),
  trial('procurement.amount', '政府集中采购：采购总金额', '万元', 'amount'),
  sixParts('text.management', '政府信息管理（总体情况）', '', 'text'),
  sixParts('text.platform', '平台建设（总体情况）', '', 'text'),
  sixParts('text.supervision', '监督保障（总体情况）', '', 'text'),
  words('text.problems', '存在的主要问题及改进情况', '', 'text'),
  sixParts('text.other', '其他需要报告的事项（写明收取信息处理费的情况）', '', 'text'),
]

export const itemsOf = (form: Form): RecordedItem[] =>
  recordedItems.filter((item) => item.forms.includes(form))
