import { ok, type Result, refuse } from '#kernel/refusal'

/** 保管链: what a piece of evidence passes through; what the file says first is that it was taken. */
export const custodyActs = {
  taken: { zh: '取得', en: 'Taken' },
  stored: { zh: '入库保管', en: 'Stored' },
  lent: { zh: '调用', en: 'Lent' },
  returned: { zh: '归还', en: 'Returned' },
  tested: { zh: '送检', en: 'Tested' },
  transferred: { zh: '移交', en: 'Transferred' },
} as const
export type CustodyAct = keyof typeof custodyActs

/** What can follow what: nothing that is out is lent again before it is back; what went to another agency is in its hands. */
const follows: Readonly<Record<CustodyAct, readonly CustodyAct[]>> = {
  taken: ['stored', 'lent', 'tested', 'transferred'],
  stored: ['stored', 'lent', 'tested', 'transferred'],
  lent: ['returned'],
  tested: ['returned'],
  returned: ['stored', 'lent', 'tested', 'transferred'],
  transferred: ['returned'],
}

const isAct = (act: string | undefined): act is CustodyAct => act !== undefined && Object.hasOwn(custodyActs, act)

/** The acts that are possible now, by the last one of the chain. */
export const custodyNext = (last: string | undefined): readonly CustodyAct[] => (isAct(last) ? follows[last] : [])

/** Whether the piece is out of the house's hands for a while: a file is not archived over it. */
export const isOut = (last: string | undefined): boolean => last === 'lent' || last === 'tested'

export const mayFollow = (chain: readonly string[], act: CustodyAct): Result<true, 'custodyOrder'> =>
  custodyNext(chain.at(-1)).includes(act) ? ok(true) : refuse('custodyOrder')
