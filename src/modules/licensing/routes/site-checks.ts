import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { findSealed } from '#platform/sealed-files'
import { licensingFiles } from '../actions/sealed-file.ts'
import { settingOf } from '../actions/settings.ts'
import { keepSitePhoto } from '../actions/site-check/keep-photo.ts'
import { recordSiteCheck } from '../actions/site-check/record-site-check.ts'
import { disputeSiteCheck, signSiteCheck } from '../actions/site-check/sign-site-check.ts'
import { siteChecksOfFile, siteCheckTasks } from '../actions/site-check/site-check-views.ts'
import type { Officer } from '../actions/take-step.ts'
import { siteCheckRoutes as routes, type SiteCheckAct } from '../contract.ts'
import { siteCheckPolicy } from '../policy.ts'
import { findFile } from '../queries/files.ts'
import { findHeldSiteCheck, findSitePhoto, listHeldSiteChecks, listVerifiers } from '../queries/site-checks.ts'
import { insertHeldSiteCheck, settleHeldSiteCheck } from '../store/site-checks.ts'

const officerOf = ({ actor }: Pick<Ask, 'actor'>): Officer | undefined => (actor.kind === 'staff' ? actor : undefined)

const acts = {
  record: { label: '现场记录已收到，等另一名核查人员签认', labelEn: 'Recorded; awaits the other verifier' },
  sign: { label: '已签认，办件回到审核', labelEn: 'Signed; the file is back in review' },
  dispute: { label: '已提出不符，请重新核查', labelEn: 'Objected; the check is to be made again' },
} as const

type Acting = Pick<Ask, 'at' | 'services'> & { readonly params: { readonly applicationNo: string } }

async function perform(ask: Acting, tx: Parameters<typeof recordSiteCheck>[0], act: SiteCheckAct, by: Officer) {
  const { params, at, services } = ask
  const setting = settingOf(services, at.today)
  const on = { ...params, by, at }
  if (act.kind === 'record') return recordSiteCheck(tx, { ...on, record: act.record, replaces: act.replaces }, setting)
  const { id, digest } = act
  return act.kind === 'sign'
    ? signSiteCheck(tx, { ...on, id, digest }, setting)
    : disputeSiteCheck(tx, { ...on, id, digest, why: act.why })
}

/** 实地核查: the verifiers' day, their acts, and what the office reads of them. */
export const siteCheckRoutes: readonly RouteBinding[] = [
  // Telephone numbers of applicants leave the house here: on record.
  bind(routes.mySiteChecks, ask =>
    ask.act({ action: 'licensing.loadSiteChecks' }, async tx => {
      const by = officerOf(ask)
      if (!by) return refuse('notPermitted')
      const { at, services } = ask
      const on = { staffId: by.staffId, today: at.today, keyring: services.keyring }
      const { tasks, around } = await siteCheckTasks(tx, on)
      const colleagues = new Map<string, string>()
      for (const town of new Set(tasks.map(({ townCode }) => townCode)))
        for (const { id, name } of await listVerifiers(tx, town)) colleagues.set(id, name)
      colleagues.delete(by.staffId)
      return ok({
        tasks,
        gates: [...around.gates],
        shops: [...around.shops],
        ...around.limits,
        colleagues: [...colleagues].map(([id, name]) => ({ id, name })),
        leastPhotos: siteCheckPolicy(at.today).leastPhotos,
      })
    }),
  ),

  bind(routes.sendSitePhoto, async ask => {
    const { params, body, at, services } = ask
    const files = await licensingFiles(services.config)
    return ask.act({ action: 'licensing.keepSitePhoto', subject: params.applicationNo }, async tx => {
      const by = officerOf(ask)
      return by
        ? keepSitePhoto(tx, { ...params, ...body }, { by, at, files, keyring: services.keyring })
        : refuse('notPermitted')
    })
  }),

  bind(routes.siteCheckAct, ask => {
    const action = `licensing.${ask.body.kind}SiteCheck`
    return ask.act({ action, subject: ask.params.applicationNo }, async tx => {
      const by = officerOf(ask)
      if (!by) return refuse('notPermitted')
      const done: Result<string> = await perform(ask, tx, ask.body, by)
      return done.ok ? ok({ id: done.value, ...acts[ask.body.kind] }) : done
    })
  }),

  // Whatever a verifier saw is kept, even where the rules did not take it.
  bind(routes.holdSiteCheck, ask =>
    ask.act({ action: 'licensing.holdSiteCheck', subject: ask.params.applicationNo }, async tx => {
      const { params, body, at, services } = ask
      const [by, file] = [officerOf(ask), await findFile(tx, params.applicationNo)]
      if (!by) return refuse('notPermitted')
      if (!file) return refuse('applicationNotFound')
      const id = randomId()
      const sealed = services.keyring.sealField(JSON.stringify(body.act))
      const { applicationNo, areaCode } = file
      const heldAt = at.instant.toString()
      await insertHeldSiteCheck(tx, { id, applicationNo, areaCode, why: body.why, sealed, by: by.staffId, heldAt })
      return ok({ id })
    }),
  ),

  // A look at what was seen at a person's shop is itself on record.
  bind(routes.siteChecks, ask =>
    ask.act({ action: 'licensing.readSiteChecks', subject: ask.params.applicationNo }, async tx => {
      const { params, at, services } = ask
      const [by, file] = [officerOf(ask), await findFile(tx, params.applicationNo)]
      if (!by || !file) return refuse('applicationNotFound')
      const on = { staffId: by.staffId, today: at.today, keyring: services.keyring }
      return ok({
        items: await siteChecksOfFile(tx, file, on),
        held: await listHeldSiteChecks(tx, file.applicationNo),
      })
    }),
  ),

  bind(routes.sitePhoto, async ask => {
    const { params, services } = ask
    const { keyring } = services
    const files = await licensingFiles(services.config)
    return ask.act({ action: 'licensing.readSitePhoto', subject: params.applicationNo }, async tx => {
      const photo = await findSitePhoto(tx, params)
      if (photo === undefined) return refuse('notFound')
      const { sealed, digest, fileDigest, fileBytes, capturedAt } = photo
      if (sealed !== null) return ok({ jpeg: keyring.openField(sealed), capturedAt })
      const file = { digest: fileDigest ?? '', bytes: fileBytes ?? 0 }
      const jpeg = await findSealed({ file, digest }, { files, keyring })
      return jpeg === undefined ? refuse('documentLost') : ok({ jpeg, capturedAt })
    })
  }),

  bind(routes.openHeldSiteCheck, ask =>
    ask.act({ action: 'licensing.openHeldSiteCheck', subject: ask.params.applicationNo }, async tx => {
      const sealed = await findHeldSiteCheck(tx, ask.params)
      return sealed === undefined
        ? refuse('notFound')
        : ok({ act: JSON.parse(ask.services.keyring.openField(sealed)) as SiteCheckAct })
    }),
  ),

  bind(routes.settleHeldSiteCheck, ask =>
    ask.act({ action: 'licensing.settleHeldSiteCheck', subject: ask.params.applicationNo }, async tx => {
      const by = officerOf(ask)
      if (!by) return refuse('notPermitted')
      const settled = { by: by.staffId, at: ask.at.instant.toString(), note: ask.body.note }
      return (await settleHeldSiteCheck(tx, ask.params, settled)) ? ok(undefined) : refuse('notFound')
    }),
  ),
]
