import { type ComponentType, lazy, type ReactElement } from 'react'

/**
 * A screen whose code comes when somebody goes there: the console's first page then carries the shell only.
 * `name` is the component's export.
 */
export function lazyScreen<Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): ReactElement {
  const Loaded = lazy(async (): Promise<{ default: ComponentType }> => ({ default: (await load())[name] }))
  return <Loaded />
}
