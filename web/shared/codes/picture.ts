/** Longer than this a side tells nothing more of a code and costs a telephone seconds. */
const longest = 1_920

/** A photograph as the reader takes it, upright and not larger than need be. Rejects what is no picture. */
export async function pictureOf(file: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const { width, height } = bitmap
  const scale = Math.min(1, longest / Math.max(width, height))
  const picture = drawn(bitmap, Math.round(width * scale), Math.round(height * scale))
  bitmap.close()
  return picture
}

/** What the camera sees now; `undefined` until it sees anything. */
export function frameOf(video: HTMLVideoElement): ImageData | undefined {
  const { videoWidth: width, videoHeight: height } = video
  return width === 0 || height === 0 ? undefined : drawn(video, width, height)
}

function drawn(source: CanvasImageSource, width: number, height: number): ImageData {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (pen === null) throw new Error('this browser draws no pictures')
  pen.drawImage(source, 0, 0, width, height)
  return pen.getImageData(0, 0, width, height)
}
