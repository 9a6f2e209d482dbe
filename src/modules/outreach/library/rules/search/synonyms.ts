/**
 * 同义词: what people say, and what the law says. Short names of laws as people write them, trade words, and the old names of
 * things. One way only: whoever writes the word of the law means it.
 */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  烟证: ['烟草专卖零售许可证'],
  烟草证: ['烟草专卖零售许可证'],
  零售证: ['烟草专卖零售许可证'],
  香烟: ['烟草制品', '烟'],
  卷烟: ['烟草制品'],
  学生: ['未成年人', '学校'],
  小孩: ['未成年人'],
  孩子: ['未成年人'],
  青少年: ['未成年人'],
  小学: ['学校'],
  中学: ['学校'],
  幼稚园: ['幼儿园'],
  假烟: ['非法生产的烟草专卖品', '假冒', '伪劣'],
  假冒烟: ['非法生产的烟草专卖品'],
  走私烟: ['走私烟草专卖品', '走私'],
  无证: ['无烟草专卖零售许可证', '无许可证'],
  没有证: ['无烟草专卖零售许可证'],
  没证: ['无烟草专卖零售许可证'],
  无证卖烟: ['无烟草专卖零售许可证经营烟草制品零售业务'],
  进货: ['当地的烟草专卖批发企业进货'],
  拿货: ['进货'],
  快递: ['邮寄', '寄递', '快递'],
  寄烟: ['邮寄烟草制品'],
  带烟: ['异地携带烟草制品'],
  运烟: ['运输烟草专卖品', '准运证'],
  电子烟: ['电子烟等新型烟草制品'],
  续期: ['延续'],
  续证: ['延续', '有效期'],
  到期: ['有效期届满'],
  过期: ['有效期届满'],
  停业: ['停业', '歇业'],
  关门: ['停业', '歇业'],
  收费: ['不得收取任何费用'],
  要钱吗: ['不得收取任何费用'],
  罚款多少: ['罚款'],
  检查证: ['检查证件', '执法证件'],
  出示证件: ['检查证件', '出示执法证件'],
  申诉: ['行政复议', '行政诉讼'],
  不服: ['行政复议', '行政诉讼', '不服'],
  告政府: ['行政诉讼'],
  打官司: ['行政诉讼'],
  隐私: ['个人信息'],
  刷脸: ['人脸识别', '人脸'],
  人脸: ['人脸识别'],
  身份证: ['居民身份证'],
  电子证: ['电子证照'],
  电子章: ['电子签名', '电子印章'],
  个体户: ['个体工商户'],
  营业执照: ['登记', '营业执照'],
  老人: ['老年人'],
  举报有奖: ['举报', '奖励'],
  首违不罚: ['初次违法且危害后果轻微'],
  坐牢: ['有期徒刑', '刑事责任'],
}

/** Short names of laws that are more than the title without 中华人民共和国. */
const shortTitles: Readonly<Record<string, string>> = {
  烟草法: '烟草专卖法',
  专卖法: '烟草专卖法',
  专卖条例: '烟草专卖法实施条例',
  烟草条例: '烟草专卖法实施条例',
  实施条例: '烟草专卖法实施条例',
  许可法: '行政许可法',
  处罚法: '行政处罚法',
  强制法: '行政强制法',
  复议法: '行政复议法',
  行诉法: '行政诉讼法',
  未保法: '未成年人保护法',
  个保法: '个人信息保护法',
  数安法: '数据安全法',
  网安法: '网络安全法',
  身份证法: '居民身份证法',
  电商法: '电子商务法',
  两高解释: '最高人民法院、最高人民检察院关于办理非法生产、销售烟草专卖品等刑事案件具体应用法律若干问题的解释',
  烟草司法解释: '最高人民法院、最高人民检察院关于办理非法生产、销售烟草专卖品等刑事案件具体应用法律若干问题的解释',
  移送规定: '行政执法机关移送涉嫌犯罪案件的规定',
}

/** Words of the question that the law says otherwise, longest first: a word inside a longer one is not asked twice. */
export function otherWords(words: string): readonly string[] {
  let rest = words
  return longestFirst.flatMap(word => {
    if (!rest.includes(word)) return []
    rest = rest.replaceAll(word, ' ')
    return synonyms[word] ?? []
  })
}
const longestFirst = Object.keys(synonyms).toSorted((a, b) => b.length - a.length)

/** The full title of a short name at the beginning of the question; 许可法 is not read inside 行政许可法. */
export function fullTitle(words: string): string {
  const short = shortFirst.find(name => words.startsWith(name))
  return short === undefined ? words : `${shortTitles[short]}${words.slice(short.length)}`
}
const shortFirst = Object.keys(shortTitles).toSorted((a, b) => b.length - a.length)
