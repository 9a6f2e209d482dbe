import type { Keyring } from '#platform/keyring'
import type { Draft, DraftRow } from '../../contract/drafts.ts'
import { draftCodeOf } from '../../rules/draft/draft-code.ts'
import type { DraftContent } from '../../rules/draft/draft-content.ts'
import { channelLabels } from '../../rules/services/in-words.ts'
import { services } from '../../rules/services/table.ts'
import type { DraftRecord } from '../../store/drafts.ts'

/** The code follows from the id, so that saving again shows the same one and the database holds none. */
export const codeOfDraft = (keyring: Pick<Keyring, 'blindIndex'>, id: string): string =>
  draftCodeOf(keyring.blindIndex('draft', id))

export const codeIndexOf = (keyring: Pick<Keyring, 'blindIndex'>, code: string): string =>
  keyring.blindIndex('draftCode', code)

/** What the views need besides the row. */
export interface DraftHouse {
  readonly keyring: Pick<Keyring, 'blindIndex' | 'openField'>
  /** Public address of the portal, which the QR leads to. */
  readonly publicUrl: string
}

export function draftRow(row: DraftRecord, { keyring, publicUrl }: DraftHouse): DraftRow {
  const { name } = services[row.service]
  const code = codeOfDraft(keyring, row.id)
  return {
    code,
    // After the #: the browser keeps it to itself, so that no log and no proxy sees the code.
    link: `${publicUrl.replace(/\/$/u, '')}/#draft=${code}`,
    service: row.service,
    serviceLabel: name.zh,
    serviceLabelEn: name.en,
    licenceNo: row.licenceNo,
    savedAt: row.savedAt,
    expiresAt: row.expiresAt,
    documents: row.documents,
    history: row.history.map(({ channel, at }) => ({
      channel,
      channelLabel: channelLabels[channel].zh,
      channelLabelEn: channelLabels[channel].en,
      at,
    })),
  }
}

export function draftOf(row: DraftRecord, house: DraftHouse): Draft {
  const content = JSON.parse(house.keyring.openField(row.contentSealed)) as DraftContent
  return { ...draftRow(row, house), ...content }
}
