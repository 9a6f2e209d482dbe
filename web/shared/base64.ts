/** Letter by letter, because a quarter of a million arguments are too many for one call. */
export function base64Of(bytes: Uint8Array): string {
  let letters = ''
  for (const byte of bytes) letters += String.fromCharCode(byte)
  return btoa(letters)
}
