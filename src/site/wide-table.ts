import { type Html, html } from '#platform/html'

const opening = (name: string): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${name}">`

/** A table that scrolls by itself when the screen is narrower, also with the keyboard (WCAG 2.1.1). */
export const wideTable = (name: string, table: Html): Html => html`${opening(name)}${table}</div>`

/** The same for every table in an item's checked text. */
export const withWideTables = (text: string): string =>
  text.replaceAll('<table', `${opening('表格')}<table`).replaceAll('</table>', '</table></div>')
