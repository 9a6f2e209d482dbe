import type { Moment } from '#kernel/dates'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { openSealed, sealPaper } from '#platform/paper-seal'
import { drawable, setPdf } from '#platform/typesetting'
import type { CaseFile } from '../rules/procedure/case-file.ts'
import type { Setting } from '../rules/procedure/step-rule.ts'
import { stepRule } from '../rules/procedure/steps.ts'
import { insertPaper, listPapers, type PaperRow, takePaperSerial } from '../store/papers.ts'
import type { CasePaper, PaperFacts, PaperKind } from './case-paper.ts'
import { paperKinds } from './kinds.ts'
import { addressee } from './words.ts'

type Keys = Pick<Keyring, 'licence' | 'sealField' | 'openField' | 'licencePublicKeys'>

/** 制发文书: every document the last step of the file makes, numbered without gaps, signed (SM3, SM2), in the transaction of the step. */
export async function issuePapers(tx: Tx, file: CaseFile, at: Moment, setting: Setting, keys: Keys): Promise<void> {
  const step = file.steps.at(-1)
  if (!step) return
  for (const kind of stepRule(step.event)?.papers ?? []) {
    const known = await listPapers(tx, file.no)
    const officer = (id: string) => setting.officers.find(one => one.id === id)
    const facts: PaperFacts = {
      ...{ file, step, policy: setting.policy, like: setting.around.weighed?.like ?? null },
      lots: setting.around.lots,
      nameOf: id => officer(id)?.name ?? id,
      certificateOf: id => officer(id)?.certificateNo ?? '',
      numberOf: wanted =>
        known.findLast(paper => paper.kind === wanted || (wanted === 'decision' && paper.kind === 'simpleDecision'))
          ?.number ?? '',
    }
    const rule = paperKinds[kind]
    if (rule && (rule.due?.(facts) ?? true)) await issueOne(tx, { kind, rule, facts }, at, keys)
  }
}

async function issueOne(
  tx: Tx,
  one: { kind: string; rule: PaperKind; facts: PaperFacts },
  at: Moment,
  keys: Keys,
): Promise<void> {
  const { kind, rule, facts } = one
  const { year } = at.today
  const serial = await takePaperSerial(tx, rule.mark, year)
  const number = `${facts.policy.numberMark}${rule.mark}〔${year}〕第${serial}号`
  const title = rule.titleOf?.(facts) ?? rule.title
  const paper: CasePaper = {
    ...{ title, number, bureau: facts.policy.bureau },
    addressee: rule.to === 'party' ? addressee(facts) : '',
    blocks: rule.compose(facts),
    date: at.today.toString(),
    caseNo: facts.file.no,
    signers: rule.signers?.(facts) ?? [],
    sealed: rule.to !== 'inside',
  }
  const content = JSON.stringify(paper)
  await insertPaper(tx, {
    ...{ id: randomId(), caseNo: facts.file.no, kind, mark: rule.mark, year, serial, number, title },
    stepN: facts.step.n,
    content: keys.sealField(content),
    ...sealPaper(keys, content),
    issuedOn: at.today.toString(),
    issuedAt: at.instant.toString(),
  })
}

/** The words that were issued; undefined where they, their seal or their signature were altered. */
export function openPaper(
  paper: Pick<PaperRow, 'content' | 'digest' | 'signature' | 'keyId'>,
  keys: Pick<Keyring, 'openField' | 'licencePublicKeys'>,
): CasePaper | undefined {
  const content = openSealed(paper, keys)
  return content === undefined ? undefined : (JSON.parse(content) as CasePaper)
}

export function renderCasePaper(paper: CasePaper, digest: string, mode: 'demo' | 'production'): Uint8Array {
  const demo = mode === 'demo'
  return setPdf('modules/cases/papers/templates/paper.typ', {
    ...drawable(paper),
    digest,
    demo,
    sealWords: demo ? '模拟印章' : '',
  })
}
