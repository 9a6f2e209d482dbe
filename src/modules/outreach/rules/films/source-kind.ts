/** 片源: the kinds of film that are taken, with what ffmpeg calls each. It is told the kind, so that no file talks it into another. */
export const sourceKinds = {
  mp4: { zh: 'MP4、MOV', demuxer: 'mov' },
  webm: { zh: 'WebM、MKV', demuxer: 'matroska' },
  avi: { zh: 'AVI', demuxer: 'avi' },
  ts: { zh: 'MPEG-TS', demuxer: 'mpegts' },
} as const
export type SourceKind = keyof typeof sourceKinds

const latin = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length))

/** 按内容认片: the first bytes say what it is. A list that names other files (HLS, concat) is none of these, so it opens nothing. */
export function sourceKindOf(head: Uint8Array): SourceKind | undefined {
  if (latin(head, 4, 4) === 'ftyp') return 'mp4'
  if (latin(head, 0, 4) === '\x1a\x45\xdf\xa3') return 'webm'
  if (latin(head, 0, 4) === 'RIFF' && latin(head, 8, 4) === 'AVI ') return 'avi'
  if (head[0] === 0x47 && head[188] === 0x47 && head[376] === 0x47) return 'ts'
  return undefined
}
