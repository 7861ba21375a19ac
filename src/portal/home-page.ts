import type { Platform } from '#platform'
import { type Html, html, join } from '#platform/html'
import { type Agency, readAgency, searchBox, sitePage } from '#site'
import { directory } from './directory.ts'
import { itemList, type ListedItem } from './item-list.ts'
import { lettersInNumbers } from './letters-in-numbers.ts'
import { newsBlock } from './news-block.ts'
import { sectionLink } from './section-link.ts'
import { sectionTiles } from './section-tiles.ts'
import { withBelow } from './section-tree.ts'
import { skyline } from './skyline.ts'
import { listByKind, listItems, listNewest, listSections } from './store.ts'
import { type Task, taskList } from './task-list.ts'
import { titled } from './titled.ts'

const newestItems = 9
const itemsPerSection = 6
const sectionsShown = 6
/** Some of them may have nothing yet. */
const sectionsAsked = 12
/** Channels gather others; policies and their interpretations have blocks of their own. */
const elsewhere = new Set(['channel', 'policies', 'interpretations'])
const termsShown = 5
type Section = Awaited<ReturnType<typeof listSections>>[number]

export async function homePage(platform: Platform): Promise<Html> {
  const { db } = platform
  const [agency, sections] = [await readAgency(db), await listSections(db)]
  const shown = sections.filter(
    ({ kind, shows, shortcut_position: place }) => !elsewhere.has(kind) && !shows && place === null,
  )
  const [newest, policies, interpretations, numbers, lists] = await Promise.all([
    listNewest(db, newestItems),
    listByKind(db, ['normative_document', 'policy_document'], itemsPerSection),
    listByKind(db, ['interpretation'], itemsPerSection),
    lettersInNumbers(platform),
    sectionLists(platform, sections, shown.slice(0, sectionsAsked)),
  ])
  return sitePage(agency, {
    title: agency.siteName,
    channel: '/',
    feed: '/feed.atom',
    hero: hero(agency, sections),
    data: siteData(agency, platform.config.publicUrl),
    main: html`${taskList(tasksOf(sections))}
${await newsBlock(db, newest)}
${directory(agency, sections)}
${newest.length ? '' : sectionTiles('栏目', shown)}
${columns([listOf('政策文件', moreOf(sections, 'policies'), policies), listOf('政策解读', moreOf(sections, 'interpretations'), interpretations)])}
${numbers}
${columns(lists)}`,
  })
}

/** Blocks side by side; one that has nothing to list is left out, so that no empty place meets the reader. */
function columns(blocks: readonly (Html | undefined)[]): Html {
  const filled = blocks.filter((block) => block !== undefined)
  return filled.length ? html`<div class="columns">${join(filled)}</div>` : html``
}

const listOf = (name: string, more: { href: string } | undefined, items: readonly ListedItem[]) =>
  items.length ? html`<section class="card">${titled(name, more)}${itemList(items)}</section>` : undefined

async function sectionLists(
  { db }: Platform,
  all: readonly Section[],
  sections: readonly Section[],
): Promise<Html[]> {
  const lists = await Promise.all(
    sections.map(async (section) =>
      listOf(
        section.name,
        { href: sectionLink(section) },
        await listItems(db, withBelow(all, section.id), {}, itemsPerSection),
      ),
    ),
  )
  return lists.filter((list) => list !== undefined).slice(0, sectionsShown)
}

function hero(agency: Agency, sections: readonly Section[]): Html {
  const terms = sections.filter((s) => s.shortcut_position !== null && !s.shows).slice(0, termsShown)
  const often = terms.map(({ name }) => html`<a href="/search?q=${encodeURIComponent(name)}">${name}</a>`)
  return html`<div class="hero">${skyline}<div class="wide"><h1 class="skip">${agency.siteName}</h1><p class="motto">公开为常态，不公开为例外</p>${searchBox()}
${often.length ? html`<p class="often"><span>常用：</span>${join(often)}</p>` : ''}</div></div>`
}

function tasksOf(sections: readonly Section[]): Task[] {
  const policies = sections.find(({ kind }) => kind === 'policies')
  return [
    {
      href: policies ? sectionLink(policies) : '/catalogue',
      drawing: 'policy',
      name: '查政策',
      says: '文件和解读',
    },
    { href: '/requests', drawing: 'apply', name: '申请公开', says: '没有公开的，可以申请' },
    { href: '/letters/new', drawing: 'letter', name: '写信', says: '咨询、建议、投诉' },
    { href: '/progress', drawing: 'progress', name: '查进度', says: '凭编号和查询码' },
  ]
}

const moreOf = (sections: readonly Section[], kind: string) => {
  const section = sections.find((one) => one.kind === kind)
  return section && { href: sectionLink(section) }
}

const siteData = (agency: Agency, url: string) => ({
  '@type': 'WebSite',
  name: agency.siteName,
  url,
  inLanguage: 'zh-CN',
  publisher: { '@type': 'GovernmentOrganization', name: agency.hostName || agency.siteName },
  potentialAction: {
    '@type': 'SearchAction',
    target: `${new URL('/search', url).href}?q={search_term_string}`,
    'query-input': 'required name=search_term_string',
  },
})
