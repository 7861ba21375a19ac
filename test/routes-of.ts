import type { App } from '#platform/http'

/** Every route of the program as `METHOD /path/:parameter`, read from the router itself so that none can be forgotten. */
export function routesOf(app: App): { method: string; path: string }[] {
  const above: string[] = []
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', piece = '', methods] =
        /^((?:│ {3}| {4})*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? []
      if (!piece) return []
      const depth = indent.length / 4
      above.length = depth
      above[depth] = piece
      return (methods ?? '')
        .split(', ')
        .filter(Boolean)
        .map((method) => ({ method, path: above.join('') }))
    })
}
