/** The longer side in pixels: a page of A4 stays legible, and the picture passes a poor network. */
const longest = 2200
const small = 700_000

/**
 * 照片压缩: drawn anew as a JPEG, upright and without a note of where it was taken. What this browser cannot draw, and what is
 * small already, goes as it is; the server looks at it and says what is wrong.
 */
export async function shrunk(file: File): Promise<Uint8Array> {
  const asItIs = new Uint8Array(await file.arrayBuffer())
  if (!file.type.startsWith('image/') || (file.size <= small && file.type === 'image/jpeg')) return asItIs
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/jpeg', 0.85))
    return blob === null ? asItIs : new Uint8Array(await blob.arrayBuffer())
  } catch {
    return asItIs
  }
}
