import { plainWords } from '../plain-words.ts'
import type { Kind } from './kind.ts'

/** 分类: a handful of values such as sex; equal or not. */
export const category: Kind = {
  name: 'category',
  fits: cells => new Set(cells.map(plainWords)).size <= 12,
  plain: plainWords,
  levels: 2,
  comparing: () => () => 0,
  keys: [],
}
