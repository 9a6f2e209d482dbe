import type { Actor } from '#kernel/actor'
import { actorLabel } from '#kernel/actor'
import { formatCitation } from '#kernel/citation'
import { ok, type Result, refuse } from '#kernel/refusal'
import { eventsFrom } from '#kernel/state-table'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { settingOf } from '../actions/setting.ts'
import type { CaseDetail } from '../contract/case-detail.ts'
import { paperKinds } from '../papers/kinds.ts'
import { lotsTaken } from '../rules/goods/case-lots.ts'
import type { CaseFile, Input, TakenStep, Words } from '../rules/procedure/case-file.ts'
import { clockRule, hasRun } from '../rules/procedure/clocks.ts'
import { inRound, lastOf, textIn, yuan } from '../rules/procedure/fields.ts'
import { caseMoves } from '../rules/procedure/moves.ts'
import { certifiedOn, unmetNeeds } from '../rules/procedure/needs.ts'
import { balanceOf } from '../rules/procedure/payment.ts'
import { stateWords } from '../rules/procedure/state-words.ts'
import type { Setting, StepFacts } from '../rules/procedure/step-rule.ts'
import { stepRule } from '../rules/procedure/steps.ts'
import { whyNotStep } from '../rules/procedure/take-step.ts'
import { destructionOf } from '../rules/violations/table.ts'
import { findCase } from '../store/cases.ts'
import { listCustody, listEvidence } from '../store/evidence.ts'
import { listPapers, listRecords } from '../store/papers.ts'
import { rowOf } from './cases.ts'

interface Reader {
  readonly by: Extract<Actor, { kind: 'staff' }>
  readonly at: StepFacts['at']
}

/** 一件案件 as one officer sees it: what to do next with the reason beside it, clocks, history, papers, evidence. */
export async function readCase(
  tx: Tx,
  no: string,
  { by, at }: Reader,
  keys: Pick<Keyring, 'openField' | 'blindIndex'>,
): Promise<Result<CaseDetail>> {
  const file = await findCase(tx, no, keys)
  const row = await rowOf(tx, no, at.today)
  if (!file || !row) return refuse('caseUnknown')
  const setting = await settingOf(tx, file, at, keys)
  const name = (label: string) => nameOf(setting, label)
  const custody = await listCustody(tx, no)
  const records = await listRecords(tx, no)
  const evidence = await listEvidence(tx, no)
  return ok({
    row,
    version: file.version,
    state: stateWords[file.state],
    party: partyFacts(file),
    facts: factsOf(file),
    referredTo: textIn(lastOf(file, 'refer')?.input ?? {}, 'to') || null,
    officers: file.officers.map(id => ({
      id,
      name: name(id),
      certificateNo: setting.officers.find(o => o.id === id)?.certificateNo ?? null,
    })),
    steps: stepsOf({ ...setting, file, by: actorLabel(by), at }, by),
    clocks: file.clocks.map(clock => clockView(clock, at.today)),
    history: file.steps.toReversed().map(step => historyLine(step, name)),
    papers: (await listPapers(tx, no)).map(({ id, title, number, issuedOn, kind }) => ({
      ...{ id, title, number, issuedOn },
      volume: paperKinds[kind]?.volume ?? 'main',
    })),
    evidence: evidence.map(({ id, n, kind, title, source, place, takenOn, digest, bytes, media }) => ({
      ...{ id, n, kind, title, source, place, takenOn, digest, bytes, media },
      custody: custody
        .filter(c => c.evidenceId === id)
        .map(c => ({ at: c.at, by: name(c.by), act: c.act, words: c.words })),
    })),
    records: records.map(({ id, kind, at: on, by: first, secondBy, digest }) => ({
      ...{ id, kind, digest, at: on, by: name(first), second: secondBy === null ? null : name(secondBy) },
      mayConfirm: secondBy === null && first !== actorLabel(by) && file.officers.includes(by.staffId),
    })),
    money: file.decidedOn === null ? null : balanceOf(file, at.today),
    people: setting.officers
      .filter(({ active }) => active)
      .map(officer => ({
        id: officer.id,
        name: officer.name,
        certified: certifiedOn(officer, at.today.toString()),
        interested: officer.interested === true,
      })),
  })
}

const nameOf = ({ officers }: Setting, label: string): string => {
  const id = label.replace(/^staff:/, '')
  return officers.find(one => one.id === id)?.name ?? (label.startsWith('system') ? '系统' : id)
}

function stepsOf(facts: StepFacts, by: Reader['by']): CaseDetail['steps'] {
  const { file } = facts
  const views = eventsFrom(caseMoves, file.state).flatMap(event => {
    const rule = stepRule(String(event))
    if (!rule) return []
    return [
      {
        ...{ event: String(event), zh: rule.zh, en: rule.en },
        onward: caseMoves[file.state]?.[event] !== file.state,
        basis: (rule.basis ?? []).map(c => ({
          instrument: c.instrument as string,
          article: c.article,
          zh: formatCitation(c),
        })),
        whyNot: whyNotStep(facts, String(event), by.roles) ?? null,
        unmet: unmetNeeds(rule.needs ?? [], facts).map(({ why, basis }) => ({
          ...why,
          basis: basis.map(formatCitation).join('、'),
        })),
        preset: presetOf(facts, String(event)) as Preset,
      },
    ]
  })
  // What this person can do now comes first, and what leads on before what can be done beside.
  const rank = (view: (typeof views)[number]) => (view.whyNot === null ? 0 : 2) + (view.onward ? 0 : 1)
  return views.toSorted((a, b) => rank(a) - rank(b))
}

type Preset = CaseDetail['steps'][number]['preset']

/** What is said already is not typed again. */
function presetOf({ file, around }: StepFacts, event: string): Input {
  const said: Input | undefined = event === 'propose' ? inRound(file, 'report')?.input : undefined
  const yuanIn = (key: string) => (said?.[key] === undefined ? {} : { [key]: yuan(Number(said[key])).slice(1) })
  if (said) {
    const kept = Object.fromEntries(
      ['result', 'goods', 'licence'].flatMap(key => (said[key] === undefined ? [] : [[key, said[key]]])),
    )
    return { ...kept, ...yuanIn('fine'), ...yuanIn('gains'), ...yuanIn('goodsValue') }
  }
  if (event === 'report' && lotsTaken(around.lots).length > 0) {
    const value = around.goodsValue === null ? {} : { goodsValue: yuan(around.goodsValue).slice(1) }
    return destructionOf(file.violation, around.weighed?.like) ? { goods: 'destroy', ...value } : value
  }
  if (event === 'askFiling' && file.violation !== null) return { violation: file.violation }
  if (event === 'refer' && file.violation === 'P11') return { to: 'market', why: 'act', act: 'unlicensedRetail' }
  return event === 'appoint' && file.officers.length === 2 ? { officers: file.officers } : {}
}

function clockView(clock: CaseFile['clocks'][number], today: Temporal.PlainDate): CaseDetail['clocks'][number] {
  const { zh, en, whose, basis } = clockRule(clock.kind)
  const { kind, startedOn, dueOn, state } = clock
  const running = state === 'running' && whose !== 'wait'
  return {
    ...{ kind, startedOn, dueOn, state, zh, en, whose },
    dueAt: clock.dueAt ?? null,
    endedOn: clock.endedOn ?? null,
    late: running ? hasRun(clock, today) : whose === 'limit' && (clock.endedOn ?? '') > dueOn,
    estimated: clock.estimated ?? false,
    basis: basis.map(formatCitation).join('、'),
  }
}

function historyLine(step: TakenStep, name: (label: string) => string): CaseDetail['history'][number] {
  const rule = stepRule(step.event)
  const { zh, en } = rule ?? { zh: '登记案件来源', en: 'Begun' }
  const asks = rule?.asks ?? [{ key: 'words', zh: '案由', en: 'About', type: 'words' as const }]
  const lines = asks.flatMap(field => {
    const value = step.input[field.key]
    if (value === undefined) return []
    const options: Readonly<Record<string, Words>> = ('options' in field && field.options) || {}
    const shown = (one: string, language: keyof Words) =>
      field.type === 'money'
        ? yuan(Number(one))
        : field.type === 'two' || field.type === 'staff'
          ? name(one)
          : (options[one]?.[language] ?? one)
    const told = (language: keyof Words) => {
      if (value === true) return language === 'zh' ? '是' : 'yes'
      const all = typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly string[]) : []
      return all.map(one => shown(one, language)).join(language === 'zh' ? '、' : ', ')
    }
    return [{ zh: field.zh, en: field.en, value: told('zh'), valueEn: told('en') }]
  })
  return { n: step.n, at: step.at, event: { zh, en }, by: name(step.by), lines }
}

const partyFacts = ({ party, licenceNo }: CaseFile): CaseDetail['party'] =>
  [
    { zh: '姓名、名称', en: 'Name', value: party.name },
    { zh: '负责人', en: 'Represented by', value: party.represented },
    { zh: '证件号码', en: 'Identity number', value: party.idNo },
    { zh: '许可证号', en: 'Licence', value: licenceNo ?? '' },
    { zh: '地址', en: 'Address', value: party.address },
    { zh: '电话', en: 'Telephone', value: party.phone },
  ].filter(({ value }) => value !== '')

const factsOf = (file: CaseFile): CaseDetail['facts'] =>
  [
    { zh: '案由', en: 'About', value: file.about },
    { zh: '违法行为发生日', en: 'Day of the act', value: file.happenedOn ?? '' },
    { zh: '立案日期', en: 'Filed on', value: file.filedOn ?? '' },
    { zh: '决定日期', en: 'Decided on', value: file.decidedOn ?? '' },
    { zh: '来源编号', en: 'Source', value: file.originRef ?? '' },
  ].filter(({ value }) => value !== '')
