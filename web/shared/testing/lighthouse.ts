import lighthouse from 'lighthouse'

/** Out of 100. */
interface Marks {
  readonly performance: number
  readonly accessibility: number
  readonly bestPractices: number
}

const least: Marks = { performance: 95, accessibility: 100, bestPractices: 95 }
const names = Object.keys(least) as (keyof Marks)[]

/** The telephone of Lighthouse's mobile profile, as its own benchmark measures it: a machine of 1,600 slowed down four times. */
const telephone = 400
const usualSlowdown = 4
const tries = 5

interface Looked {
  readonly marks: Marks
  /** What falls short of the promise, one line each; empty = nothing. */
  readonly flaws: readonly string[]
}

/**
 * Looks at a page with Lighthouse (mobile profile: 1.6 Mbit/s, 150 ms, a slow processor). The network is reckoned, not waited for, but the
 * processor is measured: on a machine at work with other tests the page seems slower. So a page that fails is looked at again with the
 * slowdown that makes *this* machine, as busy as it was, the same telephone; the best of five counts.
 */
export async function lookAt(url: string, debuggingPort: number): Promise<Looked> {
  let best: Looked | undefined
  for (let tried = 0, slowdown = usualSlowdown; tried < tries; tried += 1) {
    const { marks, benchmark, details } = await look(url, debuggingPort, slowdown)
    const short = names.filter(name => marks[name] < least[name])
    if (short.length === 0) return { marks, flaws: [] }
    const flaws = [...short.map(name => `${name} ${marks[name]} of ${least[name]}`), ...details]
    if (best === undefined || sum(marks) > sum(best.marks)) best = { marks, flaws }
    slowdown = Math.min(usualSlowdown, Math.max(1, benchmark / telephone))
  }
  if (best === undefined) throw new Error('Lighthouse was not asked')
  return best
}

const sum = (marks: Marks): number => names.reduce((all, name) => all + marks[name], 0)

async function look(url: string, port: number, cpuSlowdownMultiplier: number) {
  const run = await lighthouse(
    url,
    { port, logLevel: 'silent', onlyCategories: ['performance', 'accessibility', 'best-practices'] },
    {
      extends: 'lighthouse:default',
      settings: {
        disableFullPageScreenshot: true,
        throttling: { rttMs: 150, throughputKbps: 1638.4, cpuSlowdownMultiplier },
      },
    },
  )
  if (run === undefined) throw new Error('Lighthouse gave no answer')
  const { categories, audits, environment } = run.lhr
  const of = (name: string) => Math.round((categories[name]?.score ?? 0) * 100)
  const marks: Marks = {
    performance: of('performance'),
    accessibility: of('accessibility'),
    bestPractices: of('best-practices'),
  }
  const weighed = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0))
  const details = weighed.flatMap(({ id }) => {
    const audit = audits[id]
    return audit?.score == null || audit.score >= 0.9 ? [] : [`${audit.title} ${audit.displayValue ?? ''}`.trim()]
  })
  return { marks, benchmark: environment.benchmarkIndex, details }
}
