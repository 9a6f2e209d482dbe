import type { Finder, Found } from './found.ts'

/** Words that stand before a place and are no part of its name; 市 and 镇 end the name before it. */
const noName =
  '说讲称问在从到往去的了和是把被给向由于们我他她它住每天晚上个这那里有来经过进运送至与或及市镇，。；、：？（）'
const name = `[\\p{Script=Han}--[${noName}]]`
const ends =
  '村委会|村|社区|居委会|圩|市场|工业园|工业区|开发区|物流园|码头|渔港|路口|停车场|仓库|砖厂|加油站|车站|客运站|总站|公园'
const village = `(?:圩镇)?(?:${name}{2,4}(?:${ends})|${name}{2,4}(?:路|街|大道|巷)[东西南北中]?(?=\\d|第))`
/** 沈海高速恩平出口, 国道325线, G15: where the road comes by. */
const road = `${name}{2}高速(?:公路)?(?:${name}{1,4}(?:出口|入口|收费站|服务区|路段))?|[国省县乡]道[GSXY]?\\d{1,4}线?|\\d{3}国道|(?<![A-Z0-9])[GS]\\d{2,4}(?=国道|省道|高速|线)(?:国道|省道|高速|线)`
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
  for (const match of plain.matchAll(new RegExp(`${village}${door}|${road}`, 'gv')))
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      kind: 'place',
      value: match[0],
    })
  return found
}
