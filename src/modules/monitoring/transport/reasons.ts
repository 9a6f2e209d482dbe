/** Why a parcel, plate or boat is on the list: the code of the result files, the words, and the policy value that weighs it. */
export interface Reason {
  readonly code: string
  readonly zh: string
  /** Key of the weight in `policy/transport.json`. */
  readonly weight: string
  /** Says something only beside another reason: a first parcel between two people is no suspicion. */
  readonly support: boolean
}

const reason = (code: string, name: string, zh: string, support = false): Reason => ({
  code,
  zh,
  weight: `transport.weight${name}`,
  support,
})

export const waybillReasons = [
  reason('W01', 'KnownWaybill', '案件或线索里记有这个运单号'),
  reason('W02', 'KnownPhone', '寄件或收件号码在案件或线索里出现过'),
  reason('W03', 'LinkedToKnown', '与案件或线索里的运单共用寄件或收件号码'),
  reason('W04', 'BoxWeight', '单件重量接近整件卷烟（50 条），与申报品名不合'),
  reason('W05', 'StrangeWeight', '单件重量远高于同一承运人同一品名的通常重量'),
  reason('W06', 'RegularLots', '同一对收寄双方按固定间隔发运近似同重的小批量'),
  reason('W07', 'Ants', '一个号码多日寄出大量近似同重的小件，收件集中（蚂蚁搬家）'),
  reason('W08', 'Gathering', '多个寄件号码向同一号码寄近似同重的件'),
  reason('W09', 'FirstPair', '收寄双方第一次往来', true),
  reason('W10', 'ManyNames', '同一寄件号码用过多个姓名', true),
  reason('W11', 'GoodsUnlikelyHere', '寄件地很少寄出这种品名', true),
] as const

export const vehicleReasons = [
  reason('V01', 'KnownPlate', '案件或线索里记有这个车牌'),
  reason('V02', 'NightRuns', '多夜过卡口，且以夜间为主'),
  reason('V03', 'ShortTrips', '夜间在同一卡口多次短时折返'),
  reason('V04', 'ThereAndBack', '多次当夜去、当夜回'),
  reason('V05', 'Convoy', '多日与另一车前后脚通过几处卡口'),
  reason('V06', 'Detour', '多次没有经过应当经过的卡口'),
  reason('V07', 'FirstSight', '近期首次出现', true),
] as const

export const vesselReasons = [
  reason('S01', 'Loitering', '夜间在锚地和渔场以外长时间停留'),
  reason('S02', 'Meeting', '夜间与另一船在锚地和渔场以外靠近停留'),
  reason('S03', 'DarkGap', '夜间长时间没有位置，其间走了一段路'),
  reason('S04', 'Landing', '夜间在不常停船的岸边停留'),
  reason('S05', 'LandingVehicle', '靠岸之后附近卡口有少见车辆夜间通过', true),
] as const

/** The Chinese of a code; the code itself when it is none of ours. */
export const reasonZh = (code: string): string =>
  [...waybillReasons, ...vehicleReasons, ...vesselReasons].find(one => one.code === code)?.zh ?? code
