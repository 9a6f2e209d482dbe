import {
  type CheckResult,
  type ServiceCode,
  type ServiceSheet,
  type SubmitApplication,
  windowAgentRoutes,
  windowRoutes,
} from '#contract/licensing'
import { type DocumentDoor, windowAgentDoor, windowDoor } from '../../services/documents/door.ts'
import { call } from '../../shared/api.ts'
import type { Matter } from './visit-view.tsx'

/** One matter on a licence at the counter, of the person who stands there or of the holder he acts for. */
export interface MatterDoor {
  /** 新办 has no licence and a sheet of its own. */
  sheet(service: Exclude<ServiceCode, 'issue'>, signal: AbortSignal): Promise<ServiceSheet>
  submit(body: SubmitApplication): Promise<CheckResult>
  readonly documents: DocumentDoor
  /** undefined = the holder came himself. */
  readonly paperMandate: boolean | undefined
}

export function matterDoor(counterId: string, { licenceNo, mandate }: Matter): MatterDoor {
  if (mandate !== undefined) {
    const params = { counterId, mandateId: mandate.mandateId }
    return {
      sheet: (service, signal) => call(windowAgentRoutes.sheet, { params: { ...params, service }, signal }),
      submit: body => call(windowAgentRoutes.submit, { params, body }),
      documents: windowAgentDoor(counterId, mandate.mandateId),
      paperMandate: mandate.form === 'paper',
    }
  }
  return {
    sheet: (service, signal) =>
      call(windowRoutes.windowSheet, {
        params: { counterId, service },
        query: { licenceNo: licenceNo ?? '' },
        signal,
      }),
    submit: body => call(windowRoutes.windowSubmit, { params: { counterId }, body }),
    documents: windowDoor(counterId),
    paperMandate: undefined,
  }
}
