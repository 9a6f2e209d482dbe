import { currentLanguage, type Language } from './language.ts'

/** Words of the register that have a fixed meaning: 许可范围 and 业态. What is not known is shown as it was registered. */
const english: Readonly<Record<string, string>> = {
  卷烟零售: 'cigarettes, retail',
  雪茄烟零售: 'cigars, retail',
  电子烟零售: 'e-cigarettes, retail',
  食杂店: 'grocery',
  便利店: 'convenience store',
  超市: 'supermarket',
  商场: 'department store',
  烟酒商店: 'tobacco and liquor shop',
  娱乐服务类: 'entertainment or service',
  其他: 'other',
}

export const registerWord = (word: string, language: Language = currentLanguage()): string =>
  language === 'en' ? (english[word] ?? word) : word

/** 卷烟零售、雪茄烟零售 / cigarettes, retail; cigars, retail. */
export const registerWords = (words: readonly string[], language: Language = currentLanguage()): string =>
  words.map(word => registerWord(word, language)).join(language === 'en' ? '; ' : '、')
