import type { Actor } from '#kernel/actor'
import { ok, type Result, refuse } from '#kernel/refusal'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { findSealed } from '#platform/sealed-files'
import { hasWalkPhotos, keepWalkPhoto } from '../actions/keep-walk-photo.ts'
import { confirmWalk, recordWalk } from '../actions/record-walk.ts'
import { schoolRoutes as routes, type SchoolCard } from '../contract.ts'
import { schoolLimits } from '../policy.ts'
import { type Surroundings, schoolSurroundingsOf } from '../queries/surroundings.ts'
import { findDoor, listMeasurers, type WalkRow } from '../queries/walks.ts'
import { registryFiles } from '../store/files.ts'
import { findWalkPhoto, listWalkPhotos } from '../store/walk-photos.ts'

const idOf = (actor: Actor): string => (actor.kind === 'staff' ? actor.staffId : '')

const walkOf = (
  { licenceNo: _, door: __, gateAt: ___, officerIds, recordedById, ...walk }: WalkRow,
  asker: string,
  kept: ReadonlySet<string>,
) => ({
  ...walk,
  officers: [...walk.officers],
  photos: [...walk.photos],
  keptPhotos: walk.photos.filter(digest => kept.has(digest)),
  awaitsMe: walk.confirmedBy === null && recordedById !== asker && officerIds.includes(asker),
})

const gateOf = ({ gate: { schoolId, school, gate, kind, lng, lat }, ...distance }: Surroundings['gates'][number]) => ({
  ...distance,
  schoolId,
  school,
  gate,
  kind,
  lng,
  lat,
})

async function cardOf(
  { at, actor, read }: Pick<Ask, 'at' | 'actor' | 'read'>,
  licenceNo: string,
): Promise<Result<SchoolCard>> {
  const limits = schoolLimits(at.today)
  return read(async tx => {
    if ((await findDoor(tx, licenceNo)) === undefined) return refuse('retailerNotFound')
    const found = await schoolSurroundingsOf(tx, { licenceNo }, limits)
    const kept = new Set(await listWalkPhotos(tx, licenceNo))
    const colleagues = (await listMeasurers(tx)).filter(({ id }) => id !== idOf(actor))
    return ok({
      licenceNo,
      ...limits,
      verdict: found.gatesOnRecord ? found.verdict : 'unknown',
      gates: found.gates.map(gateOf),
      walks: found.walks.map(walk => walkOf(walk, idOf(actor), kept)),
      colleagues: colleagues.map(({ id, name }) => ({ id, name })),
    })
  })
}

/** 校园周边 of one shop. */
export const schoolBindings: readonly RouteBinding[] = [
  bind(routes.schoolCard, ask => cardOf(ask, ask.params.licenceNo)),

  bind(routes.recordWalk, async ask => {
    const { params, body, actor, at } = ask
    const by = idOf(actor)
    const officers = [...new Set([by, ...body.officers])]
    const done = await ask.act({ action: 'registry.recordWalk', subject: params.licenceNo }, async tx =>
      (await hasWalkPhotos(tx, params.licenceNo, body.photos))
        ? recordWalk(tx, params, { ...body, officers }, { by, at })
        : refuse('walkPhotoMissing'),
    )
    return done.ok ? cardOf(ask, params.licenceNo) : done
  }),

  bind(routes.keepWalkPhoto, async ask => {
    const { params, body, actor, at, services } = ask
    const keeping = { keyring: services.keyring, files: await registryFiles(services.config) }
    return ask.act({ action: 'registry.keepWalkPhoto', subject: params.licenceNo }, tx =>
      keepWalkPhoto(tx, { ...params, ...body }, { by: idOf(actor), at, ...keeping }),
    )
  }),

  bind(routes.walkPhoto, async ({ params, services: { config, keyring }, act }) => {
    const files = await registryFiles(config)
    return act({ action: 'registry.readWalkPhoto', subject: params.licenceNo }, async tx => {
      const photo = await findWalkPhoto(tx, params)
      if (photo === undefined) return refuse('notFound')
      if (photo.sealed !== null) return ok({ jpeg: keyring.openField(photo.sealed) })
      const file = { digest: photo.fileDigest ?? '', bytes: photo.fileBytes ?? 0 }
      const jpeg = await findSealed({ file, digest: params.digest }, { files, keyring })
      return jpeg === undefined ? refuse('walkPhotoLost') : ok({ jpeg })
    })
  }),

  bind(routes.confirmWalk, async ask => {
    const { params, body, actor, at } = ask
    const done = await ask.act({ action: 'registry.confirmWalk', subject: params.licenceNo }, tx =>
      confirmWalk(tx, { ...params, ...body }, { by: idOf(actor), at }),
    )
    return done.ok ? cardOf(ask, params.licenceNo) : done
  }),
]
