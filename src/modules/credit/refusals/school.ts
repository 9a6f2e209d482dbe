import { cite } from '#kernel/citation'
import type { RefusalTable } from '#kernel/refusal'

/** 校园周边: why a step is not taken. */
export const schoolRefusals: RefusalTable = {
  schoolShopUnknown: {
    status: 404,
    zh: { title: '这家店不在校园周边名单里，或者不在您的辖区。', next: '请核对许可证号；有新校门的，先更新学校名单。' },
    en: {
      title: 'This shop is not near a school, or outside your area.',
      next: 'Check the licence number, or update the list of schools first.',
    },
  },
  schoolNotMeasured: {
    status: 409,
    zh: { title: '这家店还没有实地测量，地图直线不能作依据。', next: '请先由两名工作人员步行测量并签认，再劝导。' },
    en: {
      title: 'This shop has not been measured; the line on the map proves nothing.',
      next: 'Let two officers measure the walk and sign it first.',
    },
    basis: [cite('WB', 59)],
  },
  schoolCaseChanged: {
    status: 409,
    zh: { title: '刚有别人改过。', next: '请刷新以后再办，您填的内容还在。' },
    en: { title: 'Somebody else has just changed this.', next: 'Reload, then act; what you typed is still here.' },
  },
  schoolCaseNotNow: {
    status: 409,
    zh: { title: '现在的状态不能办这一步。', next: '请看当前状态和办理记录。' },
    en: { title: 'This step is not possible now.', next: 'See the state and what was done.' },
  },
  schoolDayLater: {
    status: 422,
    zh: { title: '日期在今天以后。', next: '请填实际发生的日期。' },
    en: { title: 'The day lies ahead.', next: 'Enter the day on which it happened.' },
  },
  schoolOfficersTwo: {
    status: 422,
    zh: { title: '劝导须由两名有稽查或者实地核查岗位的工作人员进行。', next: '请选一名同去的工作人员。' },
    en: { title: 'Two inspectors or verifiers go together.', next: 'Choose the other officer who went.' },
  },
  schoolSignature: {
    status: 422,
    zh: { title: '人不在时没有签字，人在时须写明签字或者拒签。', next: '请核对“答复”和“签字”。' },
    en: {
      title: 'Nobody signs who is not there; whoever is there signs or refuses.',
      next: 'Check the answer and the signature.',
    },
  },
  schoolExitDay: {
    status: 422,
    zh: { title: '退出日期要在今天或者以后。', next: '请填持证人说的日期。' },
    en: { title: 'The day of leaving lies in the past.', next: 'Enter the day the holder named.' },
  },
  schoolPlaceUnknown: {
    status: 404,
    zh: { title: '没有这个售卖点。', next: '请核对编号，或者确认它在您的辖区。' },
    en: { title: 'There is no such place.', next: 'Check its number and your area.' },
  },
  schoolAgencyMissing: {
    status: 422,
    zh: { title: '没有写明部门。', next: '无证经营由市场监督管理部门处罚，请写明移送或者参加的部门。' },
    en: { title: 'No agency is named.', next: 'The market regulator punishes unlicensed trade: name the agency.' },
    basis: [cite('TL', 57)],
  },
  schoolCampaignDays: {
    status: 422,
    zh: { title: '起止日期不对。', next: '结束日期不能早于开始日期。' },
    en: { title: 'The days are wrong.', next: 'The last day must not be before the first.' },
  },
  schoolCampaignUnknown: {
    status: 404,
    zh: { title: '没有这次专项行动。', next: '请核对编号。' },
    en: { title: 'There is no such campaign.', next: 'Check its number.' },
  },
}
