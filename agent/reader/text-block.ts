/** Length of the text block 文字信息 in bytes. */
export const textBlockBytes = 256

/** Offset and length in bytes of each field of the citizen layout (reference §11.2). */
export const textLayout = {
  name: [0, 30],
  sex: [30, 2],
  ethnicGroup: [32, 4],
  birth: [36, 16],
  address: [52, 70],
  idNo: [122, 36],
  issuer: [158, 30],
  validFrom: [188, 16],
  validTo: [204, 16],
  kind: [248, 2],
} as const satisfies Record<string, readonly [number, number]>

export type TextField = keyof typeof textLayout

/** What kind of card the mark at offset 248 says; only the citizen's layout is read. */
type CardKind = 'citizen' | 'foreigner' | 'foreignerNew' | 'hongKongMacaoTaiwan' | 'unknownMark'

/** The text of a card as printed on it; dates as YYYY-MM-DD, validTo undefined for 长期. */
export interface CardText {
  name: string
  sex: string
  /** Code of two digits (GB/T 3304). */
  ethnicGroup: string
  birth: string
  address: string
  idNo: string
  issuer: string
  validFrom: string
  validTo: string | undefined
  /** A character of the private-use areas 自造字: shown as a box elsewhere, a person must compare. */
  hasPrivateUse: boolean
}

export type TextBlock =
  | { kind: 'citizen'; text: CardText }
  | { kind: Exclude<CardKind, 'citizen'> }
  | { kind: 'malformed'; field: TextField | 'block' }

const kinds: Record<string, CardKind> = { '': 'citizen', I: 'foreigner', J: 'hongKongMacaoTaiwan', Y: 'foreignerNew' }

/** Decodes the 256 bytes; a wrong length, a half surrogate or an impossible date is named by its field. */
export function decodeTextBlock(block: Uint8Array): TextBlock {
  if (block.length !== textBlockBytes) return { kind: 'malformed', field: 'block' }
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.length)
  const field = (name: TextField) => {
    const [offset, length] = textLayout[name]
    return trim(bytes.toString('utf16le', offset, offset + length))
  }
  const kind = kinds[field('kind')] ?? 'unknownMark'
  if (kind !== 'citizen') return { kind }

  for (const name of ['name', 'address', 'issuer', 'idNo'] as const) {
    if (!field(name).isWellFormed() || field(name) === '') return { kind: 'malformed', field: name }
  }
  if (!/^[0129]$/.test(field('sex'))) return { kind: 'malformed', field: 'sex' }
  for (const name of ['birth', 'validFrom'] as const) {
    if (!isoDate(field(name))) return { kind: 'malformed', field: name }
  }
  if (field('validTo') !== '长期' && !isoDate(field('validTo'))) return { kind: 'malformed', field: 'validTo' }
  return { kind, text: textOf(field) }
}

function textOf(field: (name: TextField) => string): CardText {
  const shown = field('name') + field('address') + field('issuer')
  return {
    name: field('name'),
    sex: field('sex'),
    ethnicGroup: field('ethnicGroup'),
    birth: isoDate(field('birth')) ?? '',
    address: field('address'),
    idNo: field('idNo'),
    issuer: field('issuer'),
    validFrom: isoDate(field('validFrom')) ?? '',
    validTo: isoDate(field('validTo')),
    hasPrivateUse: /\p{Co}/u.test(shown),
  }
}

/** Fields are padded with spaces, on some cards with NUL or ideographic spaces. */
function trim(text: string): string {
  return text.replaceAll('\0', ' ').trim()
}

/** YYYYMMDD to YYYY-MM-DD; undefined when there is no such day. */
function isoDate(digits: string): string | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)$/.exec(digits)
  if (!parts) return undefined
  const iso = `${parts[1]}-${parts[2]}-${parts[3]}`
  const day = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso) ? iso : undefined
}
