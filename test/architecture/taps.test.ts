import { describe, expect, it } from 'vitest'
import { services } from '#contract/licensing'
import { limits, people, secondsOf, type Walk } from '../../bench/taps/people.ts'
import { walkOnPhone } from '../../bench/taps/phone.ts'
import { atTheTerminal, walkAtTerminal } from '../../bench/taps/terminal.ts'

const walks = atTheTerminal.flatMap((code): [string, Walk][] =>
  (services[code].stepUp ? (['cardCode', 'card'] as const) : (['none'] as const)).map(way => [
    `${services[code].name.zh} (${way})`,
    walkAtTerminal(code, way),
  ]),
)

/** The estimate of `npm run bench -- taps`, as a gate: a question or a sentence more is noticed where it is added. */
describe('a service takes no longer than its aim', () => {
  it.each([...walks, ['新办 on the telephone', walkOnPhone()]] as [string, Walk][])('%s', (_, walk) => {
    expect(secondsOf(walk, people.practised)).toBeLessThanOrEqual(limits.practised)
    expect(secondsOf(walk, people.elder)).toBeLessThanOrEqual(limits.elder)
  })

  it('新办 copies nothing from a paper', () => {
    expect(walkOnPhone().copied).toBe(0)
  })
})
