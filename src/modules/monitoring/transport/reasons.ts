/** Why a parcel, plate or boat is on the list: the code of the result files, the words, and the policy value that weighs it. */
export interface Reason {
  readonly code: string
  readonly zh: string
  readonly en: string
  /** Key of the weight in `policy/transport.json`. */
  readonly weight: string
  /** Says something only beside another reason: a first parcel between two people is no suspicion. */
  readonly support: boolean
}

const reason = (code: string, name: string, [zh, en]: readonly [string, string], support = false): Reason => ({
  code,
  zh,
  en,
  weight: `transport.weight${name}`,
  support,
})

export const waybillReasons = [
  reason('W01', 'KnownWaybill', ['案件或线索里记有这个运单号', 'Waybill named in a case or clue']),
  reason('W02', 'KnownPhone', ['寄件或收件号码在案件或线索里出现过', 'Telephone named in a case or clue']),
  reason('W03', 'LinkedToKnown', ['与案件或线索里的运单共用寄件或收件号码', 'Shares a telephone with a named waybill']),
  reason('W04', 'BoxWeight', [
    '单件重量接近整件卷烟（50 条），与申报品名不合',
    'Weighs like a case of fifty cartons, unlike the goods declared',
  ]),
  reason('W05', 'StrangeWeight', [
    '单件重量远高于同一承运人同一品名的通常重量',
    'Far heavier than such goods usually are',
  ]),
  reason('W06', 'RegularLots', [
    '同一对收寄双方按固定间隔发运近似同重的小批量',
    'Regular small lots between the same two parties',
  ]),
  reason('W07', 'Ants', [
    '一个号码多日寄出大量近似同重的小件，收件集中（蚂蚁搬家）',
    'One number sends many small alike parcels on many days',
  ]),
  reason('W08', 'Gathering', ['多个寄件号码向同一号码寄近似同重的件', 'Many senders, alike parcels, one receiver']),
  reason('W09', 'FirstPair', ['收寄双方第一次往来', 'First parcel between the two'], true),
  reason('W10', 'ManyNames', ['同一寄件号码用过多个姓名', 'One number, several names'], true),
  reason('W11', 'GoodsUnlikelyHere', ['寄件地很少寄出这种品名', 'Goods seldom sent from here'], true),
] as const

export const vehicleReasons = [
  reason('V01', 'KnownPlate', ['案件或线索里记有这个车牌', 'Plate named in a case or clue']),
  reason('V02', 'NightRuns', ['多夜过卡口，且以夜间为主', 'Runs mostly by night, on many nights']),
  reason('V03', 'ShortTrips', ['夜间在同一卡口多次短时折返', 'Turns round soon at the same checkpoint by night']),
  reason('V04', 'ThereAndBack', ['多次当夜去、当夜回', 'There and back in one night, often']),
  reason('V05', 'Convoy', ['多日与另一车前后脚通过几处卡口', 'Travels with another vehicle on several days']),
  reason('V06', 'Detour', ['多次没有经过应当经过的卡口', 'Goes round a checkpoint it should pass']),
  reason('V07', 'FirstSight', ['近期首次出现', 'Seen for the first time lately'], true),
] as const

export const vesselReasons = [
  reason('S01', 'Loitering', ['夜间在锚地和渔场以外长时间停留', 'Lies long by night away from anchorages and grounds']),
  reason('S02', 'Meeting', ['夜间与另一船在锚地和渔场以外靠近停留', 'Meets another boat by night']),
  reason('S03', 'DarkGap', ['夜间长时间没有位置，其间走了一段路', 'Silent by night and elsewhere afterwards']),
  reason('S04', 'Landing', ['夜间在不常停船的岸边停留', 'Lies by night at an unusual shore']),
  reason(
    'S05',
    'LandingVehicle',
    ['靠岸之后附近卡口有少见车辆夜间通过', 'A seldom seen vehicle passes after the landing'],
    true,
  ),
  reason('S06', 'Handover', ['夜间与过路船会合之后失联或者靠岸', 'Met a passing ship by night, then silent or ashore']),
] as const

export const transportReasons: readonly Reason[] = [...waybillReasons, ...vehicleReasons, ...vesselReasons]

/** The Chinese of a code; the code itself when it is none of ours. */
export const reasonZh = (code: string): string => transportReasons.find(one => one.code === code)?.zh ?? code
