export type HandoverView = {
  groups: { label: string; items: { id: number; text: string; href: string }[] }[]
}
const shownItems = 15

/** The open work that carries the person's name. */
export function Handover({ groups }: HandoverView) {
  if (groups.length === 0) return <p>名下没有未办结的事项。停用后不能登录，办过的事项和审计记录保留。</p>
  return (
    <>
      <p>名下还有未办结的事项，请先安排他人接办，或者停用后尽快转交：</p>
      {groups.map(({ label, items }) => (
        <section key={label}>
          <strong>
            {label}（{items.length} 件）
          </strong>
          <ul>
            {items.slice(0, shownItems).map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
            {items.length > shownItems && <li>……</li>}
          </ul>
        </section>
      ))}
    </>
  )
}
