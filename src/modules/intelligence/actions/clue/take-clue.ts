import { cleanText } from '#kernel/chinese-text'
import type { Moment } from '#kernel/dates'
import { parsePhone } from '#kernel/phone'
import { ok, type Result, refuse } from '#kernel/refusal'
import { listTowns } from '#modules/registry'
import { announce, announceAll, factOf } from '#platform/announce'
import type { Tx } from '#platform/database'
import type { FileStore } from '#platform/files'
import { clueFactConfirmed, clueTaken } from '../../events.ts'
import { dueOn } from '../../rules/clue/clock.ts'
import type { FactKind } from '../../rules/clue/facts.ts'
import type { ClueMatter, ClueSource } from '../../rules/clue/words.ts'
import { partsOf, withoutReporter } from '../../rules/informant/redact.ts'
import { factsOf, recognise } from '../../rules/recognise.ts'
import { hasClueOf, insertClue, takeClueNo, writeClueEvent } from '../../store/clue.ts'
import { insertFacts } from '../../store/facts.ts'
import { putIdentity, putReceipt } from '../../store/informant.ts'
import { putContact } from '../../store/reporter-calls.ts'
import { hourOf } from '../hour.ts'
import { newInformantCode, type Reporter } from '../informant/codes.ts'
import { markReporter } from '../informant/unnamed.ts'
import { county, type Setting } from '../setting.ts'
import { addPhoto } from './photos.ts'

export interface ClueAsked {
  readonly source: ClueSource
  readonly matter: ClueMatter
  readonly areaCode?: string
  readonly text: string
  /** What the officer ticked or typed: believed by him. */
  readonly confirmed?: readonly { readonly kind: FactKind; readonly value: string }[]
  /** What another domain knows for certain: a licence number of a visit, a carton of a scan. */
  readonly certain?: readonly { readonly kind: FactKind; readonly value: string }[]
  readonly photos?: readonly string[]
  readonly reporter?: Reporter
  readonly sourceRef?: string
  readonly by: string
  readonly at: Moment
}

interface Stores extends Setting {
  readonly files?: FileStore
}

/**
 * 线索受理: the one intake for every source. Whoever reported is parted from what he said before anything is written; what is
 * recognised is offered, what the officer ticked is believed. The same finding or alert makes one clue: `clueTakenAlready`.
 */
export async function takeClue(tx: Tx, asked: ClueAsked, setting: Stores): Promise<Result<string>> {
  const { source, matter, by, at, reporter } = asked
  const areaCode = asked.areaCode ?? county
  const written = cleanText(asked.text, { max: 4000, lines: true })
  if (!written.ok) return written.refusal === 'textEmpty' ? refuse('clueTextMissing') : written
  if (asked.sourceRef !== undefined && (await hasClueOf(tx, source, asked.sourceRef))) return refuse('clueTakenAlready')
  const text = reporter ? withoutReporter(written.value, reporter.identity) : written.value
  const no = await takeClueNo(tx, at.today.year)
  const receivedOn = at.today.toString()
  const facts = {
    state: 'new',
    receivedOn,
    extendedTo: null,
    decidedOn: null,
    hasReporter: reporter !== undefined,
  } as const
  const due = dueOn(facts, setting)
  if (!due.ok) return due
  const code = reporter === undefined ? null : newInformantCode()
  // 小时取整 for whoever reported; a machine's or an officer's clue keeps its minute.
  const received = reporter === undefined ? at.instant : hourOf(at.instant)
  await insertClue(tx, {
    ...{
      no,
      source,
      matter,
      areaCode,
      receivedOn,
      informantCode: code,
      sourceRef: asked.sourceRef ?? null,
      takenBy: by,
    },
    textSealed: setting.keyring.sealField(text),
    receivedAt: received.toString(),
    dueOn: due.value?.toString() ?? null,
  })
  const line = { event: 'take', to: 'new', by, at: received.toString(), on: receivedOn, noteSealed: null }
  await writeClueEvent(tx, no, line)
  if (reporter && code !== null) await sealReporter(tx, { no, code, reporter, on: receivedOn }, setting)
  await addFacts(tx, { ...asked, no, areaCode, text }, setting)
  for (const photo of asked.photos ?? []) {
    if (!setting.files) return refuse('cluePhotoLost')
    const added = await addPhoto(tx, no, photo, { files: setting.files, keyring: setting.keyring })
    if (!added.ok) return added
  }
  await announce(tx, clueTaken, { clueNo: no, areaCode, source, matter, receivedOn })
  return ok(no)
}

async function sealReporter(
  tx: Tx,
  { no, code, reporter, on }: { no: string; code: string; reporter: Reporter; on: string },
  { keyring }: Setting,
): Promise<void> {
  await putReceipt(tx, reporter.receiptHash, no, code)
  const given = Object.entries(reporter.identity).filter(([, value]) => (value ?? '').trim() !== '')
  if (given.length > 0) {
    await putIdentity(tx, code, keyring.vault.seal(JSON.stringify(Object.fromEntries(given)), code), on)
    await markReporter(tx, code, reporter.identity, keyring)
  }
  // 短信告知 by his own wish: the number alone, apart from who he is.
  const phone = parsePhone(reporter.identity.phone ?? '')
  if (reporter.smsWanted && phone.ok) await putContact(tx, code, keyring.vault.seal(phone.value, code))
}

type Told = ClueAsked & { readonly no: string; readonly areaCode: string }

/** Each fact once, what is believed before what was only recognised; one statement, one announcement for all that is believed. */
async function addFacts(tx: Tx, asked: Told, { keyring }: Setting): Promise<void> {
  const { no: clueNo, areaCode, by, text } = asked
  const at = asked.at.instant.toString()
  const known = { today: asked.at.today, county, towns: await listTowns(tx, county) }
  // His own name and numbers are no facts of the matter, whoever ticked them.
  const his = new Set(partsOf(asked.reporter?.identity ?? {}))
  const others = (asked.confirmed ?? []).filter(
    ({ value }) => !partsOf({ name: value, phone: value }).some(part => his.has(part)),
  )
  const fresh = await insertFacts(
    tx,
    clueNo,
    [
      ...others.map(fact => ({ ...fact, offeredBy: 'officer' as const, by, at })),
      ...(asked.certain ?? []).map(fact => ({ ...fact, offeredBy: 'source' as const, by, at })),
      ...factsOf(recognise(text, known)).map(fact => ({ ...fact, offeredBy: 'text' as const })),
    ],
    keyring,
  )
  const believed = fresh.filter(({ state }) => state === 'confirmed')
  await announceAll(
    tx,
    believed.map(({ id, kind, valueIndex }) =>
      factOf(clueFactConfirmed, { clueNo, areaCode, factId: id, kind, valueIndex }),
    ),
  )
}
