import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { savePersonBars, seedHolds, seedSiteChecks, seedSuspensions } from '#modules/licensing'
import { reckonReachSoon } from '#modules/metrics'
import type { LicenceFacts } from '../../../town/facts.ts'
import { idNoOf } from '../../../town/persona-lines.ts'
import { type Persona, personas } from '../../../town/personas.ts'
import { county } from '../../../town/places.ts'
import { writeSimulators, writeTown } from '../../../town/write.ts'
import { systemClock } from '../../platform/clock.ts'
import type { Config } from '../../platform/config.ts'
import { houseFiles } from '../../platform/files.ts'
import type { Keyring } from '../../platform/keyring.ts'
import type { Foundation } from '../compose.ts'
import { importableFiles, importFile } from '../imports.ts'
import { createDemoStaff } from './accounts.ts'
import { seedCaseGoods } from './case-goods.ts'
import { seedCases } from './cases.ts'
import { seedChain } from './chain.ts'
import { seedClues } from './clues.ts'
import { seedCooperation } from './cooperation.ts'
import { seedDeliveries } from './deliveries.ts'
import { seedEvents } from './events.ts'
import { seedFilms } from './films.ts'
import { seedGraph, tellSeededHits } from './graph.ts'
import { seedLive } from './live.ts'
import { seedMandates } from './mandates.ts'
import { demoSeed, rememberFirstDay } from './market.ts'
import { seedPartnerItems } from './partner-items.ts'
import { seedQuiz } from './quiz.ts'
import { seedSchoolSurroundings } from './school-surroundings.ts'

/** Fills an empty database with the synthetic county (模拟数据): files first, then the ordinary import of those files. */
export async function seedWhenEmpty(
  { database, keyring }: Foundation,
  config: Config,
  say: (line: string) => void,
): Promise<void> {
  const at = systemClock.now()
  const { rows } = await database.within({ areas: 'all' }, tx =>
    sql<{ n: number }>`select count(*)::int as n from access.staff`.execute(tx),
  )
  if ((rows[0]?.n ?? 0) > 0) return
  say('空库：正在生成模拟县域（3,000 零售户、120 台终端）……')
  const folder = join(config.dataFolder, 'town')
  await mkdir(folder, { recursive: true })
  const town = await writeTown(folder, { seed: demoSeed, today: at.today })
  await rememberFirstDay(config, at.today)
  for (const file of importableFiles) {
    const report = await importFile(database, keyring, join(folder, file))
    if (!report.ok) throw new Error(`import of ${file}: ${report.refusal}`)
  }
  await writeSimulators(folder, town)
  await database.within({ areas: 'all' }, async tx => {
    await seedSiteChecks(tx, town.facts.flatMap(siteCheckOf))
    await seedHolds(tx, town.facts.flatMap(holdsOf))
    await seedSuspensions(tx, town.facts.flatMap(suspensionOf))
    await seedMandates(tx, at.today, keyring)
    await savePersonBars(
      tx,
      personas.flatMap(persona => barsOf(persona, at.today, keyring)),
    )
    const ids = await createDemoStaff(tx, at, keyring)
    await seedDeliveries(tx, at, keyring)
    await seedGraph(tx, at, keyring)
    const idOf = (account: string) => ids.get(account) ?? ''
    const people = { first: idOf('inspector'), second: idOf('inspector2'), head: idOf('head'), legal: idOf('legal') }
    const cases = await seedCases({ tx, now: at, staff: people, keyring, files: await houseFiles(config) })
    await seedSchoolSurroundings(tx, at, { first: idOf('inspector'), second: idOf('verifier'), head: idOf('head') })
    const intake = { desk: idOf('informant.desk'), analyst: idOf('analyst'), inspector: idOf('inspector') }
    const clues = await seedClues(tx, at, { ...intake, head: idOf('head') }, keyring)
    const [portal = '', quay = '', , , market = ''] = clues
    const van = { portal, quay, market, case: cases[2] ?? '' }
    await seedChain({ tx, now: at, keyring, analyst: idOf('analyst') }, van)
    await seedCaseGoods(tx, at, keyring, idOf)
    await seedEvents(tx, at, `staff:${idOf('window')}`)
    const teachers = { tx, now: at, writer: `staff:${idOf('window')}`, releaser: `staff:${idOf('legal')}` }
    const [itemId = null] = await seedQuiz(teachers)
    await seedFilms({ ...teachers, itemId }, config)
    await seedCooperation({ tx, now: at, keyring, idOf })
    await seedPartnerItems({ tx, now: at, keyring, idOf })
    await tellSeededHits(tx)
    await seedLive({ tx, now: at, writer: `staff:${idOf('window')}` })
    await reckonReachSoon(tx)
  })
}

/** Two invented verifiers signed each check of the county (行政许可法 34). */
const siteCheckOf = ({ licenceNo, lastSiteCheckOn }: LicenceFacts) =>
  lastSiteCheckOn === null ? [] : [{ licenceNo, checkedOn: lastSiteCheckOn, verifiers: ['核查 陈路', '沙湖核查 吴江'] }]

const holdsOf = ({ licenceNo, holds, lastSiteCheckOn }: LicenceFacts) =>
  holds.map(kind => ({ licenceNo, kind, source: '模拟', since: lastSiteCheckOn ?? '2026-01-01' }))

const barsOf = ({ bar, ...persona }: Persona, today: Temporal.PlainDate, keyring: Pick<Keyring, 'blindIndex'>) => {
  if (!bar) return []
  const since = today.subtract({ days: bar.daysAgo }).toString()
  const personIndex = keyring.blindIndex('person', idNoOf(persona, today))
  return [{ personIndex, areaCode: county.code, kind: bar.kind, source: '模拟', since }]
}

const suspensionOf = ({ licenceNo, suspendedFrom: from, suspendedTo: to }: LicenceFacts) =>
  from === null || to === null ? [] : [{ licenceNo, from, to }]
