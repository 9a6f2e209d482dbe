import type { Moves, StateOf } from '#kernel/state-table'

/** 图片 from the upload to the public: shown to nobody outside before another person has looked at it. */
export const pictureMoves = {
  waiting: { release: 'released', refuse: 'refused' },
  released: { withdraw: 'refused' },
} as const satisfies Moves
export type PictureState = StateOf<typeof pictureMoves>

export type PictureMedia = 'image/jpeg' | 'image/png'

/** What the bytes are, whatever a name says. */
export function pictureMediaOf(bytes: Uint8Array): PictureMedia | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'image/jpeg'
  return bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47 ? 'image/png' : undefined
}
