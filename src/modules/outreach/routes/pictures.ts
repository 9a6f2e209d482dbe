import { type Actor, actorLabel } from '#kernel/actor'
import { ok, type Result, refuse } from '#kernel/refusal'
import { bind, type RouteBinding, type ServedFile, type Services } from '#platform/module'
import { findSealed } from '#platform/sealed-files'
import { cleanPicture, keepPicture } from '../actions/pictures/keep-picture.ts'
import { stepPicture } from '../actions/pictures/step-picture.ts'
import { type PictureLine, pictureRoutes as routes } from '../contract/pictures.ts'
import { outreachPolicy } from '../policy.ts'
import { findPicture, type PictureRecord, pictureFiles } from '../store/pictures.ts'
import { writerOf } from './writer-of.ts'

/** A picture as the desk sees it. */
export const pictureLine = (picture: PictureRecord, actor: Actor): PictureLine => {
  const { id, alt, state, codes, redrawn, uploadedBy, reason } = picture
  return { id, alt, state, codes: [...codes], redrawn, mine: uploadedBy === actorLabel(actor), reason }
}

/** The bytes of a picture whose reader was let in. Refuses `pictureUnknown` where they are gone. */
export async function pictureOf(
  { media, digest, fileDigest, fileBytes }: PictureRecord,
  { config, keyring }: Pick<Services, 'config' | 'keyring' | 'database'>,
): Promise<Result<ServedFile>> {
  const file = { digest: fileDigest, bytes: fileBytes }
  const content = await findSealed({ file, digest }, { files: await pictureFiles(config), keyring })
  return content === undefined
    ? refuse('pictureUnknown')
    : ok({ type: media, bytes: Buffer.from(content, 'base64'), lasting: false })
}

/** 图片核对: covers of films, photographs of events. */
export const pictureBindings: readonly RouteBinding[] = [
  bind(routes.putPicture, async ask => {
    const { kind, about, alt, content } = ask.body
    const { config, keyring } = ask.services
    const clean = await cleanPicture(Buffer.from(content, 'base64'))
    if (!clean.ok) return clean
    const hosts = { own: new URL(config.publicUrl).host, others: outreachPolicy(ask.at.today).linkHosts }
    const files = await pictureFiles(config)
    return ask.act({ action: 'outreach.putPicture', subject: about, details: { kind } }, tx =>
      keepPicture(
        tx,
        { about: { kind, id: about }, alt: alt.trim(), picture: clean.value },
        { ...writerOf(ask), hosts, files, keyring },
      ),
    )
  }),
  bind(routes.stepPicture, ask =>
    ask.act({ action: 'outreach.stepPicture', subject: ask.params.id, details: { event: ask.body.event } }, tx =>
      stepPicture(tx, { id: ask.params.id, ...ask.body }, writerOf(ask)),
    ),
  ),
  bind(routes.pictureFile, async ({ params, actor, services }) => {
    const picture = await findPicture(services.database.db, params.id)
    const mayLook = picture?.state === 'released' || (actor.kind === 'staff' && picture?.state === 'waiting')
    return picture && mayLook ? pictureOf(picture, services) : refuse('pictureUnknown')
  }),
]
