import type { PaperKind } from './case-paper.ts'
import { insidePapers } from './kinds/inside.ts'
import { agencyPapers, partyPapers } from './kinds/party.ts'

/** 文书 of reference §8.4 by kind; steps name them, the check of the file asks for them. Forms of the goods ledger stand with the goods. */
export const paperKinds: Readonly<Record<string, PaperKind | undefined>> = {
  ...insidePapers,
  ...partyPapers,
  ...agencyPapers,
}
