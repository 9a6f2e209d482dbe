import { ok, type Result, refuse } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { settingOf } from '../actions/settings.ts'
import { type Progress, progressRoutes as routes } from '../contract/progress.ts'
import { findFile } from '../queries/files.ts'
import { isRated } from '../queries/ratings.ts'
import { isCheckCode } from '../rules/application/check-code.ts'
import { fileRow } from '../rules/application/row.ts'

/** A wrong code and an unknown number are one answer: nobody learns which numbers exist. */
export const progressRoutes: readonly RouteBinding[] = [
  bind(routes.progress, async (ask): Promise<Result<Progress>> => {
    const { services, at } = ask
    const applicationNo = ask.params.applicationNo.trim().toUpperCase()
    if (!isCheckCode(ask.query.code, services.keyring.blindIndex('progress', applicationNo)))
      return refuse('progressUnknown')
    const { file, rated } = await ask.read(
      async tx => ({ file: await findFile(tx, applicationNo), rated: await isRated(tx, applicationNo) }),
      { areas: 'all' },
    )
    if (!file) return refuse('progressUnknown')
    const { policy, calendar } = settingOf(services, at.today)
    const row = fileRow(file, { today: at.today, policy: policy.clocks, calendar })
    return ok({
      applicationNo,
      serviceLabel: row.serviceLabel,
      serviceLabelEn: row.serviceLabelEn ?? row.serviceLabel,
      stateLabel: row.stateLabel,
      stateLabelEn: row.stateLabelEn ?? row.stateLabel,
      receivedAt: row.receivedAt,
      dueLabel: row.clock?.label ?? null,
      dueLabelEn: row.clock?.labelEn ?? null,
      dueOn: row.clock?.dueOn ?? null,
      nextStep: row.nextStep,
      nextStepEn: row.nextStepEn ?? null,
      rated,
    })
  }),
]
