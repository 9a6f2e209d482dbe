/** 长辈版 on a telephone: text of at least 18, targets of at least 60 × 60 (reference §10.3). Runs inside the page. */
export function elderFlaws(): string[] {
  const flaws: string[] = []
  for (const element of document.querySelectorAll('body *')) {
    const words = [...element.childNodes].some(node => node.nodeType === 3 && (node.textContent ?? '').trim() !== '')
    if (!words || !element.checkVisibility() || element.closest('.skip-link')) continue
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    if (size < 18) flaws.push(`${size} px: ${element.textContent}`)
  }
  for (const control of document.querySelectorAll('button:not(.skip-link), nav a, a.door, a.act, input, select')) {
    const { width, height } = control.getBoundingClientRect()
    if (control.checkVisibility() && (height < 59.9 || width < 59.9))
      flaws.push(`${Math.round(width)}×${Math.round(height)}: ${control.textContent || control.tagName}`)
  }
  return flaws
}
