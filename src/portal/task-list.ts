import { type Html, html, join } from '#platform/html'
import { type IconName, icon } from '#site'

export type Task = { href: string; drawing: IconName; name: string; says: string }

/** What a citizen came for, as big buttons. `many` stands on its own, without a hero above it. */
export function taskList(tasks: readonly Task[], many = false): Html {
  const buttons = tasks.map(
    ({ href, drawing, name, says }) =>
      html`<li><a href="${href}">${icon(drawing)}<span><strong>${name}</strong><small>${says}</small></span></a></li>`,
  )
  return html`<ul class="tasks${many ? ' many' : ''}">${join(buttons)}</ul>`
}
