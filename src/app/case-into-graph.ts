import type { Moment } from '#kernel/dates'
import { findCase } from '#modules/cases'
import { learnCase } from '#modules/intelligence'
import type { Tx } from '../platform/database.ts'
import type { Services } from '../platform/module.ts'
import { isCaseOver } from './case-over.ts'

/** 新案件碰撞旧线索: who and what a case is about enters the graph as soon as it is on record. */
export async function caseIntoGraph(
  tx: Tx,
  caseNo: string,
  { keyring, at }: Pick<Services, 'keyring'> & { readonly at: Moment },
): Promise<void> {
  const file = await findCase(tx, caseNo, keyring)
  if (!file) return
  const { no, about, areaCode, openedOn, licenceNo, party, officers, openedBy } = file
  const clueNo = file.origin === 'clue' ? file.originRef : null
  await learnCase(
    tx,
    {
      no,
      about,
      areaCode,
      openedOn,
      licenceNo,
      party,
      clueNo,
      handlers: officers.length > 0 ? officers : [openedBy],
      open: !isCaseOver(file.state),
    },
    { keyring, at },
  )
}
