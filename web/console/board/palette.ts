/** Colours of the board as the tokens say them, for what is drawn on a canvas. */
export interface Palette {
  readonly ink: string
  readonly quiet: string
  readonly line: string
  readonly surface: string
  readonly blue: string
  readonly bluePale: string
  readonly green: string
  readonly amber: string
  readonly red: string
  readonly font: string
}

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    ink: token('ink'),
    quiet: token('ink-quiet'),
    line: token('line'),
    surface: token('surface'),
    blue: token('blue'),
    bluePale: token('blue-pale'),
    green: token('green'),
    amber: token('amber'),
    red: token('red'),
    font: token('sans'),
  }
}
