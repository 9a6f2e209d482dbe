import { ok, type Result, refuse } from '#kernel/refusal'
import { listTowns } from '#modules/registry'
import { type ActOptions, act } from '#platform/act'
import { randomId, sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { houseFiles } from '#platform/files'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { takeClue } from '../actions/clue/take-clue.ts'
import { hashOf, newReporter } from '../actions/informant/codes.ts'
import { hearReporter } from '../actions/informant/messages.ts'
import { payoutCode } from '../actions/informant/rewards.ts'
import { county, settingOn } from '../actions/setting.ts'
import { type ReportAnswer, reportRoutes as routes } from '../contract/reports.ts'
import { renderSlip } from '../papers/slip.ts'
import { messageOf } from '../queries/informant.ts'
import { isOutcome, stateWords } from '../rules/clue/moves.ts'
import { readReceipt } from '../rules/informant/receipt.ts'
import { type ClueRecord, lockClue } from '../store/clue.ts'
import { findClueOfReceipt, listMessages } from '../store/informant.ts'
import { findReward } from '../store/rewards.ts'

type Asked = Pick<Ask, 'at' | 'services' | 'http'>
type ReportedClue = ClueRecord & { readonly informantCode: string }

const setting = ({ at, services }: Asked) => settingOn(at.today, services.keyring)
const everything = { areas: 'all' } as const

/**
 * 不记是谁: whoever is signed in in this browser, a report is taken from nobody. The session would lead to the person through the
 * ledger; the number of the request through the log of a proxy. The key of the request keeps repeats apart.
 */
function actAnonymously<T>(
  { services, http }: Asked,
  { keeps, ...options }: ActOptions & { readonly keeps: boolean },
  work: (tx: Tx) => Promise<Result<T>>,
) {
  const key = keeps ? http.request.headers['idempotency-key'] : undefined
  const { url, rawBody } = http.request
  const digest = sm3(`POST ${url}\n${rawBody?.toString('utf8') ?? ''}`).toString('hex')
  const kept = typeof key === 'string' ? { key: { value: key, digest } } : {}
  const caller = { actor: { kind: 'anonymous' }, requestId: randomId(), ...kept } as const
  return act(services.database, caller, { ...options, scope: everything }, work)
}

/** The clue of a receipt. A wrong number costs as much time as a right one, and is answered by the same words. */
async function withReceipt<T>(
  ask: Asked,
  given: string,
  work: (tx: Tx, clue: ReportedClue, receipt: string) => Promise<Result<T>>,
  run: (work: (tx: Tx) => Promise<Result<T>>) => Promise<Result<T>>,
): Promise<Result<T>> {
  const receipt = readReceipt(given)
  if (receipt === undefined) return refuse('reportReceiptWrong')
  const hash = await hashOf(ask.services.keyring, 'receipt', receipt)
  return run(async tx => {
    const no = await findClueOfReceipt(tx, hash)
    const clue = no === undefined ? undefined : await lockClue(tx, no)
    if (!clue || clue.informantCode === null) return refuse('receiptUnknown')
    return work(tx, { ...clue, informantCode: clue.informantCode }, receipt)
  })
}

async function answerOf(tx: Tx, clue: ReportedClue, ask: Asked): Promise<ReportAnswer> {
  const done = isOutcome(clue.state) || clue.state === 'feedback' || clue.state === 'closed'
  const reward = await findReward(tx, clue.no)
  const shown = reward && ['approved', 'paid'].includes(reward.state) ? reward : undefined
  const outcome = clue.outcome === null ? undefined : stateWords[clue.outcome]
  return {
    state: done ? 'done' : 'checking',
    words: done && outcome ? outcome : { zh: '正在核查', en: 'Being checked' },
    receivedOn: clue.receivedOn,
    dueOn: done ? null : clue.dueOn,
    messages: (await listMessages(tx, clue.no)).map(message => messageOf(message, clue.informantCode, setting(ask))),
    reward: shown ? { state: shown.state, amountFen: shown.amountFen, paidOn: shown.paidOn } : null,
  }
}

/** 群众举报 */
export const reportBindings: readonly RouteBinding[] = [
  bind(routes.report, async ask => {
    const { nonce, reporter, smsWanted, channel, ...given } = ask.body
    const { keyring, config } = ask.services
    const key = ask.http.request.headers['idempotency-key']
    if (typeof key !== 'string') return refuse('keyMissing')
    const of = await newReporter(keyring, { identity: reporter ?? {}, smsWanted, requestKey: key, nonce })
    const files = await houseFiles(config)
    const taken = await actAnonymously(ask, { action: 'intelligence.takeReport', keeps: true }, async tx => {
      const asked = { ...given, source: channel, reporter: of.reporter, by: 'anonymous', at: ask.at }
      const clue = await takeClue(tx, asked, { ...setting(ask), files })
      // Not even the number of the clue is kept under the key of the request.
      return clue.ok ? ok(null) : clue
    })
    return taken.ok ? ok({ receipt: of.receipt }) : taken
  }),

  bind(routes.towns, ask =>
    ask.services.database.within(everything, async tx => ok({ items: [...(await listTowns(tx, county))] })),
  ),

  bind(routes.slip, async ({ body, services: { config } }) => {
    const receipt = readReceipt(body.receipt)
    if (receipt === undefined) return refuse('reportReceiptWrong')
    return ok(renderSlip({ receipt, publicUrl: config.publicUrl, mode: config.mode }))
  }),

  bind(routes.follow, ask =>
    withReceipt(
      ask,
      ask.body.receipt,
      async (tx, clue) => ok(await answerOf(tx, clue, ask)),
      work => ask.services.database.within(everything, work),
    ),
  ),

  bind(routes.addWords, ask =>
    withReceipt(
      ask,
      ask.body.receipt,
      async (tx, clue) => {
        const heard = await hearReporter(tx, clue, ask.body.text, ask.at, setting(ask))
        return heard.ok ? ok({ taken: true }) : heard
      },
      work => actAnonymously(ask, { action: 'intelligence.addWords', keeps: true }, work),
    ),
  ),

  bind(routes.payout, ask =>
    withReceipt(
      ask,
      ask.body.receipt,
      async (tx, clue, receipt) => {
        const code = await payoutCode(tx, clue.no, receipt, setting(ask))
        return code.ok ? ok({ code: code.value }) : code
      },
      work => actAnonymously(ask, { action: 'intelligence.takePayoutCode', keeps: false }, work),
    ),
  ),
]
