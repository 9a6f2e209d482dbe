import { type LawUse, lawUsesOf } from '#kernel/law-use'
import { formLaw } from './papers/form-law.ts'
import { paperKinds } from './papers/kinds.ts'
import type { PaperKind } from './papers/paper.ts'
import { proceedingPapers } from './papers/proceeding/kinds.ts'
import { denialLaw, grantLaw, grantSentences, paperLaw, renewalGround } from './papers/texts/law.ts'
import { clockFacts } from './rules/application/clocks.ts'
import { applicationEvents } from './rules/application/events.ts'
import { basisOfRules, type RuleCode } from './rules/checks/basis.ts'
import { ruleTitles } from './rules/checks/rule-titles.ts'
import { documents } from './rules/documents/needs.ts'
import { licenceStateFacts } from './rules/licence/moves.ts'
import { groundLaw } from './rules/proceeding/ground.ts'
import { proceedingFacts } from './rules/proceeding/kinds.ts'
import { services } from './rules/services/table.ts'
import { siteCheckItems } from './rules/site-check/items.ts'

const path = '/console/work'
/** 许可服务引用的法律: every table of this domain that cites the law. */
export const licensingLaw = (): readonly LawUse[] => [
  ...Object.values(services).flatMap(({ code, name, basis }) =>
    lawUsesOf({
      ...{
        at: 'licensing.services',
        kind: 'form',
        rows: { [code]: { name, basis } },
        path: `/guide/${code}`,
      },
    }),
  ),
  ...lawUsesOf({
    ...{ at: 'licensing.forms', kind: 'form', rows: formLaw, path: '/console/window' },
    name: key => formTitles[key as keyof typeof formLaw],
  }),
  ...lawUsesOf({ at: 'licensing.documents', kind: 'form', rows: documents, zh: '申请材料', en: 'Material', path }),
  ...lawUsesOf({
    ...{ at: 'licensing.rules', kind: 'rule', rows: basisOfRules, zh: '自动核对', en: 'Rule', path },
    name: key => ruleTitles[key as RuleCode],
  }),
  ...lawUsesOf({ at: 'licensing.events', kind: 'rule', rows: applicationEvents, zh: '办理步骤', en: 'Step', path }),
  ...lawUsesOf({ at: 'licensing.clocks', kind: 'rule', rows: clockFacts, zh: '期限', en: 'Limit', path }),
  ...lawUsesOf({
    ...{ at: 'licensing.states', kind: 'rule', rows: licenceStateFacts, zh: '许可证状态', en: 'State of a licence' },
    path: '/console/retailers',
  }),
  ...lawUsesOf({
    at: 'licensing.siteCheck',
    kind: 'rule',
    rows: siteCheckItems,
    zh: '实地核查',
    en: 'Site check',
    path,
  }),
  ...lawUsesOf({
    ...{ at: 'licensing.proceedings', kind: 'rule', rows: proceedingFacts, zh: '依职权办理', en: 'Own motion' },
    path: '/console/retailers',
  }),
  ...lawUsesOf({
    ...{ at: 'licensing.restoreGrounds', kind: 'rule', rows: groundLaw, zh: '恢复许可证效力', en: 'Restore a licence' },
    path: '/console/retailers',
  }),
  ...lawUsesOf({ at: 'licensing.papers', kind: 'paper', rows: paperRows(), path, name: paperName }),
]

/** What each document cites: its own sentences, and those of every grant and every denial. */
function paperRows(): Readonly<Record<string, unknown>> {
  const decisions = Object.values(services).flatMap(({ code, basis }) => [
    [`${code}Grant`, [grantLaw[code], grantSentences]],
    [`${code}Denial`, [denialLaw, code === 'renewal' ? renewalGround : basis]],
  ])
  return { ...paperLaw, ...Object.fromEntries(decisions), proceedingDecision: denialLaw.remedy }
}

function paperName(key: string) {
  const title =
    key === 'proceedingDecision' ? proceedingPapers.rescindDecision.title : paperKinds[key as PaperKind].title
  return { zh: title, en: title }
}

const formTitles: Readonly<Record<keyof typeof formLaw, { zh: string; en: string }>> = {
  application: { zh: '许可证申请表', en: 'Application form' },
  mandate: { zh: '授权委托书', en: 'Mandate' },
  address: { zh: '送达地址确认书', en: 'Confirmation of the address' },
}
