/** 语音: Mandarin 普通话 or Cantonese 粤语; the names are those of the synthesiser's voices. */
export const voices = ['cmn', 'yue'] as const
export type Voice = (typeof voices)[number]

/** Folder of one voice below `speech/`; Mandarin was there first and stands at the top. */
export const folderOf = (voice: Voice): string => (voice === 'cmn' ? '' : `${voice}/`)
