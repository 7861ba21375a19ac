/** Shows the buttons that the browser can honour: printing, and reading aloud by a voice of the device itself. */

const printButton = document.querySelector<HTMLButtonElement>('[data-print]')
if (printButton) {
  printButton.hidden = false
  printButton.addEventListener('click', () => window.print())
}

const speakButton = document.querySelector<HTMLButtonElement>('[data-speak]')
if (speakButton && 'speechSynthesis' in window) {
  offerVoice()
  // Chromium loads its voices later.
  speechSynthesis.addEventListener('voiceschanged', offerVoice)
  speakButton.addEventListener('click', speakOrStop)
  window.addEventListener('pagehide', () => speechSynthesis.cancel())
}

/** A voice on the device only: one from the network would send the page to a third party. */
function localVoice(): SpeechSynthesisVoice | undefined {
  return speechSynthesis.getVoices().find((voice) => voice.localService && /^zh/i.test(voice.lang))
}

function offerVoice() {
  if (speakButton) speakButton.hidden = localVoice() === undefined
}

function speakOrStop() {
  const speaking = speechSynthesis.speaking
  speechSynthesis.cancel()
  setLabel(!speaking)
  if (!speaking) for (const piece of pieces()) speechSynthesis.speak(piece)
}

/** One utterance a paragraph: long ones are cut off by some engines. */
function pieces(): SpeechSynthesisUtterance[] {
  const blocks = [...document.querySelectorAll(speakButton?.dataset.speak ?? '')].flatMap((part) =>
    part.children.length ? [...part.children] : [part],
  )
  const voice = localVoice()
  const spoken = blocks
    .map((block) => block.textContent?.trim() ?? '')
    .filter(Boolean)
    .map((text) => {
      const utterance = new SpeechSynthesisUtterance(text)
      utterance.voice = voice ?? null
      utterance.lang = voice?.lang ?? 'zh-CN'
      return utterance
    })
  spoken.at(-1)?.addEventListener('end', () => setLabel(false))
  return spoken
}

function setLabel(speaking: boolean) {
  const label = speakButton?.querySelector('span')
  if (label) label.textContent = speakButton?.dataset[speaking ? 'stop' : 'start'] ?? ''
}
