import type { Platform } from '#platform'
import { scriptTag } from '#platform/browser-scripts'
import { type Html, html } from '#platform/html'
import { challengePath, lifetimeMs } from './challenge-routes.ts'
import { askQuestion } from './question.ts'

/**
 * The last field of a public form. Without scripts: a sum in words. With them the browser works instead and
 * nobody has to answer. A page that carries it is fresh for one reader: `cache-control: no-store`.
 */
export function challengeField({ config, clock }: Pick<Platform, 'config' | 'clock'>, error = ''): Html {
  const question = askQuestion(config.secretKey, new Date(clock.now().getTime() + lifetimeMs))
  const wrong = error ? html`<span class="wrong" id="challengeAnswer-error">${error}</span>` : ''
  const described = error ? html` aria-invalid="true" aria-describedby="challengeAnswer-error"` : ''
  return html`<div class="field challenge" data-challenge="${challengePath}">
<label for="challengeAnswer">安全验证：${question.text}<span class="must">（必填）</span></label>
<span class="hint">请填写数字，防止机器自动提交。</span>${wrong}
<input type="hidden" name="challengeToken" value="${question.token}">
<input id="challengeAnswer" name="challengeAnswer" inputmode="numeric" autocomplete="off" maxlength="10"${described}>
</div>${scriptTag('challenge')}`
}
