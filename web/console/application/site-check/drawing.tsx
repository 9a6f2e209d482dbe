import type { SiteCheckRecord } from '#contract/licensing'

const margin = 8

/** 手写: strokes as they were drawn on the telephone, with what they are below. */
export function Drawing({ strokes, label }: { strokes: SiteCheckRecord['sketch']; label: string }) {
  const points = strokes.flat()
  const xs = points.map(([x = 0]) => x)
  const ys = points.map(([, y = 0]) => y)
  const [left, top] = [Math.min(...xs) - margin, Math.min(...ys) - margin]
  const box = `${left} ${top} ${Math.max(...xs) - left + margin} ${Math.max(...ys) - top + margin}`
  return (
    <figure className="site-drawing">
      <svg role="img" aria-label={label} viewBox={box}>
        {strokes.map(stroke => (
          <polyline key={stroke.join()} points={stroke.map(point => point.join()).join(' ')} />
        ))}
      </svg>
      <figcaption className="quiet small">{label}</figcaption>
    </figure>
  )
}
