import { App, Button } from 'antd'
import { call } from '#admin'
import { Handover, type HandoverView } from './handover.tsx'
import type { Change } from './staff-list.tsx'
import type { StaffView } from './staff-view.ts'

type Props = { row: StaffView; managesStaff: boolean; own: boolean; onChange: Change }

/** What ends something asks first, and says what it leaves behind. */
export function AccountActions({ row, managesStaff, own, onChange }: Props) {
  const { modal } = App.useApp()
  const at = `/staff/${row.id}`
  const ask = (title: string, content: React.ReactNode, okText: string, deed: () => void) =>
    modal.confirm({ title, content, okText, width: 520, onOk: deed })
  if (!managesStaff)
    return row.secondFactor ? (
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
    ) : null
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
      <Button
        type="link"
        onClick={() =>
          ask(`重置${row.name}的密码？`, '本人的全部登录立即结束，须用新的初始密码登录。', '重置', () =>
            onChange('POST', `${at}/password`),
          )
        }
      >
        重置密码
      </Button>
      {row.active && !own && (
        <Button type="link" danger onClick={() => void retire()}>
          停用
        </Button>
      )}
      {!row.active && (
        <Button type="link" onClick={() => onChange('PUT', `${at}/active`, { active: true })}>
          启用
        </Button>
      )}
    </>
  )
}
