import type { CallKind } from '#hotline'

/** What somebody asks in the page and what an agent answers; of our own writing. `more`: a second question and its answer. */
export type TalkText = {
  topic: string
  kind: CallKind
  question: string
  answer: string
  more?: readonly [string, string]
}

export const talkTexts: readonly TalkText[] = [
  {
    topic: '会计人员',
    kind: 'service_guide',
    question: '会计人员信息采集填错了工作单位，网上能改吗？',
    answer: '可以。登录信息采集系统，在“信息变更”中修改后提交，审核通过就生效，不需要到现场。',
    more: ['大概多久审核完？', '一般五个工作日以内，结果在系统里显示。'],
  },
  {
    topic: '政府采购',
    kind: 'policy_consultation',
    question: '我们是小微企业，参加政府采购评审有没有价格扣除？',
    answer: '有。符合规定的小微企业，评审时按采购文件写明的比例给予价格扣除，请随投标文件提交声明函。',
  },
  {
    topic: '缴款和票据',
    kind: 'service_guide',
    question: '单位第一次领财政票据，要带什么材料？',
    answer: '请带领购证申请表、单位法人证书复印件和经办人身份证，到服务窗口办理，当场发证。',
    more: ['可以委托同事来吗？', '可以，另带单位介绍信和受托人身份证。'],
  },
  {
    topic: '补贴发放',
    kind: 'information_query',
    question: '今年的贷款贴息公示结束了，钱什么时候到账？',
    answer: '公示期满没有异议的，在一个月内拨付到企业账户；超过一个月没有收到的，请再与我们联系。',
  },
  {
    topic: '信息公开',
    kind: 'information_query',
    question: '去哪里看今年的部门预算？',
    answer: '在本站“政务公开”频道的预决算栏目，可以按年度查看，也可以在站内搜索“部门预算”。',
  },
  {
    topic: '会计考试',
    kind: 'service_guide',
    question: '初级会计考试的准考证打印不出来怎么办？',
    answer: '请换用其他浏览器，并允许弹出窗口；仍然不行的，打印期内可以拨打考试页面公布的技术支持电话。',
  },
  {
    topic: '会计管理',
    kind: 'policy_consultation',
    question: '新设资产评估机构是审批还是备案？',
    answer: '实行备案管理，请在领取营业执照之日起三十日内备案，材料清单见本站办事指南。',
    more: ['备案在网上办还是窗口办？', '先在备案系统填报，再到窗口核对原件。'],
  },
  {
    topic: '意见建议',
    kind: 'complaint_report',
    question: '窗口中午没有人，能不能安排轮班？',
    answer: '感谢您的建议，我们已经转给服务窗口研究，现在中午可以通过网上大厅提交材料。',
  },
]
