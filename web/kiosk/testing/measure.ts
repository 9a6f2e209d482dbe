/** Floors of the two views, in CSS pixels (issue 2, kiosk part; reference 10.3). */
export interface Floors {
  readonly text: number
  readonly target: number
  readonly contrast: number
}

export const floors = {
  standard: { text: 24, target: 80, contrast: 4.5 },
  elder: { text: 32, target: 96, contrast: 7 },
} as const satisfies Record<string, Floors>

/**
 * Runs inside the page: every flaw of what is really shown, one line each. Measured, not read from the style sheets.
 */
export function flawsOf({ text, target, contrast }: Floors): string[] {
  const flaws = new Set<string>()
  const hidden = (element: Element) => element.closest('.hidden-words') !== null

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.textContent?.trim()
    const element = node.parentElement
    if (!element || !words || !element.checkVisibility({ visibilityProperty: true }) || hidden(element)) continue
    const style = getComputedStyle(element)
    const range = document.createRange()
    range.selectNodeContents(node)
    const box = range.getBoundingClientRect()
    if (box.width === 0) continue
    const size = sizeOf(element, style)
    const line = Number.parseFloat(style.lineHeight) / Number.parseFloat(style.fontSize)
    if (size < text - 0.01) flaws.add(`${size.toFixed(1)} px: ${words}`)
    if (!(line >= 1.4 - 0.001)) flaws.add(`line height ${line}: ${words}`)
    if (box.left < -0.5 || box.right > innerWidth + 0.5) flaws.add(`outside the screen: ${words}`)
    if (!(element instanceof SVGElement) && !element.closest(':disabled')) {
      const ratio = ratioOf(style.color, groundOf(element))
      if (ratio < contrast) flaws.add(`contrast ${ratio.toFixed(2)}: ${words}`)
    }
  }
  for (const control of document.querySelectorAll('button, summary, input, a[href], canvas')) {
    if (!control.checkVisibility()) continue
    const { width, height } = control.getBoundingClientRect()
    if (Math.min(width, height) < target - 0.01) {
      flaws.add(`target ${Math.round(width)}×${Math.round(height)}: ${control.textContent || control.tagName}`)
    }
    if (control.scrollWidth > control.clientWidth + 1) flaws.add(`words cut off: ${control.textContent}`)
  }
  for (const button of document.querySelectorAll('header button, footer button')) {
    const { left, right, top, bottom } = button.getBoundingClientRect()
    if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight)
      flaws.add(`not on the screen: ${button.textContent}`)
  }
  // What a hand works on is seen whole, without scrolling first.
  const view = document.querySelector('main')?.getBoundingClientRect()
  for (const tool of document.querySelectorAll('.number-keys button, canvas, .choice')) {
    const { top, bottom } = tool.getBoundingClientRect()
    if (view && (top < view.top || bottom > view.bottom))
      flaws.add(`cut off below: ${tool.textContent || tool.tagName}`)
  }
  if (document.documentElement.scrollWidth > innerWidth) flaws.add('the page scrolls sideways')
  if (document.querySelectorAll('[style]').length > 0) flaws.add('a style attribute')
  return [...flaws]

  /** Words in a drawing grow and shrink with it. */
  function sizeOf(element: Element, style: CSSStyleDeclaration): number {
    const drawing = element.closest('svg')
    const size = Number.parseFloat(style.fontSize)
    return drawing ? size * (drawing.getScreenCTM()?.a ?? 1) : size
  }

  function groundOf(element: Element): string {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const ground = getComputedStyle(at).backgroundColor
      if (!/, 0\)$|transparent/.test(ground)) return ground
    }
    return 'rgb(255, 255, 255)'
  }

  function ratioOf(a: string, b: string): number {
    const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
    return (light + 0.05) / (dark + 0.05)
  }

  function luminance(colour: string): number {
    const parts = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(part => {
      const share = Number(part) / 255
      return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0)
  }
}
