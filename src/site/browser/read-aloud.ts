/** Reads the main part of a page by a voice of the device itself; the button shows itself where there is one. */

const button = document.querySelector<HTMLButtonElement>('[data-speak]')
if (button && 'speechSynthesis' in window) {
  offerVoice()
  // Chromium loads its voices later.
  speechSynthesis.addEventListener('voiceschanged', offerVoice)
  button.addEventListener('click', speakOrStop)
  window.addEventListener('pagehide', () => speechSynthesis.cancel())
}

/** A voice on the device only: one from the network would send the page to a third party. */
function localVoice(): SpeechSynthesisVoice | undefined {
  return speechSynthesis.getVoices().find((voice) => voice.localService && /^zh/i.test(voice.lang))
}

function offerVoice() {
  if (button) button.hidden = localVoice() === undefined
}

function speakOrStop() {
  const speaking = speechSynthesis.speaking
  speechSynthesis.cancel()
  setLabel(!speaking)
  if (!speaking) for (const piece of utterances()) speechSynthesis.speak(piece)
}

/** One utterance a paragraph: long ones are cut off by some engines. */
function utterances(): SpeechSynthesisUtterance[] {
  const voice = localVoice()
  const spoken = textsOf(document.querySelector('main')).map((text) => {
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.voice = voice ?? null
    utterance.lang = voice?.lang ?? 'zh-CN'
    return utterance
  })
  spoken.at(-1)?.addEventListener('end', () => setLabel(false))
  return spoken
}

const blocks = 'h1, h2, h3, h4, p, li, dt, dd, th, td, label, legend, summary, figcaption'
/** Not what the page is about: where it stands and what can be done with it. */
const aside = 'nav, .reader-tools, .filters, .search-box'

/** What a person would read out: the smallest blocks of text that can be seen, in their order. */
function textsOf(main: Element | null): string[] {
  return [...(main?.querySelectorAll<HTMLElement>(blocks) ?? [])]
    .filter((block) => !block.closest(aside) && !block.querySelector(blocks) && block.offsetParent !== null)
    .map((block) => block.textContent?.replace(/\s+/g, ' ').trim() ?? '')
    .filter(Boolean)
}

function setLabel(speaking: boolean) {
  const label = button?.querySelector('span')
  if (label) label.textContent = button?.dataset[speaking ? 'stop' : 'start'] ?? ''
}
