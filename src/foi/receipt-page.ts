import { toString as drawn } from 'qrcode'
import type { Platform } from '#platform'
import { type Html, html, raw } from '#platform/html'
import type { Receipt } from './submit-request.ts'

/** Number, code, QR and what the law makes happen next. Law: Order 711 art. 30, 31, 33. */
export async function receiptPage({ config }: Platform, receipt: Receipt): Promise<Html> {
  const { number, queryCode } = receipt
  if (queryCode === null) return reissuedPage(number)
  const qr = await drawn(`申请编号 ${number}\n查询码 ${queryCode}\n${config.publicUrl}/requests/track`, {
    type: 'svg',
    margin: 2,
    errorCorrectionLevel: 'M',
  })
  return html`<h1>申请已经提交</h1>
<p>请保存以下编号和查询码（拍照、抄写或者打印），凭这两项查询进度和领取答复。</p>
<div class="receipt-sheet"><dl class="receipt"><dt>申请编号</dt><dd>${number}</dd><dt>查询码</dt><dd>${queryCode}</dd></dl>
<figure class="qr" role="img" aria-label="二维码，内容是申请编号、查询码和查询地址">${raw(qr)}<figcaption>扫一扫，存下编号和查询码</figcaption></figure></div>
<h2>接下来</h2>
<ol class="steps"><li>我们会与您联系，确认收到申请。确认之日为收到申请之日。（条例第三十一条）</li><li>内容不明确的，7个工作日内一次告知您补正，补正后重新计算期限。（第三十条）</li><li>自收到之日起20个工作日内答复；需要延长的会告知您，延长不超过20个工作日。征求第三方或者其他机关意见的时间不计入。（第三十二条、第三十三条）</li><li>答复在查询页面公布给您，也按您选择的方式送达。不服的，答复里写明怎样申请行政复议或者提起行政诉讼。（第五十一条）</li></ol>
<form method="post" action="/requests/track" class="actions"><input type="hidden" name="number" value="${number}"><input type="hidden" name="code" value="${queryCode}"><button>查看办理情况</button></form>
<p class="quiet">写错了？10分钟内可以在查询页面修改申请的内容。</p>`
}

/** The form was sent again after the receipt was lost: this browser is not told the new code. */
const reissuedPage = (number: string): Html => html`<h1>申请已经提交</h1>
<p>申请编号：<strong>${number}</strong></p>
<p>这份申请的查询码已经由工作人员重新发放，请使用新的查询码。</p>
<div class="actions"><a class="button" href="/requests/track">查询进度</a></div>`
