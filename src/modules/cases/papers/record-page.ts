import type { Keyring } from '#platform/keyring'
import { openRecord } from '../actions/record.ts'
import { recordKinds } from '../contract/detail.ts'
import { personRoles, readBacks } from '../contract/field.ts'
import type { RecordRow } from '../store/papers.ts'

/** 笔录 as its page and the second officer's telephone show it; undefined where its words are no longer those that were signed. */
export function recordPage(row: RecordRow, keys: Pick<Keyring, 'openField'>, nameOf: (label: string) => string) {
  const content = openRecord(row, keys)
  if (!content) return undefined
  const who = row.kind === 'questioning' ? '被询问人' : '被检查人、在场人'
  const role = content.role === undefined ? '' : `（${personRoles[content.role].zh}）`
  const second = row.secondBy === null ? '' : `、${nameOf(row.secondBy)}`
  const rows: readonly (readonly [string, string])[] = [
    ['时间', `${content.from.replace('T', ' ')} 至 ${content.until.replace('T', ' ')}`],
    ['地点', content.place],
    [who, `${content.person}${role}`],
    ['办案人员', `${nameOf(row.by)}${second}，已出示执法证件，已告知陈述申辩和申请回避的权利`],
    ...(content.readBack === undefined ? [] : ([['核对', readBacks[content.readBack].zh]] as const)),
    ...(content.photos?.length ? ([['随附照片', photoWords(content.photos)]] as const) : []),
  ]
  return {
    ...{ title: recordKinds[row.kind].zh, digest: row.digest, caseNo: row.caseNo, rows },
    ...{ words: content.words, signature: content.signature },
    refused: content.refused + (content.witness ? `（见证人：${content.witness}）` : ''),
    corrections: content.corrections ?? [],
    officers: content.officers ?? { first: '', second: '' },
    second: row.secondBy === null ? '' : nameOf(row.secondBy),
    first: nameOf(row.by),
  }
}

const photoWords = (digests: readonly string[]): string =>
  `${digests.length} 张，SM3 ${digests.map(digest => digest.slice(0, 12)).join('、')}`
