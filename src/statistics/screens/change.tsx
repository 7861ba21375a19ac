/** More or less than a year earlier: in percent, or in points when the figure is a percentage itself. */
export function Change({
  now,
  before,
  inPercent,
}: {
  now: number | null
  before: number | null
  inPercent: boolean
}) {
  if (now === null || before === null || (inPercent && before === 0)) return <>—</>
  const change = inPercent ? ((now - before) / before) * 100 : now - before
  const rounded = Math.round(change * 10) / 10
  return (
    <>
      {rounded > 0 ? '+' : ''}
      {rounded}
      {inPercent ? '%' : '个百分点'}
    </>
  )
}
