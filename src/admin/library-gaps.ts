const lists = '[role="listbox"]:not([aria-label])'
const wideTables = '.ant-table-content'

/** What the component library leaves out (WCAG 2.1: 4.1.2, 2.1.1): names of lists of choices, wide tables that the keyboard scrolls. */
export function fillLibraryGaps() {
  let asked = false
  const fill = () => {
    asked = false
    for (const list of document.querySelectorAll(lists)) list.setAttribute('aria-label', '可选项')
    for (const table of document.querySelectorAll(wideTables))
      if (table.scrollWidth > table.clientWidth) table.setAttribute('tabindex', '0')
      else table.removeAttribute('tabindex')
  }
  const ask = () => {
    if (!asked) requestAnimationFrame(fill)
    asked = true
  }
  new MutationObserver(ask).observe(document.body, { childList: true, subtree: true })
  addEventListener('resize', ask)
}
