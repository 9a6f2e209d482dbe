import {
  type EdgeKind,
  edgeWords,
  type GraphEdge,
  type NodeKind,
  nodeWords,
  refInWords,
  sourceWords,
} from '#contract/intelligence'
import { pick } from '../../shared/i18n.ts'

export const nodeWord = (kind: NodeKind): string => pick(nodeWords[kind].zh, nodeWords[kind].en)
export const edgeWord = (kind: EdgeKind): string => pick(edgeWords[kind].zh, edgeWords[kind].en)
export const sourceWord = ({ kind, ref }: GraphEdge['sources'][number]): string =>
  `${pick(sourceWords[kind].zh, sourceWords[kind].en)} ${refInWords(ref)}`
