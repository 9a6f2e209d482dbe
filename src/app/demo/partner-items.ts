import { sql } from 'kysely'
import { type Moment, momentOf } from '#kernel/dates'
import type { Result } from '#kernel/refusal'
import {
  type Contact,
  type Field,
  type ItemKind,
  listAgencies,
  listContacts,
  releasing,
  tellTip,
} from '#modules/partners'
import type { Tx } from '../../platform/database.ts'
import type { Keyring } from '../../platform/keyring.ts'

interface Scene {
  readonly tx: Tx
  readonly now: Moment
  readonly keyring: Keyring
  readonly idOf: (account: string) => string
}

const everyField: readonly Field[] = [
  'words',
  'number',
  'about',
  'place',
  'day',
  'quantity',
  'value',
  'plate',
  'waybill',
]
const before = ({ instant }: Moment, hours: number): Moment => momentOf(instant.subtract({ hours }))

function must<T>(result: Result<T>, what: string): T {
  if (result.ok) return result.value
  throw new Error(`demo items of partners, ${what}: ${result.refusal} ${JSON.stringify(result.details ?? {})}`)
}

/** 协作约定和事项 of a demonstration (模拟数据): police and market regulator under an agreement each; one item answered, one waiting. */
export async function seedPartnerItems(scene: Scene): Promise<void> {
  const { tx } = scene
  const agencies = await listAgencies(tx)
  const contacts = await listContacts(tx)
  const personOf = (kind: string): Contact | undefined => {
    const agency = agencies.find(one => one.kind === kind)
    return contacts.find(one => one.agencyId === agency?.id && one.accountId !== null)
  }
  const police = personOf('economicPolice')
  const market = personOf('market')
  if (!police || !market) return
  const forPolice = await agree(scene, police, '涉烟犯罪线索核查和协助调查', [
    'clue',
    'case',
    'assist',
    'referral',
    'facts',
  ])
  const forMarket = await agree(scene, market, '无证零售和经营主体核查', [
    'clue',
    'case',
    'assist',
    'notice',
    'referral',
  ])
  const words = '请协助核查车辆登记和近三十日通行情况（模拟数据）。'
  const first = await give(scene, police, forPolice, {
    kind: 'assist',
    aboutNo: await clueOf(tx, 'transport'),
    words,
    hoursAgo: 50,
  })
  await answer(
    scene,
    first,
    police,
    ['receive', '', 49],
    ['answer', '车辆登记在模拟物流公司名下，近三十日夜间通行十一次（模拟数据）。', 20],
  )
  const asked = '线索所说店铺是否有营业执照，请核查后答复（模拟数据）。'
  const aboutNo = await clueOf(tx, 'unlicensed')
  await give(scene, market, forMarket, { kind: 'clue', aboutNo, words: asked, hoursAgo: 5 })
  const post = personOf('post')
  if (post) await tell(scene, post)
}

/** 报送线索 by the post; the reaction makes a clue of it, and its plate meets those that are there. */
async function tell({ tx, now, keyring }: Scene, { agencyId, accountId }: Contact): Promise<void> {
  const text = '驿站报告：两日内有三件报“茶叶”的包裹由粤J8K215的面包车取走，运单号YT9900112233445（模拟数据）。'
  const teller = { agencyId, by: `partner:${agencyId}/${accountId}`, at: before(now, 2), keyring }
  must(await tellTip(tx, { ref: '恩邮监〔2026〕模拟3号', matter: 'posting', text }, teller), 'tip')
}

async function agree(
  { tx, now, idOf }: Scene,
  { agencyId, id }: Contact,
  purpose: string,
  items: readonly ItemKind[],
): Promise<string> {
  const at = before(now, 24 * 20)
  const asked = {
    ...{
      agencyId,
      contactId: id,
      purpose,
      items,
      fields: everyField,
      monthlyQuota: 30,
      dailyReads: 200,
      secondHand: false,
    },
    ...{ from: `${at.instant}`, until: `${at.instant.add({ hours: 24 * 365 })}` },
  }
  const no = must(await releasing.proposeAgreement(tx, asked, { by: `staff:${idOf('analyst')}`, at }), 'agreement')
  must(await releasing.decideAgreement(tx, { no, word: 'agreed' }, { by: `staff:${idOf('head')}`, at }), 'agreement')
  return no
}

interface Told {
  readonly kind: ItemKind
  readonly aboutNo: string | null
  readonly words: string
  readonly hoursAgo: number
}

async function give(
  { tx, now, keyring, idOf }: Scene,
  contact: Contact,
  agreementNo: string,
  told: Told,
): Promise<string> {
  const { kind, aboutNo, words, hoursAgo } = told
  const fields: Field[] = aboutNo === null ? ['words'] : ['words', 'number', 'about', 'day']
  const asked = { kind, contactId: contact.id, agreementNo, aboutNo, fields, typed: { words } }
  const who = { by: `staff:${idOf('analyst')}`, at: before(now, hoursAgo), keyring }
  const { no } = must(await releasing.giveItem(tx, asked, who), 'item')
  await tellAtOnce(tx, { no, contactId: contact.id, at: who.at })
  return no
}

/** The message of that hour as it went out then, under the key of its fact: told anew by today's reaction it would be hours late. */
async function tellAtOnce(
  tx: Tx,
  { no, contactId, at }: { readonly no: string; readonly contactId: string; readonly at: Moment },
): Promise<void> {
  const [queued, told] = [at.instant.toString(), at.instant.add({ seconds: 3 }).toString()]
  await sql`insert into access.message (id, key, area_code, about, kind, phone_sealed, text, state, tries, queued_at, sent_at, settled_at)
    select gen_random_uuid(), ${`awaited:${no}:${queued}:${contactId}`}, '440785', ${no}, 'contactAwaited', phone_sealed,
      '【恩平烟草】有一项协作事项等您接收。请登录协作平台，或者打开手机上的外勤应用查看。', 'delivered', 1, ${queued}, ${told}, ${told}
    from partners.contact where id = ${contactId}`.execute(tx)
}

type Step = readonly [event: 'receive' | 'answer', words: string, hoursAgo: number]

async function answer(
  { tx, now, keyring }: Scene,
  no: string,
  { agencyId, accountId }: Contact,
  ...steps: readonly Step[]
): Promise<void> {
  for (const [place, [event, words, hoursAgo]] of steps.entries()) {
    const by = `partner:${agencyId}/${accountId}`
    const asked = { no, event, words, version: place + 1, by, side: 'theirs' } as const
    must(await releasing.stepItem(tx, asked, { at: before(now, hoursAgo), keyring }), event)
  }
}

async function clueOf(tx: Tx, matter: string): Promise<string | null> {
  const { rows } = await sql<{
    no: string
  }>`select no from intelligence.clue where matter = ${matter} order by no limit 1`.execute(tx)
  return rows[0]?.no ?? null
}
