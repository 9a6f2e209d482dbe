import { parseCitizenId } from '#kernel/citizen-id'
import { foldWidth } from '#kernel/fold-width'
import { maskName, maskPhone } from '#kernel/masking'
import { parsePhone } from '#kernel/phone'
import type { Keyring } from '#platform/keyring'
import { type NodeKind, refInWords } from '../rules/graph/kinds.ts'

/** What a record says about one thing. Persons without a number are one person a record (`value` names the place in it). */
export interface Entity {
  readonly kind: NodeKind
  readonly value: string
  /** Of persons and shops. */
  readonly name?: string
  readonly position?: { readonly lng: number; readonly lat: number } | null
  /** The keyed index, where the register gives no more than that; with the words it may show. */
  readonly known?: { readonly key: string; readonly label: string; readonly sealed: string | null }
}

/** As it is stored: found by `key`, shown as `label`, opened from `sealed`. */
export interface Identity {
  readonly kind: NodeKind
  readonly key: string
  readonly label: string
  readonly sealed: string | null
  readonly nameIndex: string | null
  readonly lng: number | null
  readonly lat: number | null
}

type Keys = Pick<Keyring, 'blindIndex' | 'sealField'>

/** One spelling: full-width folded, capitals, without blanks and the dots of a plate. */
export const plain = (text: string): string =>
  foldWidth(text)
    .toUpperCase()
    .replace(/[\s·•.]/gu, '')

/** A value that cannot be what it is called has no identity. */
export function identify(entity: Entity, keyring: Keys): Identity | undefined {
  const { kind, name, position } = entity
  const place = { lng: position?.lng ?? null, lat: position?.lat ?? null }
  const nameIndex = kind === 'person' && name ? keyring.blindIndex('graph.name', plain(name)) : null
  if (entity.known !== undefined) return { kind, ...entity.known, nameIndex, ...place }
  const found = keyOf(kind, entity.value, keyring)
  if (found === undefined) return undefined
  const sealed = openKinds.has(kind) ? null : keyring.sealField([name, found.text].filter(Boolean).join(' '))
  return { kind, key: found.key, label: labelOf(kind, found.text, name), sealed, nameIndex, ...place }
}

/** Numbers of the house's own registers name nobody and stand in clear. */
const openKinds: ReadonlySet<NodeKind> = new Set(['shop', 'licence', 'code', 'clue', 'case', 'alert', 'finding'])
/** Six after the letter: a car of new energy; trailers, learners, police and cars from 港澳 end in their word. */
const platePattern = /^[\u4E00-\u9FFF][A-Z](?:[A-Z0-9]{5,6}|[A-Z0-9]{4}[挂学警港澳])$/u

export function keyOf(
  kind: NodeKind,
  value: string,
  keyring: Pick<Keyring, 'blindIndex'>,
): { readonly key: string; readonly text: string } | undefined {
  const text = plain(value)
  if (text === '' || text.length > 200) return undefined
  switch (kind) {
    case 'person': {
      const id = parseCitizenId(text)
      return id.ok
        ? { key: keyring.blindIndex('person', id.value), text: id.value }
        : { key: keyring.blindIndex('graph.person', text), text: '' }
    }
    case 'phone': {
      const phone = parsePhone(text)
      return phone.ok ? { key: keyring.blindIndex('phone', phone.value), text: phone.value } : undefined
    }
    case 'plate':
      return platePattern.test(text) ? { key: keyring.blindIndex('graph.plate', text), text } : undefined
    case 'shop':
    case 'licence':
      return /^\d{12}$/u.test(text) ? { key: text, text } : undefined
    case 'code':
      return /^[A-Z0-9]{32}$/u.test(text) ? { key: text, text } : undefined
    case 'clue':
    case 'case':
    case 'alert':
    case 'finding':
      return { key: value.trim(), text: value.trim() }
    default:
      return { key: keyring.blindIndex(`graph.${kind}`, text), text }
  }
}

function labelOf(kind: NodeKind, text: string, name: string | undefined): string {
  switch (kind) {
    case 'person':
      return name ? maskName(name) : '身份未明'
    case 'phone':
      return maskPhone(text)
    case 'plate':
      return `${text.slice(0, 2)}**${text.slice(-2)}`
    case 'waybill':
    case 'account':
    case 'vessel':
      return `****${text.slice(-4)}`
    case 'address':
      return `${text.slice(0, Math.max(2, Math.floor(text.length / 2)))}****`
    case 'shop':
      return name ?? text
    case 'alert':
      return refInWords(text)
    default:
      return text
  }
}
