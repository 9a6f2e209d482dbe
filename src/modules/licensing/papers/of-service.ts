import type { ServiceCode } from '../rules/services/service.ts'
import type { AutomaticPaper } from './issue-paper-job.ts'

/** The document of a grant by the machine, for each service that the machine may grant. */
export const automaticPapers: Partial<Readonly<Record<ServiceCode, AutomaticPaper>>> = {
  renewal: 'renewalGrant',
  change: 'changeGrant',
  suspend: 'suspendGrant',
  resume: 'resumeGrant',
  reissue: 'reissueGrant',
  close: 'closeGrant',
}
