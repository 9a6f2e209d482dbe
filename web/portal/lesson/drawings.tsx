import { type LessonPointName, lessonLicence } from '#contract/outreach'

/**
 * 示意图: grey boxes of our own, like no goods on sale (广告法: not a pack nor a part of one). `odd` is the one that calls for care.
 */
export function Drawing({ point, odd, label }: { point: LessonPointName; odd: boolean; label: string }) {
  const Part = parts[point]
  return (
    <svg viewBox="0 0 320 180" role="img" aria-label={label} className="lesson-drawing">
      <rect x="4" y="4" width="312" height="172" rx="8" className="l-box" />
      <Part odd={odd} />
    </svg>
  )
}

/** The company and the day of the upper line are made up; the lower line ends with a licence. */
const lines = {
  plain: ['6112300000004217', `YZTM${lessonLicence}`],
  odd: ['6112300000004217', 'YZTM440781100456'],
} as const

function Code({ odd }: { odd: boolean }) {
  const [upper, lower] = lines[odd ? 'odd' : 'plain']
  return (
    <g className="l-code">
      <text x="160" y="84" textAnchor="middle">
        {upper}
      </text>
      <text x="160" y="122" textAnchor="middle">
        {lower}
      </text>
    </g>
  )
}

function Print({ odd }: { odd: boolean }) {
  const shift = odd ? [0, 3, 6] : [0]
  return (
    <g className={odd ? 'l-blurred' : undefined}>
      {shift.map(by => (
        <g key={by} transform={`translate(${by} ${by / 2})`} opacity={odd ? 0.45 : 1}>
          <text x="160" y="78" textAnchor="middle" className="l-word">
            示意图文字
          </text>
          <path d="M40 104h240M40 120h240M40 136h150" className="l-line" />
        </g>
      ))}
      <rect x="210" y="128" width="70" height="16" className={odd ? 'l-uneven' : 'l-even'} />
    </g>
  )
}

function Tape({ odd }: { odd: boolean }) {
  if (odd) return <path d="M4 66L150 58M162 78L316 70" className="l-tape" />
  return <path d="M4 64H316M150 64l10 16 10-16" className="l-tape" />
}

function Seal({ odd }: { odd: boolean }) {
  if (odd)
    return (
      <>
        <path d="M72 4h76v70H72z" className="l-glue" />
        <path d="M60 4h72v26l-14 6 10 8-12 6 16 8v6H60z" className="l-seal" />
      </>
    )
  return <rect x="124" y="4" width="72" height="60" className="l-seal" />
}

const parts = { code: Code, print: Print, tape: Tape, seal: Seal } as const satisfies Record<LessonPointName, unknown>
