import { type Html, raw } from '#platform/html'

/** Line drawings of our own on a grid of 24; the words beside them say what they mean, so they are hidden from screen readers. */
const drawings = {
  search: '<circle cx="11" cy="11" r="6.5"/><path d="m16 16 5 5"/>',
  menu: '<path d="M4 7h16M4 12h16M4 17h16"/>',
  policy: '<path d="M6 3h9l4 4v14H6z"/><path d="M15 3v4h4M9 11h7M9 14.500h7M9 18h4"/>',
  apply: '<path d="M13 3H5v18h14v-9"/><path d="m11 13.500.8-3.200L19 3l2.500 2.500-7.300 7.200z"/>',
  letter: '<path d="M3 6h18v13H3z"/><path d="m3 7 9 7 9-7"/>',
  progress: '<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.500 2.500"/>',
  structure: '<path d="M9 3h6v5H9zM3 16h6v5H3zM15 16h6v5h-6zM12 8v4M6 16v-4h12v4"/>',
  duties: '<path d="M4 5h16v15H4zM4 9h16M8 3v4M16 3v4"/><path d="m8.500 14.500 2.500 2.500 4.500-4.500"/>',
  leader: '<circle cx="12" cy="8" r="4"/><path d="M4 21c.6-4.500 3.700-7 8-7s7.400 2.500 8 7"/>',
  people:
    '<circle cx="9" cy="8.500" r="3.500"/><path d="M2.500 20c.5-4 3-6 6.500-6s6 2 6.500 6M15.500 5.300a3.500 3.500 0 0 1 0 6.400M18 14.500c2 .8 3.200 2.700 3.500 5.500"/>',
  law: '<path d="M12 3v18M7 21h10M5 6h14M5 6l-3 7h6zM19 6l-3 7h6z"/>',
  money:
    '<circle cx="12" cy="12" r="9"/><path d="m8.500 7 3.500 5 3.500-5M8.500 12.500h7M8.500 15.500h7M12 12v6"/>',
  plan: '<path d="M3 20h18M5 20V9l5 3V7l9 5v8"/><path d="M9 16h2M14 16h2"/>',
  data: '<path d="M3 21h18M6 21v-7M11 21V10M16 21v-9M20 21V5"/><path d="m4 10 6-5 5 3 5-5"/>',
  guide: '<path d="M12 6c-2-2-5-2.500-9-2v15c4-.500 7 0 9 2 2-2 5-2.500 9-2V4c-4-.500-7 0-9 2zM12 6v15"/>',
  catalogue: '<path d="M8 6h13M8 12h13M8 18h13"/><path d="M3 6h1.500M3 12h1.500M3 18h1.500"/>',
  report: '<path d="M5 3h14v18H5z"/><path d="M9 17v-4M12 17V8M15 17v-6"/>',
  answer: '<path d="M3 4h18v12h-9l-5 5v-5H3z"/><path d="M8 9h8M8 12h5"/>',
  chat: '<path d="M3 4h13v9H9l-4 4v-4H3z"/><path d="M18.500 9H21v8h-2v4l-4-4h-4.500v-2"/>',
  service: '<path d="M4 8h16v12H4zM9 8V5h6v3M4 13h16M12 12v3"/>',
  telephone:
    '<path d="M6 3h4l1.500 5-2.500 2c1 2.500 2.500 4 5 5l2-2.500 5 1.500v4c0 1.500-1 2-2 2C11 20 4 13 4 5c0-1 .5-2 2-2z"/>',
  place: '<path d="M12 21c-4-5-7-8-7-12a7 7 0 0 1 14 0c0 4-3 7-7 12z"/><circle cx="12" cy="9" r="2.500"/>',
  print: '<path d="M7 8V3h10v5M7 17H4V8h16v9h-3"/><path d="M7 14h10v7H7z"/>',
  share:
    '<path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 14h2v2h-2zM14 18h2v2h-2zM18 18h2v2h-2z"/>',
  speak: '<path d="M4 9h4l5-4v14l-5-4H4zM16.500 9a4.500 4.500 0 0 1 0 6M19 6.500a8 8 0 0 1 0 11"/>',
  download: '<path d="M12 4v11M7.500 11l4.500 4.500 4.500-4.500M4 20h16"/>',
  feed: '<path d="M5 11a8 8 0 0 1 8 8M5 5a14 14 0 0 1 14 14"/><circle cx="6" cy="18" r="1.500"/>',
  empty: '<path d="M3 13 6 5h12l3 8v6H3zM3 13h5l1.500 3h5L16 13h5"/>',
  wrong:
    '<circle cx="10.500" cy="10.500" r="6.500"/><path d="m15.500 15.500 5.500 5.500M10.500 7v4M10.500 13.500v.2"/>',
} as const
export type IconName = keyof typeof drawings

const drawn = Object.fromEntries(
  Object.entries(drawings).map(([name, shape]) => [
    name,
    raw(`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shape}</svg>`),
  ]),
) as Record<IconName, Html>

export const icon = (name: IconName): Html => drawn[name]

/** The product's own mark: an open gate in a seal. No state emblem. */
export const mark: Html = raw(
  '<svg viewBox="0 0 64 64" width="64" height="64" aria-hidden="true" focusable="false"><rect width="64" height="64" rx="10" fill="#9b1b20"/><rect x="4" y="4" width="56" height="56" rx="7" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="1.500"/><g fill="none" stroke="#fff" stroke-width="5" stroke-linecap="round"><path d="M16 19h32M13 32h38M24 19v13c0 8-3 13-9 17M40 19v30"/></g></svg>',
)

/** Stands in the footer until the agency has the mark that its registration office issues. */
export const markPlaceholder: Html = raw(
  '<svg viewBox="0 0 36 36" width="36" height="36" aria-hidden="true" focusable="false"><circle cx="18" cy="18" r="16" fill="none" stroke="currentColor" stroke-width="2"/><path d="M10 26V14l8-5 8 5v12M8 26h20M14 26v-8M18 26v-8M22 26v-8" fill="none" stroke="currentColor" stroke-width="2"/></svg>',
)
