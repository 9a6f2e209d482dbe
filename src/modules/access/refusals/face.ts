import { cite } from '#kernel/citation'
import type { RefusalTable } from '#kernel/refusal'
import { entry } from './entry.ts'

/** 刷脸核对. None of these ends the matter: another way is always open. */
export const faceRefusals = {
  faceTermsOld: entry(
    409,
    ['刷脸说明已经更新。', '请重新看一遍再决定，也可以不刷脸，用别的办法办理。'],
    ['The words about the face check have changed.', 'Read them again, or use another way without a face check.'],
    [cite('FR', 5)],
  ),
  faceConsentMissing: entry(
    409,
    ['没有您的刷脸同意，不能核对。', '同意以后再刷脸，或者不刷脸，用别的办法办理。'],
    ['Without your consent no face is compared.', 'Agree first, or use another way without a face check.'],
    [cite('FR', 6)],
  ),
  faceTriesOver: entry(
    409,
    ['本次办理已经刷脸 {tries} 次。', '请用别的办法办理，工作人员会核对，不影响您办事。'],
    ['Your face was compared {tries} times in this visit.', 'Use another way; an officer will check.'],
    [cite('FR', 10)],
  ),
} as const satisfies RefusalTable
