import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { diagramOf, type Moves } from '#kernel/state-table'
import { applicationEvents, eventLabel } from './application/events.ts'
import { applicationMoves, applicationStateLabels } from './application/moves.ts'
import { type LicenceEvent, licenceMoves, licenceStateFacts } from './licence/moves.ts'

/** The words of the arrows; elsewhere each is told by the service, the proceeding or the clock that makes it happen. */
const licenceEvents: Readonly<Record<LicenceEvent, string>> = {
  issue: '发证',
  renew: '延续',
  change: '变更',
  reissue: '补办',
  suspend: '停业',
  resume: '恢复营业',
  rectify: '责令整顿',
  acceptRectification: '整顿验收合格',
  disqualify: '取消资格',
  reclaim: '收回',
  expirePending: '届满，延续未决',
  expire: '届满',
  cancelExpired: '届满注销',
  close: '歇业',
  endSubject: '主体终止，注销',
  loseToForceMajeure: '不可抗力，注销',
  rescind: '撤销',
  takeBack: '撤回',
  revoke: '吊销',
  cancel: '注销',
  restore: '原决定被撤销，恢复',
  restoreSuspended: '原决定被撤销，恢复为停业',
  restoreRectifying: '原决定被撤销，恢复为责令整顿',
}

const wordsOf = (facts: Readonly<Record<string, { readonly zh: string }>>) =>
  Object.fromEntries(Object.entries(facts).map(([code, { zh }]) => [code, zh]))

/** Of any service: 准予许可. */
const applicationWords = Object.fromEntries(
  Object.keys(applicationEvents).map(name => [name, eventLabel(name, 'issue').zh]),
)

const pictures: readonly [string, Moves, Readonly<Record<string, string>>][] = [
  ['an application', applicationMoves, { ...applicationWords, ...wordsOf(applicationStateLabels) }],
  ['a licence', licenceMoves, { ...licenceEvents, ...wordsOf(licenceStateFacts) }],
]

it.each(pictures)('the picture of %s in docs/licensing.md is the table', (_, moves, labels) => {
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/licensing.md'), 'utf8')
  expect(page).toContain(`\`\`\`mermaid\n${diagramOf(moves, labels)}\`\`\``)
})
