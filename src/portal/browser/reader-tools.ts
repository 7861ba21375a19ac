/** Shows the button for printing where the browser can do it. */

const printButton = document.querySelector<HTMLButtonElement>('[data-print]')
if (printButton) {
  printButton.hidden = false
  printButton.addEventListener('click', () => window.print())
}
