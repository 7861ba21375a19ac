import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Html, html } from '#platform/html'
import type { App } from '#platform/http'
import { builtAssets } from './built-assets.ts'

export { builtAssets } from './built-assets.ts'

const built = fileURLToPath(new URL('../../../dist/site', import.meta.url))
const prefix = '/assets/scripts/'

/** Name of a script (`src/…/browser/NAME.ts`) to its file, whose name changes with its bytes. Read once, at start. */
const files = new Map<string, string>(
  existsSync(`${built}/manifest.json`)
    ? Object.values<{ name: string; file: string; isEntry?: boolean }>(
        JSON.parse(readFileSync(`${built}/manifest.json`, 'utf8')),
      )
        .filter((chunk) => chunk.isEntry)
        .map((chunk) => [chunk.name, chunk.file])
    : [],
)

/** Loads a script after the page is there; nothing where none was built: every page works without. */
export function scriptTag(name: string): Html | '' {
  const file = files.get(name)
  return file ? html`<script type="module" src="${prefix}${file}"></script>` : ''
}

export async function scriptRoutes(app: App) {
  if (!existsSync(built) || readdirSync(built).length === 0) return
  await builtAssets(app, built, prefix)
}
