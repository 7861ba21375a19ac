import type { Platform } from '#platform'
import { type Html, html, join } from '#platform/html'
import { icon, readAgency } from '#site'
import { departmentKinds } from './contract.ts'
import { departmentKindLabels } from './labels.ts'
import { paragraphs, shownPage } from './shown-page.ts'
import { type Department, findFunctions, listDepartments } from './store.ts'

const nothing = (text: string) => html`<p class="empty">${icon('empty')}<span>${text}</span></p>`

/** 机构设置: departments and subordinate bodies with duties, telephone, room. */
export async function departmentsPage(platform: Platform): Promise<Html> {
  const [agency, departments] = await Promise.all([
    readAgency(platform.db),
    listDepartments(platform.db, 'shown'),
  ])
  const blocks = departmentKinds.map((kind) => {
    const those = departments.filter((one) => one.kind === kind)
    if (!those.length) return html``
    return html`<section class="card"><div class="titled"><h2>${departmentKindLabels[kind]}</h2></div><ul class="departments">${join(those.map(entry))}</ul></section>`
  })
  const name = agency.hostName || agency.siteName
  const data = {
    '@type': 'GovernmentOrganization',
    name,
    ...(agency.address ? { address: agency.address } : {}),
    ...(agency.telephone ? { telephone: agency.telephone } : {}),
    department: departments.map((one) => ({ '@type': 'GovernmentOrganization', name: one.name })),
  }
  const main = html`<h1>机构设置</h1>${join(blocks)}${departments.length ? '' : html`<section class="card">${nothing('机构设置尚未登记，请稍后再看。')}</section>`}`
  return shownPage(platform, 'departments', { main, data })
}

function entry(one: Department): Html {
  const facts: (readonly [string, string])[] = [
    ['电话', one.telephone],
    ['地点', one.room],
  ]
  const known = facts.filter(([, value]) => value)
  return html`<li id="department-${one.id}"><h3>${one.name}</h3>${paragraphs(one.duties)}<dl class="facts">${join(known.map(([name, value]) => html`<div><dt>${name}：</dt><dd>${value}</dd></div>`))}</dl></li>`
}

/** 机构职能: what the agency is for and by which document, and who inside does it. */
export async function functionsPage(platform: Platform): Promise<Html> {
  const [functions, departments] = await Promise.all([
    findFunctions(platform.db),
    listDepartments(platform.db, 'shown'),
  ])
  const links = departments.map(
    (one) => html`<li><a href="/departments#department-${one.id}">${one.name}</a></li>`,
  )
  const main = html`<article class="card"><h1>机构职能</h1>
${functions?.body ? html`<div class="prose">${paragraphs(functions.body)}</div>` : nothing('机构职能尚未登记，请稍后再看。')}
${functions?.basis ? html`<p class="quiet">依据：${functions.basis}</p>` : ''}
${links.length ? html`<h2>承担职能的机构</h2><ul class="inline">${join(links)}</ul>` : ''}</article>`
  return shownPage(platform, 'functions', { main })
}
