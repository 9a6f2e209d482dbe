import { drawable, setPdf } from '#platform/typesetting'
import type { ClueDetail } from '../contract/clues.ts'
import { factInWords } from '../rules/clue/fact-words.ts'
import { factKinds } from '../rules/clue/facts.ts'
import { type ClueEvent, stateWords } from '../rules/clue/moves.ts'
import { clueSteps } from '../rules/clue/steps.ts'
import { agencies, grades, matters, sources } from '../rules/clue/words.ts'

/** 2026年11月23日 10时: a paper shows no minute of anything, so that nobody is found by when he was there (trap of reference §10.1). */
function hourZh(instant: string): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai')
  return `${at.year}年${at.month}月${at.day}日 ${at.hour}时`
}

const eventZh = (event: string): string =>
  event === 'take' ? '受理' : event === 'caseNo' ? '记入案件编号' : clueSteps[event as ClueEvent].zh

/** 线索登记表、流转表 as plain words: everything that stands on the paper, and nothing that does not. */
export function clueSheetOf(detail: ClueDetail) {
  const { clue, sameAs, agency, caseNo, sourceRef } = detail
  return {
    no: clue.no,
    rows: [
      ['编号', clue.no],
      ['来源', sources[clue.source].zh],
      ['事项', matters[clue.matter].zh],
      ['镇街', clue.town],
      ['收到', hourZh(detail.receivedAt)],
      ['举报人', clue.informantCode === null ? '无' : `代号 ${clue.informantCode}`],
      ['等级', clue.grade === null ? '未分级' : grades[clue.grade].zh],
      ['期限', clue.dueOn ?? '无'],
      ['状态', stateWords[clue.state].zh],
      ['核查人', clue.assignee ?? '未派发'],
      ['案件', caseNo ?? '无'],
      ['来源编号', sourceRef ?? sameAs ?? (agency === null ? '无' : `移送${agencies[agency].zh}`)],
    ] as [string, string][],
    text: detail.text,
    facts: detail.facts
      .filter(({ state }) => state !== 'rejected')
      .map(fact => `${factKinds[fact.kind].zh} ${factInWords(fact)}${fact.state === 'offered' ? '（待确认）' : ''}`),
    law: detail.law,
    steps: detail.events.map(({ at, event, toState, by, note }) => ({
      ...{ at: hourZh(at), event: eventZh(event), state: stateWords[toState].zh, by, note },
    })),
  }
}

interface Printing {
  readonly at: string
  readonly by: string
  readonly mode: 'demo' | 'production'
}

export const renderClueSheet = (detail: ClueDetail, { at, by, mode }: Printing): Uint8Array =>
  setPdf(
    'modules/intelligence/papers/templates/clue.typ',
    drawable({ ...clueSheetOf(detail), printedAt: hourZh(at), printedBy: by, demo: mode === 'demo' }),
  )
