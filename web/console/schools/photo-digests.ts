/** SM3 of the chosen pictures: they stay with the file of the visit, only what proves them is sent. */
export async function digestsOf(files: FileList | null): Promise<readonly string[]> {
  const { sm3 } = await import('sm-crypto-v2')
  const read = async (file: File) => sm3(new Uint8Array(await file.arrayBuffer()))
  return Promise.all([...(files ?? [])].slice(0, 12).map(read))
}
