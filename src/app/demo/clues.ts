import type { Actor, StaffRole } from '#kernel/actor'
import { type Moment, momentOf } from '#kernel/dates'
import { type ClueEvent, intelligenceSettingOn, newReporter, takeClue, takeClueStep } from '#modules/intelligence'
import type { Tx } from '../../platform/database.ts'
import type { Keyring } from '../../platform/keyring.ts'
import { type DemoClue, demoClues } from './clue-words.ts'

/** Ids of those who take the steps. */
export interface ClueOfficers {
  readonly desk: string
  readonly analyst: string
  readonly inspector: string
  readonly head: string
}

interface Scene {
  readonly tx: Tx
  readonly now: Moment
  readonly officers: ClueOfficers
  readonly keyring: Keyring
}

/** 线索 of a demonstration (模拟): of every source and in every state, each step taken by whoever would take it, on its own day. Their numbers, in the order told. */
export async function seedClues(
  tx: Tx,
  now: Moment,
  officers: ClueOfficers,
  keyring: Keyring,
): Promise<readonly string[]> {
  const scene = { tx, now, officers, keyring }
  const numbers: string[] = []
  for (const [n, clue] of demoClues.entries()) numbers.push(await tell(scene, clue, n))
  return numbers
}

const before = ({ instant }: Moment, hours: number): Moment => momentOf(instant.subtract({ hours }))

async function tell({ tx, now, officers, keyring }: Scene, clue: DemoClue, n: number): Promise<string> {
  const at = before(now, clue.daysAgo * 24 + (n % 7))
  const { source, matter, areaCode, text } = clue
  const reported = source === 'desk' || source === 'portal' || source === 'kiosk'
  const reporter = reported
    ? await newReporter(keyring, { identity: clue.reporter ?? {}, requestKey: `demo ${n}`, nonce: `demo ${n}` })
    : undefined
  const by = source === 'portal' || source === 'kiosk' ? 'anonymous' : `staff:${officers.desk}`
  const asked = { source, matter, areaCode, text, by, at, ...(reporter ? { reporter: reporter.reporter } : {}) }
  const taken = await takeClue(tx, asked, intelligenceSettingOn(at.today, keyring))
  if (!taken.ok) throw new Error(`demo clue: ${taken.refusal}`)
  const no = taken.value
  let version = 1
  for (const [step, event] of clue.steps.entries()) {
    const on = before(now, Math.max(0, clue.daysAgo * 24 - (step + 1) * 8))
    const input = { ...inputs(clue, event), ...(event === 'assign' ? { staff: officers.inspector } : {}) }
    const asked = { no, event, version, input, by: actorOf(event, officers), at: on }
    const done = await takeClueStep(tx, asked, intelligenceSettingOn(on.today, keyring))
    if (!done.ok) throw new Error(`demo clue ${no} ${event}: ${done.refusal}`)
    version += 1
  }
  return no
}

const inputs = (clue: DemoClue, event: ClueEvent) => ({
  matter: clue.matter,
  grade: clue.grade ?? 'B',
  agency: clue.agency ?? 'market',
  words: clue.words[event] ?? '模拟数据：按流程办理。',
  days: '7',
})

/** Whose step it is (rules/clue/steps.ts). */
const by: Readonly<Partial<Record<ClueEvent, keyof ClueOfficers>>> = {
  validate: 'desk',
  grade: 'analyst',
  assign: 'analyst',
  begin: 'inspector',
  convert: 'inspector',
  refer: 'analyst',
  watch: 'analyst',
  tell: 'desk',
  close: 'desk',
}
const roles: Readonly<Record<keyof ClueOfficers, StaffRole>> = {
  desk: 'informantDesk',
  analyst: 'analyst',
  inspector: 'inspector',
  head: 'head',
}

function actorOf(event: ClueEvent, officers: ClueOfficers): Extract<Actor, { kind: 'staff' }> {
  const who = by[event] ?? 'head'
  return { kind: 'staff', staffId: officers[who], sessionId: 'demo', roles: [roles[who]], areas: ['440785'] }
}
