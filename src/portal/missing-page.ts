import type { Platform } from '#platform'
import { type Html, html } from '#platform/html'
import { notFoundPage, readAgency } from '#site'
import { itemList } from './item-list.ts'
import { withBelow } from './section-tree.ts'
import { listItems, listNewest, listSections } from './store.ts'
import { titled } from './titled.ts'

const newestShown = 6

/** What is not there: words to search for, and the newest of the section that the address names, else of the site. */
export async function missingPage({ db }: Platform, address: string): Promise<Html> {
  const [agency, sections] = [await readAgency(db), await listSections(db)]
  const steps = (address.split('?')[0] ?? '').split('/')
  const section = sections.find(({ code }) => steps.includes(code))
  const items = section
    ? await listItems(db, withBelow(sections, section.id), {}, newestShown)
    : await listNewest(db, newestShown)
  const heading = section ? `${section.name}的最新信息` : '最新公开'
  return notFoundPage(
    agency,
    address,
    html`<section class="card">${titled(heading)}${itemList(items)}</section>`,
  )
}
