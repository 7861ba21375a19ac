import 'altcha/external'
import 'altcha/i18n/zh-cn'
import 'altcha/i18n/zh-tw'
import style from 'altcha/altcha.css?inline'
import Worker from 'altcha/workers/pbkdf2?worker'

declare const $altcha: { algorithms: Map<string, () => Worker> }

/** The browser works instead of the reader. Plain HTTP has no Web Crypto: there the question stays. */
if (window.isSecureContext && 'Worker' in window) {
  $altcha.algorithms.set('PBKDF2/SHA-256', () => new Worker())
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  document.adoptedStyleSheets.push(sheet)
  for (const field of document.querySelectorAll<HTMLElement>('[data-challenge]')) {
    const widget = document.createElement('altcha-widget')
    widget.setAttribute('challenge', field.dataset.challenge ?? '')
    widget.setAttribute('auto', 'onload')
    widget.setAttribute('language', document.documentElement.lang === 'zh-Hant' ? 'zh-tw' : 'zh-cn')
    field.replaceChildren(widget)
  }
}
