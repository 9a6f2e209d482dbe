import {
  agentRoutes,
  type CheckResult,
  type MandateView,
  routes,
  type ServiceCode,
  type ServiceSheet,
  type SubmitApplication,
} from '#contract/licensing'
import { agentDoor, type DocumentDoor, ownDoor } from '../../services/documents/door.ts'
import { callFromPortal } from '../../shared/api.ts'
import { actPath, paths } from '../app/address.ts'
import type { LicenceService } from './flow.ts'

/** Through whose door an application goes: the own one, or the one that a mandate opens. */
export interface ApplyDoor {
  readonly sheet: (licenceNo: string, service: LicenceService) => Promise<ServiceSheet>
  readonly submit: (body: SubmitApplication, key: string) => Promise<CheckResult>
  readonly documents: DocumentDoor
  /** Where a stricter sign-in comes back to. */
  readonly address: string
  /** Where what was done is seen. */
  readonly after: string
}

/** A poor network takes its time with a signature. */
const patience = 40_000

export const ownApplyDoor = (service: ServiceCode): ApplyDoor => ({
  sheet: (licenceNo, of) => callFromPortal(routes.serviceSheet, { params: { licenceNo, service: of } }),
  submit: (body, idempotencyKey) => callFromPortal(routes.submit, { body, idempotencyKey, patience }),
  documents: ownDoor,
  address: `/apply/${service}`,
  after: paths.me,
})

/** 受托办理: the server holds the agent to the licence, the services and the days of the mandate. */
export const agentApplyDoor = ({ mandateId }: MandateView, service: LicenceService): ApplyDoor => ({
  sheet: (_, of) => callFromPortal(agentRoutes.sheet, { params: { mandateId, service: of } }),
  submit: (body, idempotencyKey) =>
    callFromPortal(agentRoutes.submit, { params: { mandateId }, body, idempotencyKey, patience }),
  documents: agentDoor(mandateId),
  address: actPath(mandateId, service),
  after: paths.mandates,
})
