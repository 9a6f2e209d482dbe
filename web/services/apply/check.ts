import { decideService, type Finding, requestFacts, type ServiceSheet } from '#contract/licensing'
import type { ApplyAnswers } from './answers.ts'

/** Rules that the applicant's own choices can stop; the screen asks them before anything is signed. */
const aboutAnswers = ['R07', 'C01', 'C02']

/**
 * 提交前核对: the very rules of the server on what was said so far. Only stops that come from the answers themselves
 * are told here; all else is told by the server at the end, with the same words.
 */
export function stopsSoFar(sheet: ServiceSheet, { said }: ApplyAnswers): Finding[] {
  if (!complete(sheet, said)) return []
  const request = requestFacts(sheet.service, said, sheet.known)
  const { findings } = decideService({ ...sheet.facts, request }, sheet.policy)
  return findings.filter(finding => finding.outcome === 'stop' && aboutAnswers.includes(finding.rule))
}

/** A suspension without its end cannot be judged yet. */
const complete = ({ service }: ServiceSheet, said: ApplyAnswers['said']): boolean =>
  service !== 'suspend' || (said['from'] !== undefined && said['to'] !== undefined)
