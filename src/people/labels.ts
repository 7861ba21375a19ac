import type { Role } from './contract.ts'

export const roleLabels = {
  author: '信息采编',
  reviewer: '初审',
  secrecy_reviewer: '保密审查',
  publisher: '签发',
  foi_officer: '依申请公开承办',
  correspondence_officer: '信件承办',
  hotline_agent: '热线坐席',
  statistician: '统计',
  supervisor: '分管领导',
  system_administrator: '系统管理员',
  security_administrator: '安全管理员',
  audit_administrator: '审计管理员',
} satisfies Record<Role, string>
