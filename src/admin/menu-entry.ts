import type { Screen } from './screen.ts'

/** The menu entry that leads to an address: itself, or the one above it (`/articles/12` belongs to `/articles`). */
export function menuEntryOf(
  screens: readonly Pick<Screen, 'path' | 'label'>[],
  location: string,
): string | undefined {
  const above = screens
    .filter(
      ({ label, path }) => label && (path === location || (path !== '/' && location.startsWith(`${path}/`))),
    )
    .sort((one, other) => other.path.length - one.path.length)
  return above[0]?.path
}
