import { licenceFaceChanged, licenceRenewed, licenceStateChanged } from '#modules/licensing'
import { noteFace, noteLicence } from '#modules/registry'
import { on, type Reaction } from '../platform/announce.ts'

/** The one page that joins the domains: what happens elsewhere when a fact is announced. */
export const reactions: readonly Reaction[] = [
  on(licenceRenewed, 'registry.noteLicence', (tx, fact) => noteLicence(tx, fact)),
  on(licenceStateChanged, 'registry.noteLicence', (tx, fact) => noteLicence(tx, fact)),
  on(licenceFaceChanged, 'registry.noteFace', (tx, fact) => noteFace(tx, fact)),
]
