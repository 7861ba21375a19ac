import type { Task } from './task-list.ts'

/** The three channels of the navigation bar, by the kinds of section they gather. */
export const channels = {
  disclosure: {
    name: '政务公开',
    says: '本机关制作和保存的信息，以公开为常态、不公开为例外。没有找到的，可以申请公开。',
    kinds: ['overview', 'news', 'notices', 'policies', 'interpretations', 'data', 'repost', 'feature'],
  },
  interaction: {
    name: '互动交流',
    says: '您的来信由承办处室办理，在承诺期限内答复。',
    kinds: ['interaction'],
  },
  services: { name: '网上服务', says: '办事指南、名录和服务提示。', kinds: ['service'] },
} as const
export type Channel = keyof typeof channels

/** What a citizen came to do, channel by channel. */
export const channelTasks: Record<Channel, readonly Task[]> = {
  disclosure: [
    { href: '/requests', drawing: 'apply', name: '依申请公开', says: '填表、查进度、领取答复' },
    { href: '/guide', drawing: 'guide', name: '公开指南', says: '怎样查、怎样申请' },
    { href: '/catalogue', drawing: 'catalogue', name: '公开目录', says: '按索引号和日期查' },
    { href: '/reports', drawing: 'report', name: '年度报告', says: '每个数字都能查到记录' },
    { href: '/leaders', drawing: 'leader', name: '领导信息', says: '职务、分工和简历' },
    { href: '/departments', drawing: 'structure', name: '机构设置', says: '处室、电话和地点' },
    { href: '/functions', drawing: 'duties', name: '机构职能', says: '本机关做什么' },
    { href: '/requests/log', drawing: 'answer', name: '答复目录', says: '别人申请过什么' },
  ],
  interaction: [
    { href: '/letters/new', drawing: 'letter', name: '我要写信', says: '咨询、建议、投诉' },
    { href: '/letters/track', drawing: 'progress', name: '查询来信', says: '凭编号和查询码' },
    { href: '/chat', drawing: 'chat', name: '在线交流', says: '工作时间坐席在线答复' },
    { href: '/letters', drawing: 'answer', name: '来信和答复', says: '别人问过什么' },
    { href: '/answers', drawing: 'guide', name: '常见问题', says: '先看这里，也许已有答案' },
    { href: '/site-errors/new', drawing: 'wrong', name: '网站找错', says: '发现错误请告诉我们' },
    { href: '/site-errors', drawing: 'catalogue', name: '找错公开', says: '改正了什么' },
  ],
  services: [
    { href: '/answers', drawing: 'guide', name: '常见问题', says: '办事前先看一看' },
    { href: '/progress', drawing: 'progress', name: '查进度', says: '凭编号和查询码' },
    { href: '/letters/new', drawing: 'letter', name: '咨询', says: '写信询问怎样办' },
  ],
}
