import type { Moment } from '#kernel/dates'
import { openCase } from '#modules/cases'
import { type ClueForCase, describeClue, noteCase } from '#modules/intelligence'
import type { Tx } from '../platform/database.ts'
import type { Keyring } from '../platform/keyring.ts'

/** Until somebody is found: a case may begin with what was done before it is known by whom. */
const unknown = { kind: 'person', name: '身份不明', idNo: '', address: '', phone: '', represented: '' } as const

/** 转立案 → 案件 (烟草专卖行政处罚程序规定 §33): the case begins with the number of the clue and nothing of who reported; the clue shows its number. */
export async function openCaseOfClue(
  tx: Tx,
  fact: { readonly clueNo: string; readonly by: string },
  at: Moment,
  keyring: Keyring,
): Promise<void> {
  const clue = await describeClue(tx, fact.clueNo, keyring)
  if (!clue) return
  const { clueNo, areaCode } = clue
  const asked = {
    path: 'ordinary',
    about: aboutOf(clue),
    origin: 'clue',
    originRef: clueNo,
    areaCode,
    by: fact.by,
    at,
  } as const
  // The one shop an officer confirmed; a number that is no shop of ours begins with an unknown party.
  const ofShop =
    clue.licenceNo === null ? undefined : await openCase(tx, { ...asked, licenceNo: clue.licenceNo }, keyring)
  const opened = ofShop?.ok ? ofShop : await openCase(tx, { ...asked, party: unknown }, keyring)
  if (opened.ok) await noteCase(tx, { clueNo, caseNo: opened.value }, at)
}

const aboutOf = ({ matterZh, clueNo }: ClueForCase): string => `${matterZh}（线索 ${clueNo}）`
