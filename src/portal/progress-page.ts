import type { Platform } from '#platform'
import { type Html, html } from '#platform/html'
import { readAgency, sitePage } from '#site'
import { taskList } from './task-list.ts'

/** One door for everybody who handed something in and asks how it stands. */
export async function progressPage({ db }: Platform): Promise<Html> {
  const agency = await readAgency(db)
  return sitePage(agency, {
    title: `查进度 - ${agency.siteName}`,
    channel: '/progress',
    trail: [{ href: '/', text: '首页' }],
    main: html`<h1>查进度</h1><p class="says">请准备好提交时得到的编号和查询码。</p>${taskList(
      [
        {
          href: '/requests/track',
          drawing: 'apply',
          name: '信息公开申请',
          says: '查看进度、补正、领取答复',
        },
        { href: '/letters/track', drawing: 'letter', name: '来信', says: '查看答复、评价、撤回' },
      ],
      true,
    )}
<section class="card"><h2>查询码找不到了</h2><p>为了保护您的个人信息，没有查询码不能在网上查看。请带上身份证件到信息公开工作机构，或者${agency.telephone ? `拨打${agency.telephone}` : '打电话'}，核对身份后由工作人员告知进度。</p></section>`,
  })
}
