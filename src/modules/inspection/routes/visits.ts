import { ok, refuse } from '#kernel/refusal'
import type { DomainFiles } from '#platform/files'
import { type Ask, bind, type RouteBinding, type Services } from '#platform/module'
import { isSealed } from '#platform/paper-seal'
import { findSealed } from '#platform/sealed-files'
import { takeVisitAct } from '../actions/visit-act.ts'
import type { VisitSetting } from '../actions/visit-taken.ts'
import { visitRoutes as routes } from '../contract.ts'
import { renderRecord } from '../papers/render-record.ts'
import type { InspectionPorts } from '../ports.ts'
import { readVisit } from '../queries/visit-view.ts'
import { findPhoto, findRecord } from '../queries/visits.ts'
import { visitStateLabels } from '../rules/visit/moves.ts'
import { inspectionFiles } from '../store/files.ts'
import { dayOf, licencesOf, ordersSince } from './field-day.ts'
import { settingOn } from './tasks.ts'

interface Around {
  readonly services: Services
  readonly files: DomainFiles
  readonly day: Temporal.PlainDate
  readonly orderDays: readonly string[] | null
}

const visitSetting = (ports: InspectionPorts, { services, files, day, orderDays }: Around): VisitSetting => ({
  ...settingOn(day),
  keyring: services.keyring,
  files,
  verifyLicence: ports.verifyLicence,
  orderDays,
})

/** The lake is asked outside the transaction, and only for a carton's code. */
async function ordersFor({ body, read, at }: Ask<typeof routes.visitAct>, ports: InspectionPorts) {
  if (body.kind !== 'code') return null
  const [licenceNo] = await read(tx => licencesOf(tx, [body.taskId]))
  if (licenceNo === undefined) return null
  return (await ports.orderDays([licenceNo], ordersSince(at.today)))?.get(licenceNo) ?? null
}

/** 现场检查: the day's bundle, the acts of the two, the record and its attachments. */
export const visitBindings = (ports: InspectionPorts): readonly RouteBinding[] => [
  bind(routes.myVisits, ask => dayOf(ask, ports)),

  bind(routes.visitAct, async ask => {
    const { actor, body, at, services } = ask
    if (actor.kind !== 'staff') return refuse('notPermitted')
    const orderDays = await ordersFor(ask, ports)
    const files = await inspectionFiles(services.config)
    return ask.act({ action: `inspection.${body.kind}`, subject: body.taskId }, async tx => {
      const setting = visitSetting(ports, { services, files, day: at.today, orderDays })
      const taken = await takeVisitAct(tx, { act: body, by: actor, at }, setting)
      if (!taken.ok) return taken
      const visit = await readVisit(tx, body.taskId, services.keyring)
      if (!visit) return refuse('taskUnknown')
      const { zh, en } = visitStateLabels[visit.state]
      return ok({ taskId: body.taskId, stateLabel: zh, stateLabelEn: en, visit })
    })
  }),

  bind(routes.visit, ask =>
    ask.act({ action: 'inspection.readVisit', subject: ask.params.id }, async tx => {
      const visit = await readVisit(tx, ask.params.id, ask.services.keyring)
      return visit ? ok(visit) : refuse('taskUnknown')
    }),
  ),

  bind(routes.visitPhoto, async ({ params: { id, digest }, services: { config, keyring }, act }) => {
    const files = await inspectionFiles(config)
    return act({ action: 'inspection.readVisitPhoto', subject: id }, async tx => {
      const photo = await findPhoto(tx, id, digest)
      if (photo === undefined) return refuse('notFound')
      if (photo.sealed !== null) return ok({ jpeg: keyring.openField(photo.sealed) })
      const file = { digest: photo.fileDigest ?? '', bytes: photo.fileBytes ?? 0 }
      const jpeg = await findSealed({ file, digest }, { files, keyring })
      return jpeg === undefined ? refuse('visitPhotoLost') : ok({ jpeg })
    })
  }),

  bind(routes.visitRecord, async ({ params, services, read }) => {
    const record = await read(tx => findRecord(tx, params.id))
    if (!record) return refuse('visitRecordMissing')
    const content = services.keyring.openField(record.content)
    if (!isSealed(content, record, services.keyring.licencePublicKeys())) return refuse('visitRecordAltered')
    return ok(renderRecord(content, record.digest, services.config.mode))
  }),
]
