import { type PointerEvent, useState } from 'react'

/** Parts of the page's width and height from the top left; pages from 1. */
export type Area = { page: number; x: number; y: number; width: number; height: number }
type Point = { x: number; y: number }
/** Smaller is a click that slipped. */
const smallest = 0.005

/** One page with its areas; dragging draws one, a click on one removes it. */
export function AreaCanvas(given: {
  address: string
  page: number
  areas: readonly Area[]
  onChange: (areas: Area[]) => void
}) {
  const { address, page, areas, onChange } = given
  const [start, setStart] = useState<Point>()
  const [end, setEnd] = useState<Point>()
  const drawn = start && end ? between(page, start, end) : undefined
  const finish = () => {
    if (drawn && drawn.width > smallest && drawn.height > smallest) onChange([...areas, drawn])
    setStart(undefined)
    setEnd(undefined)
  }
  return (
    <div
      style={{ position: 'relative', touchAction: 'none', userSelect: 'none', border: '1px solid #d9d9d9' }}
      onPointerDown={(event) => setStart(pointOf(event))}
      onPointerMove={(event) => start && setEnd(pointOf(event))}
      onPointerUp={finish}
      onPointerLeave={finish}
    >
      <img
        src={address}
        alt={`第${page}页`}
        draggable={false}
        style={{ display: 'block', width: '100%', minHeight: 200 }}
      />
      {areas
        .filter((area) => area.page === page)
        .map((area) => (
          <button
            key={`${area.x} ${area.y} ${area.width} ${area.height}`}
            type="button"
            aria-label="删除这个区域"
            style={{ ...placed(area), background: 'rgba(0,0,0,0.75)', border: 0, cursor: 'pointer' }}
            onPointerDown={(event) => event.stopPropagation()}
            onClick={() => onChange(areas.filter((known) => known !== area))}
          />
        ))}
      {drawn && <div style={{ ...placed(drawn), background: 'rgba(0,0,0,0.4)' }} />}
    </div>
  )
}

function pointOf(event: PointerEvent<HTMLDivElement>): Point {
  const box = event.currentTarget.getBoundingClientRect()
  const part = (value: number) => Math.min(1, Math.max(0, value))
  return { x: part((event.clientX - box.left) / box.width), y: part((event.clientY - box.top) / box.height) }
}

const between = (page: number, a: Point, b: Point): Area => ({
  page,
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
})
const percent = (part: number) => `${part * 100}%`
const placed = (area: Area) =>
  ({
    position: 'absolute',
    left: percent(area.x),
    top: percent(area.y),
    width: percent(area.width),
    height: percent(area.height),
  }) as const
