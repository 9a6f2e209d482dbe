/** A question of shopkeepers with what it rests on, and an article found by a word. */
export const lawUse = {
  use: { id: 'outreach.asked.need', kind: 'page', zh: '大家常问：卖烟要办什么证？', en: 'Asked most', path: '/law' },
  articles: [
    {
      cite: { instrument: 'ZMF', article: 16 },
      ...{ words: '《烟草专卖法》第十六条', wordsEn: 'Tobacco Monopoly Law, Article 16', imported: true, key: 'ZMF' },
      summary: '零售许可证由县级烟草专卖局审查批准、发给。',
      text: '经营烟草制品零售业务的企业或者个人，由县级烟草专卖行政主管部门审查批准发给烟草专卖零售许可证。（模拟）',
    },
    {
      cite: { instrument: 'TL', article: 9 },
      ...{ words: '《烟草专卖法实施条例》第九条', wordsEn: 'Regulations, Article 9', imported: true, key: 'TL' },
      summary: null,
      text: '取得烟草专卖零售许可证，应当具备下列条件：\n（一）有与经营烟草制品零售业务相适应的资金；\n（二）有固定的经营场所。（模拟）',
    },
  ],
}

export const lawHit = {
  ...{ key: 'WB', title: '中华人民共和国未成年人保护法', imported: true, number: 59, sub: 0, label: '第五十九条' },
  ...{ heading: '', snippet: '学校、幼儿园周边不得设置烟、酒、彩票销售网点。', marks: [[0, 2]] },
}
