import { latestCheck } from '#audit'
import { can, type Desk } from '#people'

/** Only when the chain does not hold: a quiet desk is good news. */
export const auditDesk: Desk = async ({ db }, staff) => {
  if (!can(staff, 'audit.read')) return []
  const check = await latestCheck(db)
  if (!check || check.brokenId === null) return []
  return [
    {
      key: 'audit_chain',
      group: '系统',
      label: '日志链不可信的起始序号',
      count: check.brokenId,
      unit: '',
      href: '/audit',
      overdue: 1,
      note: '请立即报告安全管理员',
    },
  ]
}
