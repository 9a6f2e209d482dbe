import { type Citation, cite } from '#kernel/citation'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Audience } from '../guard/check-words.ts'

interface PictureCheck {
  readonly zh: string
  readonly en: string
  readonly cites: readonly Citation[]
  /** Asked only where pupils are among the viewers. */
  readonly minors?: true
}

/**
 * 画面核对单: what a person answers for before a picture or a film goes out. The machine reads codes and takes out what a telephone
 * wrote into the file; it recognises neither a pack nor a word in the picture, so each point is somebody's look.
 */
export const pictureChecks = {
  noPack: {
    zh: '没有烟盒、烟条的包装、装潢，连一角也没有',
    en: 'No pack or carton of tobacco is seen, not even a corner',
    cites: [cite('GG', 22, { paragraph: 2 })],
  },
  noMark: {
    zh: '没有烟草品牌、商标、厂名和类似的图案',
    en: 'No brand, trade mark or maker of tobacco, nor anything like one',
    cites: [cite('GG', 22, { paragraph: 1 }), cite('GG', 22, { paragraph: 2 })],
  },
  words: {
    zh: '画面里的字我逐字看过（机器不认画面里的字），没有介绍、夸奖、推销烟草制品',
    en: 'I read every word in the picture (the machine reads none): nothing presents, praises or sells tobacco',
    cites: [cite('GG', 22, { paragraph: 1 })],
  },
  noLure: {
    zh: '没有引人吸烟的画面，没有未成年人吸烟、买烟',
    en: 'Nothing invites to smoke; no minor smokes or buys',
    cites: [cite('GG', 22, { paragraph: 1 }), cite('WB', 59)],
  },
  faces: {
    zh: '看得清脸的人同意公开，或者脸已经遮住',
    en: 'Whoever can be recognised agreed to be shown, or the face is covered',
    cites: [cite('GX', 13)],
  },
  noTobacco: {
    zh: '学生会看到：画面里没有任何烟草制品（真假鉴别的中性示意图除外）',
    en: 'Pupils will see it: no tobacco product at all (but the neutral drawings of the lesson)',
    cites: [cite('GG', 22, { paragraph: 1 })],
    minors: true,
  },
} as const satisfies Readonly<Record<string, PictureCheck>>
export type PictureCheckName = keyof typeof pictureChecks

/** The points that somebody has to have looked at for these viewers. */
export const checksFor = (audience: Audience): readonly PictureCheckName[] =>
  (Object.keys(pictureChecks) as PictureCheckName[]).filter(
    name => audience === 'minor' || !('minors' in pictureChecks[name]),
  )

/** Whether every point was ticked. Refuses `pictureNotLooked` with the first that is open. */
export function checkLooked(looked: readonly string[], audience: Audience): Result<null> {
  const open = checksFor(audience).find(name => !looked.includes(name))
  return open === undefined ? ok(null) : refuse('pictureNotLooked', { point: pictureChecks[open].zh })
}
