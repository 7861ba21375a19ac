import { Menu } from 'antd'
import { useLocation } from 'wouter'
import { menuEntryOf } from './menu-entry.ts'
import type { Screen } from './screen.ts'

/** The menu by groups; the entry to which the present screen belongs is marked, on sub-pages too. */
export function Navigation({ screens, onChoose }: { screens: readonly Screen[]; onChoose: () => void }) {
  const [location, go] = useLocation()
  const groups = [...new Set(screens.flatMap((screen) => (screen.label ? [screen.group ?? ''] : [])))]
  const items = groups.map((group) => ({
    key: `group:${group}`,
    type: 'group' as const,
    label: group,
    children: screens
      .filter((screen) => screen.label && (screen.group ?? '') === group)
      .map((screen) => ({ key: screen.path, label: screen.label })),
  }))
  const choose = ({ key }: { key: string }) => {
    go(key)
    onChoose()
  }
  const current = menuEntryOf(screens, location)
  return (
    <nav aria-label="工作台菜单">
      <Menu
        mode="inline"
        items={items}
        selectedKeys={current ? [current] : []}
        onClick={choose}
        style={{ border: 0 }}
      />
    </nav>
  )
}
