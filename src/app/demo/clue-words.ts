import type { ClueEvent, ClueMatter, ClueSource } from '#modules/intelligence'

export interface DemoClue {
  readonly source: ClueSource
  readonly matter: ClueMatter
  readonly areaCode: string
  readonly daysAgo: number
  readonly text: string
  readonly steps: readonly ClueEvent[]
  readonly words: Readonly<Partial<Record<ClueEvent, string>>>
  readonly grade?: string
  readonly agency?: string
  /** Invented; sealed like a real one. */
  readonly reporter?: { readonly name: string; readonly phone: string }
}

const checked: readonly ClueEvent[] = ['validate', 'grade', 'assign', 'begin']

/** 模拟数据: plates, numbers and places are made up. Two speak of one van; one is reported twice. */
export const demoClues: readonly DemoClue[] = [
  {
    ...{ source: 'portal', matter: 'counterfeit', areaCode: '440785103', daysAgo: 0 },
    text: '沙湖镇南塘村后面的旧砖厂，最近每天晚上十一点以后有粤J8K215的面包车来卸货，像是假烟，一次二十多件。',
    steps: [],
    words: {},
  },
  {
    ...{ source: 'desk', matter: 'transport', areaCode: '440785100', daysAgo: 1 },
    text: '来电人说横陂码头旁有人把烟搬上粤J8K215，问司机要电话是13900000215，没有看到准运证。',
    steps: ['validate'],
    words: { validate: '内容具体，和码头一带的预警方向一致。' },
    reporter: { name: '模拟举报人甲', phone: '13900000001' },
  },
  {
    ...{ source: 'kiosk', matter: 'unlicensed', areaCode: '440785104', daysAgo: 2 },
    text: '牛江镇岭南路12号小卖部没有挂许可证，也在卖烟，学生常去买。',
    steps: [],
    words: {},
  },
  {
    ...{ source: 'parcel', matter: 'posting', areaCode: '440785001', daysAgo: 3 },
    text: '恩城一家快递网点一周内有六票同一寄件人的“茶叶”，重量都一样，其中运单号YT1234567890123，收件电话13900000777。',
    steps: ['validate', 'grade'],
    words: { grade: '单号、电话都具体，一周六票，列B级。' },
  },
  {
    ...{ source: 'desk', matter: 'counterfeit', areaCode: '440785103', daysAgo: 4, grade: 'A' },
    text: '来电人说圩日有人在沙湖市场后门低价卖整条烟，一条便宜三十元，车牌粤J8K215，每次大约五十条。',
    steps: checked,
    words: { grade: '与旧砖厂的举报同一辆车，数量大，列A级。', begin: '已到市场后门踏勘，取得商户口述。' },
    reporter: { name: '模拟举报人乙', phone: '13900000002' },
  },
  {
    ...{ source: 'retailer', matter: 'otherSource', areaCode: '440785105', daysAgo: 8 },
    text: '君堂镇一名零售户反映，有人上门推销外地烟，留下电话13900000888，说可以送到店里。',
    steps: ['validate', 'grade', 'assign', 'begin', 'extend'],
    words: { grade: '有电话，没有数量，列B级。', extend: '等待协查通话登记，办理期限内难以核清。' },
  },
  {
    ...{ source: 'internet', matter: 'smuggled', areaCode: '440785001', daysAgo: 12 },
    text: '某二手平台有恩平卖家挂“外烟”图片，标价每条三百元，月销二百条，发货地写恩城。',
    steps: [...checked, 'watch'],
    words: { grade: '销量大，身份不明，列B级。', watch: '账号已下架，暂时不能确定是谁，继续关注。' },
  },
  {
    ...{ source: 'portal', matter: 'unlicensed', areaCode: '440785107', daysAgo: 20, agency: 'market' },
    text: '那吉镇温泉路口的烧烤档没有证也卖烟。',
    steps: ['validate', 'refer', 'tell', 'close'],
    words: {
      refer: '无证零售由市场监督管理部门查处，连同意见一并移送。',
      tell: '您反映的无证卖烟，由市场监督管理局依法处理，我们已经移送。感谢您的举报。',
    },
  },
  {
    ...{ source: 'desk', matter: 'wholesale', areaCode: '440785101', daysAgo: 30, grade: 'A' },
    text: '来电人说圣堂镇三联村有人没有批发证却批发卷烟，一次卖出六十多条。',
    steps: [...checked, 'convert', 'tell', 'close'],
    words: {
      grade: '一次五十条以上，列A级。',
      convert: '现场查获卷烟1.2万支，有送货单，符合立案条件。',
      tell: '经核查属实，已经立案。请保管好回执号，结案以后可以查询奖励。',
    },
  },
  {
    ...{ source: 'inspection', matter: 'otherSource', areaCode: '440785102', daysAgo: 26 },
    text: '良西镇检查时发现两条不是本店条码的卷烟，店主说是亲戚给的。',
    steps: [...checked, 'unfound', 'tell', 'close'],
    words: {
      grade: '数量少，列C级。',
      unfound: '条码属店主另一家有证的店，有进货单，不予立案。',
      tell: '已核清，检查任务办结。',
    },
    grade: 'C',
  },
  {
    ...{ source: 'caseAnalysis', matter: 'counterfeit', areaCode: '440785001', daysAgo: 40 },
    text: '恩城一案的送货单上有粤J3D907，和上月横陂查获的假烟外包装上的批号一致。',
    steps: [...checked, 'convert', 'tell', 'close'],
    words: {
      grade: '两案有同一车牌，列B级。',
      convert: '车主承认送货，涉案卷烟已先行登记保存。',
      tell: '并入在办案件。',
    },
  },
]
