/** The longer side in pixels: enough to read a plate, small enough for three in one request. */
const longest = 1600

/** A picture to be sent: base64 for the server, an address for the page. */
export interface Photo {
  readonly content: string
  readonly preview: string
}

/**
 * 照片去元数据: always drawn anew as a JPEG, so that nothing but the picture leaves the telephone; `undefined` for what this
 * browser cannot draw. The server takes everything out once more.
 */
export async function drawnAnew(file: Blob): Promise<Photo | undefined> {
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    for (const quality of [0.8, 0.6, 0.4]) {
      const preview = canvas.toDataURL('image/jpeg', quality)
      const content = preview.slice(preview.indexOf(',') + 1)
      if (content.length <= 700_000) return { content, preview }
    }
    return undefined
  } catch {
    return undefined
  }
}
