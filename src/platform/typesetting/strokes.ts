/** 手写签名 as SVG: strokes as lines; an empty text where nobody signed. Each point is x and y in pixels of the pad. */
export function strokesSvg(strokes: readonly (readonly (readonly number[])[])[]): string {
  const points = strokes.flat()
  if (points.length === 0) return ''
  const [xs, ys] = [points.map(([x = 0]) => x), points.map(([, y = 0]) => y)]
  const [left, top] = [Math.min(...xs) - margin, Math.min(...ys) - margin]
  const size = `${Math.max(...xs) - left + margin} ${Math.max(...ys) - top + margin}`
  const lines = strokes
    .filter(stroke => stroke.length > 1)
    .map(stroke => `<polyline points="${stroke.map(([x = 0, y = 0]) => `${x},${y}`).join(' ')}"/>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${size}"><g fill="none" stroke="#16202B" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">${lines.join('')}</g></svg>`
}

const margin = 6
