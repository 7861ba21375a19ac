import type { Platform } from '#platform'
import { type Html, html, join } from '#platform/html'
import { icon, readAgency } from '#site'
import { paragraphs, shownPage } from './shown-page.ts'
import { findShownLeader, type Leader, listLeaders } from './store.ts'

/** 领导信息: name, post and duties of everybody shown. Source: rules.md 3.2 (概况信息). */
export async function leadersPage(platform: Platform): Promise<Html> {
  const leaders = await listLeaders(platform.db, 'shown')
  const cards = leaders.map(
    (leader) =>
      html`<li>${portrait(leader)}<div><h2><a href="/leaders/${leader.id}">${leader.name}</a></h2><p class="post">${leader.post}</p>${paragraphs(leader.duties)}</div></li>`,
  )
  const main = html`<section class="card"><h1>领导信息</h1>${cards.length ? html`<ul class="leaders">${join(cards)}</ul>` : html`<p class="empty">${icon('empty')}<span>领导信息尚未登记，请稍后再看，或者拨打页面底部的电话。</span></p>`}</section>`
  return shownPage(platform, 'leaders', { main })
}

/** One leader: post, portrait, duties, career. Undefined: not shown to the public. */
export async function leaderPage(platform: Platform, id: number): Promise<Html | undefined> {
  const leader = await findShownLeader(platform.db, id)
  if (!leader) return undefined
  const agency = await readAgency(platform.db)
  const main = html`<article class="card leader">${portrait(leader)}<div><h1>${leader.name}</h1><p class="post">${leader.post}</p>
${leader.duties ? html`<h2>工作分工</h2><div class="prose">${paragraphs(leader.duties)}</div>` : ''}
${leader.career ? html`<h2>简历</h2><div class="prose">${paragraphs(leader.career)}</div>` : ''}</div></article>`
  const worksFor = { '@type': 'GovernmentOrganization', name: agency.hostName || agency.siteName }
  const data = { '@type': 'Person', name: leader.name, jobTitle: leader.post, worksFor }
  return shownPage(platform, 'leaders', { title: `${leader.name}（${leader.post}）`, main, data })
}

function portrait({ id, name, portrait_file_id: file, portrait_alt: alt }: Leader): Html {
  return file === null
    ? html`<span class="portrait">${icon('leader')}</span>`
    : html`<img class="portrait" src="/leaders/${id}/portrait" alt="${alt || `${name}的照片`}" width="150" height="200">`
}
