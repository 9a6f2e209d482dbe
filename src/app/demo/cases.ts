import { type Moment, momentOf } from '#kernel/dates'
import type { Result } from '#kernel/refusal'
import {
  addEvidence,
  type CaseAsked,
  type CaseInput,
  confirmRecord,
  openCase,
  saveAmounts,
  stepCase,
  writeRecord,
} from '#modules/cases'
import { findRetailer } from '#modules/registry'
import { licenceNoOfShop } from '../../../town/persona-lines.ts'
import { personas } from '../../../town/personas.ts'
import { sm3 } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/database.ts'
import type { FileStore } from '../../platform/files.ts'
import type { Keyring } from '../../platform/keyring.ts'
import { established } from './case-goods-words.ts'
import { type DemoCase, demoCases } from './case-stories.ts'

/** Ids of the people who act in the stories. */
export interface CaseStaff {
  readonly first: string
  readonly second: string
  readonly head: string
  readonly legal: string
}

interface Scene {
  readonly tx: Tx
  readonly now: Moment
  readonly staff: CaseStaff
  readonly keyring: Keyring
  readonly files: FileStore
}

/** 案件 of a demonstration (模拟): in every stage of the procedure. Each step goes the way a person's would, on its own day. Their numbers, in the order told. */
export async function seedCases(scene: Scene): Promise<readonly string[]> {
  const numbers: string[] = []
  for (const [n, story] of demoCases.entries()) numbers.push(await tell(scene, story, n))
  return numbers
}

const roles = { first: ['inspector'], second: ['inspector'], head: ['head'], legal: ['legal'] } as const
const before = ({ instant }: Moment, days: number): Moment => momentOf(instant.subtract({ hours: 24 * days }))

function must<T>(result: Result<T>, what: string): T {
  if (!result.ok) throw new Error(`demo case, ${what}: ${result.refusal} ${JSON.stringify(result.details ?? {})}`)
  return result.value
}

async function tell({ tx, now, staff, keyring, files }: Scene, story: DemoCase, n: number): Promise<string> {
  const by = (who: keyof CaseStaff) =>
    ({ kind: 'staff', staffId: staff[who], sessionId: 'demo', roles: roles[who], areas: ['440785'] }) as const
  const at = (days: number) => before(now, days)
  const party = { kind: 'person', idNo: '', phone: '', represented: '', ...story.party } as const
  const licenceNo = await shopOf(tx, story)
  const asked: CaseAsked = {
    ...{ ...story.opened, party, by: `staff:${staff.first}`, at: at(story.since) },
    ...(licenceNo === undefined ? {} : { licenceNo }),
  }
  const no = must(await openCase(tx, asked, keyring), story.opened.about)
  let version = 1
  for (const [days, who, event, given] of story.steps) {
    const around = { by: by(who), at: at(days), keys: keyring, files }
    if (event === 'papers') {
      const content = Buffer.from(`模拟证据 ${n + 1}`)
      const digest = sm3(content).toString('hex')
      const taken = {
        kind: 'audiovisual',
        title: '现场照片（模拟数据）',
        source: '现场拍摄',
        place: '检查现场',
        media: 'text/plain',
      }
      must(await addEvidence(tx, no, { ...taken, takenOn: at(days).today.toString(), digest, content }, around), event)
      const on = at(days + 1).today.toString()
      const record = {
        kind: 'questioning',
        place: '本局',
        from: `${on}T09:00`,
        until: `${on}T09:50`,
        person: party.name,
      } as const
      const words = '问：货从哪里来？\n答：从外地朋友处买的，没有发票。\n（模拟数据）'
      const made = must(
        await writeRecord(
          tx,
          no,
          { ...record, words, signature: 'M20 60 L80 20 L140 90 L220 40 L300 80', refused: '' },
          around,
        ),
        event,
      )
      must(await confirmRecord(tx, made.id, made.digest, { ...around, by: by('second') }), event)
      continue
    }
    if (event === 'amounts') {
      const sums = Object.fromEntries(Object.entries(given ?? {}).map(([base, yuan]) => [base, Number(yuan) * 100]))
      const how = { by: `staff:${staff.first}`, at: at(days).instant.toString() }
      must(await saveAmounts(tx, no, { ...established, ...sums }, how), event)
      continue
    }
    const input = inputOf(given, at, staff)
    must(await stepCase(tx, { no, event, version, input, by: by(who), at: at(days) }, keyring), `${no} ${event}`)
    version += 1
  }
  return no
}

/** The licence the story is about; undefined where no county was written. */
async function shopOf(tx: Tx, story: DemoCase): Promise<string | undefined> {
  const [shop] = personas.find(({ id }) => id === story.shopOf)?.shops ?? []
  const no = shop && licenceNoOfShop(shop)
  return no !== undefined && (await findRetailer(tx, no)) ? no : undefined
}

/** Days of a story are told as days before now, people by their part. */
const inputOf = (given: CaseInput = {}, at: (days: number) => Moment, staff: CaseStaff): CaseInput =>
  Object.fromEntries(
    Object.entries(given).map(([key, value]) => {
      if (key === 'chair') return [key, staff.legal]
      if (value === 'both') return [key, [staff.first, staff.second]]
      const ago = typeof value === 'string' ? /^-(\d+)d$/.exec(value) : null
      const ahead = typeof value === 'string' ? /^\+(\d+)d$/.exec(value) : null
      if (ago) return [key, at(Number(ago[1])).today.toString()]
      if (ahead) return [key, at(-Number(ahead[1])).today.toString()]
      return [key, value]
    }),
  )
