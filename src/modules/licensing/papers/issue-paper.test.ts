import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { momentOf } from '#kernel/dates'
import { makeSm2KeyPair } from '#platform/crypto'
import type { JobContext } from '#platform/jobs'
import type { Services } from '#platform/module'
import { isSealed } from '#platform/paper-seal'
import { createTestDatabase, type TestDatabase } from '../../../../test/database/harness.ts'
import { findPaperPage, listPapers } from '../queries/paper-page.ts'
import { sampleFace } from '../rules/sample-face.ts'
import { type SeededLicence, seedApplication, seedLicence } from '../testing/seed-licence.ts'
import { issuePaper } from './issue-paper.ts'
import { issuePaperJob, issuePaperLater } from './issue-paper-job.ts'
import type { PaperContent } from './paper.ts'

const licence = { keyId: 'k1', ...makeSm2KeyPair() }
const at = momentOf(Temporal.Instant.from('2026-12-31T15:59:00Z'))
const newYear = momentOf(Temporal.Instant.from('2026-12-31T16:01:00Z'))
/** No file of these tests has an agent whose name would be opened. */
const keyring = { licence, openField: (sealed: string) => sealed }

let test: TestDatabase
let shop: SeededLicence
const everything = <T>(work: Parameters<typeof test.database.within<T>>[1]) =>
  test.database.within({ areas: 'all' }, work)
const application = async (serial: number): Promise<string> => {
  const applicationNo = `R20261123-${String(serial).padStart(6, '0')}`
  const face = { ...sampleFace, licenceNo: String(440785100000 + serial), version: 1 }
  shop = await seedLicence(test.database, { face })
  await seedApplication(test.database, shop, applicationNo)
  return applicationNo
}
const receipt = (applicationNo: string, when = at) =>
  everything(tx => issuePaper(tx, keyring, { kind: 'receipt', applicationNo, facts: {}, at: when }))

beforeAll(async () => {
  test = await createTestDatabase({ connections: 8 })
})
afterAll(() => test.drop())

describe('issuing a document', () => {
  it('keeps the words, signed, for the shop of the application', async () => {
    const applicationNo = await application(1)
    const { paperId, number } = await receipt(applicationNo)
    expect(number).toBe('恩烟许收〔2026〕第1号')
    const paper = await everything(tx => findPaperPage(tx, paperId))
    const content = JSON.parse(paper?.content ?? '') as PaperContent
    expect(content).toMatchObject({
      title: '收件通知书',
      number,
      bureau: '恩平市烟草专卖局',
      addressee: '恩平市沙湖镇顺意商店（负责人：陈小明）：',
      date: '2026-12-31',
      applicationNo,
    })
    expect(paper && isSealed(paper.content, paper, { k1: licence.publicKey })).toBe(true)
    expect(await everything(tx => listPapers(tx, applicationNo))).toMatchObject([{ paperId, kind: 'receipt', number }])
  })

  it('asked again gives the one that stands', async () => {
    const applicationNo = await application(2)
    const first = await receipt(applicationNo)
    expect(await receipt(applicationNo, newYear)).toEqual(first)
    const [one, two] = await Promise.all([receipt(await application(3)), receipt('R20261123-000003')])
    expect(one).toEqual(two)
  })

  it('numbers each kind and year of its own from 1, the year being that of China', async () => {
    const applicationNo = await application(4)
    expect(await receipt(applicationNo, newYear)).toMatchObject({ number: '恩烟许收〔2027〕第1号' })
    const extension = { kind: 'extension', applicationNo, facts: { reason: '核实', dueOn: '2027-01-10' }, at } as const
    expect(await everything(tx => issuePaper(tx, keyring, extension))).toMatchObject({
      number: '恩烟许延期〔2026〕第1号',
    })
  })

  it('leaves no gap in the numbers, though many issue at once and some fail', async () => {
    const later = momentOf(Temporal.Instant.from('2030-06-01T00:00:00Z'))
    const numbers = Array.from({ length: 20 }, (_, i) => 100 + i)
    for (const serial of numbers) await application(serial)
    const issue = (serial: number) =>
      everything(async tx => {
        const request = { kind: 'receipt', applicationNo: `R20261123-${String(serial).padStart(6, '0')}` } as const
        const paper = await issuePaper(tx, keyring, { ...request, facts: {}, at: later })
        if (serial % 3 === 0) throw new Error('the act failed after its paper was numbered')
        return paper.number
      })
    const settled = await Promise.allSettled(numbers.map(issue))
    const given = settled.flatMap(one =>
      one.status === 'fulfilled' ? [Number(/第(\d+)号/u.exec(one.value)?.[1])] : [],
    )
    expect(given).toHaveLength(14)
    expect(given.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 14 }, (_, i) => i + 1))
  })

  it('cannot be changed or taken back afterwards', async () => {
    const change = everything(tx => sql`update licensing.paper set content = '{}'`.execute(tx))
    await expect(change).rejects.toThrow(/permission denied/)
    await expect(everything(tx => sql`delete from licensing.paper`.execute(tx))).rejects.toThrow(/permission denied/)
  })

  it('is shown to staff of the area only', async () => {
    const { paperId } = await receipt(await application(200))
    const seen = (areas: string[]) => test.database.within({ areas }, tx => findPaperPage(tx, paperId))
    expect(await seen(['440785'])).toBeDefined()
    expect(await seen(['440785102'])).toBeDefined()
    expect(await seen(['440785103'])).toBeUndefined()
    expect(await seen([])).toBeUndefined()
  })
})

describe('the job that writes documents after the commit', () => {
  const context = (): JobContext => {
    const services = { database: test.database, keyring, clock: { now: () => at } }
    return { services: services as unknown as Services, attempt: 1, signal: new AbortController().signal }
  }

  it('writes the same document once, however often it runs, also twice at once', async () => {
    const payload = { kind: 'receipt', applicationNo: await application(300) }
    await Promise.all([issuePaperJob.run(payload, context()), issuePaperJob.run(payload, context())])
    await issuePaperJob.run(payload, context())
    expect(await everything(tx => listPapers(tx, payload.applicationNo))).toHaveLength(1)
  })

  it('exists exactly when the decision does', async () => {
    const applicationNo = await application(301)
    const waiting = async () => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from graphile_worker.jobs
        where task_identifier = ${issuePaperJob.name}`.execute(test.database.db)
      return rows[0]?.n
    }
    await expect(
      everything(async tx => {
        await issuePaperLater(tx, 'receipt', applicationNo)
        throw new Error('rolled back')
      }),
    ).rejects.toThrow('rolled back')
    expect(await waiting()).toBe(0)
    await everything(tx => issuePaperLater(tx, 'receipt', applicationNo))
    await everything(tx => issuePaperLater(tx, 'receipt', applicationNo))
    expect(await waiting()).toBe(1)
  })

  it('takes no document that needs the words of a person', async () => {
    await expect(issuePaperJob.run({ kind: 'renewalDenial', applicationNo: 'x' }, context())).rejects.toThrow(/payload/)
  })
})
