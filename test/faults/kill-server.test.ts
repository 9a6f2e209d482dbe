import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Result } from '#kernel/refusal'
import { openRenewalHouse, type RenewalHouse } from '../../src/modules/licensing/testing/renewal-house.ts'
import { isDatabaseAway, openDatabase } from '../../src/platform/database.ts'
import { type ActPlan, runAct } from './acts.ts'
import { makePlan, numberFaults, tracesOf } from './county.ts'
import { hookStatements, momentsOf, type Phase } from './strike.ts'

let house: RenewalHouse
/** The children load the same program forty times: compiled once, each starts in half the time. */
let compiled: string
beforeAll(async () => {
  compiled = await mkdtemp(join(tmpdir(), 'yzt-compiled-'))
  house = await openRenewalHouse({ connections: 6 })
})
afterAll(async () => {
  await house.close()
  await rm(compiled, { recursive: true, force: true })
})

/** Kills a real process (SIGKILL) at the statement; resolves with the signal that ended it. */
function killAt(plan: ActPlan, at: number, phase: Phase): Promise<string | null> {
  const order = { url: house.test.appUrl, keysFolder: house.keysFolder, plan, at, phase }
  const child = spawn('node', [join(import.meta.dirname, 'child.ts'), JSON.stringify(order)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  })
  return new Promise(resolve => child.once('exit', (_, signal) => resolve(signal)))
}

/** What the caller does who got no reply: the same again under the same key, until there is an answer. */
async function again(plan: ActPlan): Promise<Result<unknown>> {
  for (;;) {
    const result = await runAct(plan, house.test.database, house.keyring)
    // The dead server's transaction may still be ending.
    if (result.ok || result.refusal !== 'twinInFlight') return result
    await sleep(20)
  }
}

async function statementsOf(name: ActPlan['name']): Promise<number> {
  const database = openDatabase(house.test.appUrl, { connections: 1 })
  const seen = hookStatements(database.pool)
  try {
    const result = await runAct(await makePlan(house, name), database, house.keyring)
    if (!result.ok) throw new Error(`${name}: ${result.refusal}`)
    return seen()
  } finally {
    await database.close()
  }
}

const allOr = (n: number, traces: object) => Object.fromEntries(Object.keys(traces).map(name => [name, n]))

describe.each(['submit', 'submitNew', 'issue', 'print'] as const)('kill -9 of the server in %s', name => {
  it('at every statement: nothing is half there, and asked again it is there once', async () => {
    const statements = await statementsOf(name)
    expect(statements).toBeGreaterThan(5)
    const moments = momentsOf(statements, name === 'submit' ? 10 : 5)
    const tries = moments.map(([at, phase]) => async () => {
      const plan = await makePlan(house, name)
      expect(await killAt(plan, at, phase)).toBe('SIGKILL')
      const left = await tracesOf(house, plan)
      const moment = `${name}, statement ${at} of ${statements}, ${phase}: ${JSON.stringify(left)}`
      if (phase === 'before') expect(left, moment).toEqual(allOr(0, left))
      else if (phase === 'after') expect(left, moment).toEqual(allOr(1, left))
      else expect([allOr(0, left), allOr(1, left)], moment).toContainEqual(left)
      const first = await again(plan)
      expect(first, moment).toMatchObject({ ok: true })
      expect(await again(plan), moment).toEqual(first)
      expect(await tracesOf(house, plan), moment).toEqual(allOr(1, left))
    })
    await twoAtATime(tries)
    expect(await numberFaults(house)).toEqual([])
  })
})

describe.each(['submit', 'submitNew', 'issue', 'print'] as const)('the connection cut in %s', name => {
  it('before every statement nothing is there; at the commit all or nothing; asked again it is there once', async () => {
    const statements = await statementsOf(name)
    const plan = await makePlan(house, name)
    const nothing = allOr(0, await tracesOf(house, plan))
    for (let at = 1; at <= statements; at += 1) {
      await cutAt(plan, at, 'before')
      expect(await tracesOf(house, plan), `${name}, statement ${at} of ${statements}`).toEqual(nothing)
    }
    await cutAt(plan, statements, 'sent')
    const left = await tracesOf(house, plan)
    expect([nothing, allOr(1, nothing)]).toContainEqual(left)
    const first = await again(plan)
    expect(first).toMatchObject({ ok: true })
    expect(await again(plan)).toEqual(first)
    expect(await tracesOf(house, plan)).toEqual(allOr(1, nothing))
    expect(await numberFaults(house)).toEqual([])
  })
})

/** One try in this process, whose connection breaks at the statement. */
async function cutAt(plan: ActPlan, at: number, phase: Phase): Promise<void> {
  for (;;) {
    const database = openDatabase(house.test.appUrl, { connections: 1 })
    hookStatements(database.pool, { at, phase, strike: (_, cut) => cut() })
    const told = await runAct(plan, database, house.keyring).catch((error: unknown) => {
      if (!isDatabaseAway(error)) throw error
      return undefined
    })
    await database.close().catch(() => undefined)
    if (told === undefined) return
    // The transaction of the try before may still be ending.
    if (told.ok || told.refusal !== 'twinInFlight') throw new Error(`no statement ${at} in ${plan.name}`)
    await sleep(5)
  }
}

async function twoAtATime(tasks: (() => Promise<void>)[]): Promise<void> {
  const waiting = [...tasks]
  const worker = async () => {
    for (let task = waiting.shift(); task; task = waiting.shift()) await task()
  }
  await Promise.all([worker(), worker()])
}
