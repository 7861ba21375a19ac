import { App, Button, Tooltip } from 'antd'
import { call } from '#admin'
import { isAdministrator } from '../administrator-roles.ts'
import { Handover, type HandoverView } from './handover.tsx'
import type { Change } from './staff-list.tsx'
import type { StaffView } from './staff-view.ts'

type Props = { row: StaffView; managesStaff: boolean; own: boolean; onChange: Change }

type Ask = (title: string, content: React.ReactNode, okText: string, deed: () => void) => void

/** What ends something asks first, and says what it leaves behind. */
export function AccountActions({ row, managesStaff, own, onChange }: Props) {
  const { modal } = App.useApp()
  const at = `/staff/${row.id}`
  const ask: Ask = (title, content, okText, deed) =>
    modal.confirm({ title, content, okText, width: 520, onOk: deed })
  if (!managesStaff) return <SecurityActions row={row} own={own} onChange={onChange} ask={ask} />
  // Server: administrator_needs_two.
  const waits = isAdministrator(row.roles) && !row.changePermitted
  const retire = async () => {
    const { groups } = await call<HandoverView>('GET', `${at}/handover`)
    ask(`停用${row.name}的账号？`, <Handover groups={groups} />, '停用', () =>
      onChange('PUT', `${at}/active`, { active: false }),
    )
  }
  return (
    <>
      {row.locked && (
        <Button type="link" onClick={() => onChange('POST', `${at}/unlocking`)}>
          解除锁定
        </Button>
      )}
      <NeedsTwo waits={waits}>
        <Button
          type="link"
          disabled={waits}
          onClick={() =>
            ask(`重置${row.name}的密码？`, '本人的全部登录立即结束，须用新的初始密码登录。', '重置', () =>
              onChange('POST', `${at}/password`),
            )
          }
        >
          重置密码
        </Button>
      </NeedsTwo>
      {row.active && !own && (
        <NeedsTwo waits={waits}>
          <Button type="link" danger disabled={waits} onClick={() => void retire()}>
            停用
          </Button>
        </NeedsTwo>
      )}
      {!row.active && (
        <NeedsTwo waits={waits}>
          <Button
            type="link"
            disabled={waits}
            onClick={() => onChange('PUT', `${at}/active`, { active: true })}
          >
            启用
          </Button>
        </NeedsTwo>
      )}
    </>
  )
}

function NeedsTwo({ waits, children }: { waits: boolean; children: React.ReactNode }) {
  return waits ? (
    <Tooltip title="管理员账号须两人办理：请先由安全管理员在“角色授权”中准予">
      <span>{children}</span>
    </Tooltip>
  ) : (
    children
  )
}

type SecurityProps = Omit<Props, 'managesStaff'> & { ask: Ask }
/** The other duty over the same account: second factor, identity, and the word that an administrator's account may be changed. */
function SecurityActions({ row, own, onChange, ask }: SecurityProps) {
  const at = `/staff/${row.id}`
  return (
    <>
      {isAdministrator(row.roles) && !own && !row.changePermitted && (
        <Button
          type="link"
          onClick={() =>
            ask(
              `准予改动${row.name}的账号？`,
              '二十四小时内，系统管理员可以重置此账号的密码或者停用、启用此账号一次。请先核实是本人或者机关的要求。',
              '准予',
              () => onChange('PUT', `${at}/permitted-change`),
            )
          }
        >
          准予改动
        </Button>
      )}
      {row.secondFactor && (
        <Button
          type="link"
          danger
          onClick={() =>
            ask(
              `重置${row.name}的第二验证？`,
              '仅在本人丢失身份验证器和备用码时办理，请先核实身份。重置后凭密码即可登录，须重新启用。',
              '重置',
              () => onChange('DELETE', `${at}/second-factor`),
            )
          }
        >
          重置第二验证
        </Button>
      )}
      {row.bound && (
        <Button
          type="link"
          danger
          onClick={() =>
            ask(
              `解除${row.name}的统一身份绑定？`,
              '仅在本人的统一身份认证账号更换时办理。解除后本人的登录立即结束，下次按用户名重新绑定。',
              '解除',
              () => onChange('DELETE', `${at}/identity`),
            )
          }
        >
          解除绑定
        </Button>
      )}
    </>
  )
}
