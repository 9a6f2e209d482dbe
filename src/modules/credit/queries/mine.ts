import type { RetailerFacts } from '#modules/registry'
import type { Tx } from '#platform/database'
import type { MyCredit } from '../contract.ts'
import { aboutOf, stateWords } from '../rules/in-words.ts'
import { whatOf } from '../rules/kinds/record.ts'
import { isEnded, ruleOf } from '../rules/kinds.ts'
import type { CreditPolicy } from '../rules/policy.ts'
import { isFault } from '../rules/records.ts'
import { type ListedFile, listOfShop, listPapers } from './files.ts'
import { readShopCredit } from './grades.ts'

/** 我的信用 of one shop: what stands about it, what was asked, and what may be asked. Nothing that is only proposed is among it. */
export async function readMyShop(
  tx: Tx,
  shop: RetailerFacts,
  policy: CreditPolicy,
): Promise<MyCredit['items'][number]> {
  const files = await listOfShop(tx, shop.licenceNo)
  const open = new Set(
    files
      .filter(({ kind, state }) => isAsked(kind) && !isEnded(kind, state))
      .map(file => `${file.kind} ${said(file, 'about')}`),
  )
  const standing = files.filter(({ kind }) => kind === 'record' || kind === 'watch')
  const model = files.find(({ kind, state }) => kind === 'model' && !isEnded('model', state))
  const { zh: stateZh, en: stateEn } = model ? stateWords('model', model.state) : { zh: '', en: '' }
  const talks = files.filter(({ kind }) => kind === 'talk')
  return {
    credit: await readShopCredit(tx, shop, policy),
    records: standing.map(file => lineOf(file, open)),
    requests: files.filter(({ kind }) => isAsked(kind)).map(requestOf),
    papers: await listPapers(
      tx,
      talks.map(({ id }) => id),
    ),
    model: {
      state: model?.state ?? null,
      stateZh,
      stateEn,
      mayNominate: model === undefined && shop.licenceState === 'valid',
    },
  }
}

const isAsked = (kind: ListedFile['kind']): boolean => kind === 'objection' || kind === 'repair'
const said = ({ data }: ListedFile, key: string): string => {
  const value = data[key]
  return typeof value === 'string' ? value : ''
}

function lineOf(file: ListedFile, open: ReadonlySet<string>): MyCredit['items'][number]['records'][number] {
  const { id, kind, state } = file
  const { zh, en } = aboutOf(file)
  const { zh: stateZh, en: stateEn } = stateWords(kind, state)
  const counts = kind === 'record' ? state === 'counted' : state === 'open' || state === 'leaving'
  const repairable = kind === 'record' && counts && isFault(whatOf(file))
  return {
    ...{ id, kind, zh, en, stateZh, stateEn },
    words: said(file, 'words'),
    on: said(file, 'happenedOn') || file.openedOn,
    mayObject: counts && !open.has(`objection ${id}`),
    mayRepair: repairable && !open.has(`repair ${id}`),
  }
}

function requestOf(file: ListedFile): MyCredit['items'][number]['requests'][number] {
  const { zh, en } = ruleOf(file.kind)
  const { zh: stateZh, en: stateEn } = stateWords(file.kind, file.state)
  const { id, dueOn } = file
  return { id, dueOn, zh, en, stateZh, stateEn, about: said(file, 'about'), answer: said(file, 'answer') }
}
