import type { Finder, Found } from './found.ts'

/** Words that stand before a place and are no part of its name. */
const noName =
  '说讲称问在从到往去的了和是把被给向由于们我他她它住每天晚上个这那里有来经过进运送至与或及，。；、：？（）'
const name = `[\\p{Script=Han}--[${noName}]]`
const village = `(?:${name}{2,4}(?:村委会|村|社区|居委会|圩|市场|工业园|码头|路口|停车场|仓库)|${name}{2,4}(?:路|街|大道|巷)(?=\\d|第))`
const door = '(?:[0-9一二三四五六七八九十]+(?:巷|队|组))?(?:[0-9]+号(?:之[0-9一二三四五六七八九十]+)?)?'

/** 地点: a town by its name, with what follows; or a village or numbered street by its shape. */
export const places: Finder = (plain, { towns }) => {
  const found: Found[] = []
  for (const { name: full } of towns) {
    const short = full.replace(/(?:镇|街道)$/u, '')
    const pattern = new RegExp(`${short}(?:镇|街道)?(?:${village})?${door}`, 'gv')
    for (const match of plain.matchAll(pattern)) {
      const [text] = match
      const rest = text.slice(short.length).replace(/^(?:镇|街道)/u, '')
      found.push({ start: match.index, end: match.index + text.length, text, kind: 'place', value: full + rest })
    }
  }
  for (const match of plain.matchAll(new RegExp(`${village}${door}`, 'gv')))
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      kind: 'place',
      value: match[0],
    })
  return found
}
