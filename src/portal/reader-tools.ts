import { type Html, html } from '#platform/html'
import { icon } from '#site'

/** Size of text and sharing work without a script; printing shows itself where the browser can do it. */
export function readerTools(articleId: number): Html {
  return html`<div class="reader-tools"><fieldset class="text-size"><legend>字号：</legend><label><input type="radio" name="text-size" id="text-large">大</label><label><input type="radio" name="text-size" checked>中</label><label><input type="radio" name="text-size" id="text-small">小</label></fieldset>
<button type="button" data-print hidden>${icon('print')}打印</button>
<details class="share"><summary>${icon('share')}分享</summary><img src="/qr/articles/${articleId}.svg" width="176" height="176" loading="lazy" alt="本页网址的二维码"><p>用手机扫一扫，在手机上打开或者转发本页。</p></details></div>`
}
