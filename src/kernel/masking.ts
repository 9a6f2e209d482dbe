/** 脱敏: what helpers and the public may see of a person. The masks never make a text longer than it has to be known. */

/** Citizen number: the last four characters shown. */
export function maskCitizenId(id: string): string {
  return keepLast(id, 4)
}

/** Telephone: the last four digits shown; a landline loses its area code too. */
export function maskPhone(phone: string): string {
  return keepLast(phone, 4)
}

/** Name: the first character shown, 陈小明 → 陈**. A name of one character is hidden whole. */
export function maskName(name: string): string {
  const characters = [...name]
  return characters.length <= 1 ? '*'.repeat(characters.length) : characters[0] + '*'.repeat(characters.length - 1)
}

/**
 * Address: shown down to the town, 广东省江门市恩平市沙湖镇****. Where the town's name is not in the text,
 * nothing of the text is shown, only the town.
 */
export function maskAddress(address: string, townName: string): string {
  if (address === '') return ''
  const at = townName === '' ? -1 : address.indexOf(townName)
  return `${at < 0 ? townName : address.slice(0, at + townName.length)}****`
}

/** Too short a text is hidden whole: four of four would be no mask. */
function keepLast(text: string, shown: number): string {
  const characters = [...text]
  const hidden = characters.length > shown ? characters.length - shown : characters.length
  return '*'.repeat(hidden) + characters.slice(hidden).join('')
}
