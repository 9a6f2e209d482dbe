import type { EdgeKind, GraphEdge, NodeKind, SourceKind } from '#contract/intelligence'
import { edgeLabels, nodeLabels, sourceLabels } from '#contract/intelligence'
import { currentLanguage } from '../../shared/language.ts'

const nodesEn: Readonly<Record<NodeKind, string>> = {
  person: 'person',
  phone: 'telephone',
  plate: 'plate',
  address: 'address',
  waybill: 'waybill',
  account: 'account',
  shop: 'shop',
  licence: 'licence',
  code: 'carton code',
  vessel: 'vessel',
  clue: 'clue',
  case: 'case',
  alert: 'alert',
  finding: 'finding',
}
const edgesEn: Readonly<Record<EdgeKind, string>> = {
  names: 'names',
  became: 'became',
  operates: 'runs',
  holds: 'holds',
  uses: 'uses',
  drives: 'drives',
  at: 'at',
  sends: 'sends',
  receives: 'received by',
  carries: 'carries',
  alongside: 'travels with',
  contacts: 'in touch with',
  marks: 'marked for',
  foundAt: 'found at',
  pays: 'pays',
}
const sourcesEn: Readonly<Record<SourceKind, string>> = {
  registry: 'register',
  clue: 'clue',
  case: 'case',
  alert: 'alert',
  finding: 'finding',
  parcel: 'parcel data',
  partner: 'partner',
  officer: 'officer',
}

const english = () => currentLanguage() === 'en'
export const nodeWord = (kind: NodeKind): string => (english() ? nodesEn[kind] : nodeLabels[kind])
export const edgeWord = (kind: EdgeKind): string => (english() ? edgesEn[kind] : edgeLabels[kind])
export const sourceWord = ({ kind, ref }: GraphEdge['sources'][number]): string =>
  `${english() ? sourcesEn[kind] : sourceLabels[kind]} ${ref}`
