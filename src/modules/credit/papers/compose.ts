import { formatCitation } from '#kernel/citation'
import { formatDateZh } from '#kernel/dates'
import { talk } from '../rules/kinds/talk.ts'
import type { FileRecord } from '../store/files.ts'

export type PaperBlock = { readonly text: string } | { readonly list: readonly string[] }

/** 文书 as issued: the words themselves, so that a later template never changes what somebody was told. */
export interface TalkPaper {
  readonly title: string
  readonly number: string
  readonly bureau: string
  readonly addressee: string
  readonly blocks: readonly PaperBlock[]
  readonly date: string
  readonly fileId: string
  /** 约谈记录 has a place for the retailer and both officers to sign. */
  readonly signers: readonly string[]
}

interface Names {
  readonly shopName: string
  readonly operatorName: string
  readonly staff: readonly string[]
}

const on = (day: unknown): string => formatDateZh(Temporal.PlainDate.from(String(day)))
const basis = (talk.events['notify']?.basis ?? []).map(formatCitation).join('、')

/** 约谈通知书: when, where, why, who, that it is no penalty, and what can be said beforehand. */
export function noticeBlocks({ data }: FileRecord, { staff }: Names): readonly PaperBlock[] {
  return [
    { text: `因下列事由，本局决定对你店进行约谈：${String(data['words'])}` },
    {
      list: [
        `时间：${on(data['day'])} ${String(data['time'])}`,
        `地点：${String(data['place'])}`,
        `约谈人员：${staff.join('、')}，约谈时将出示执法证件`,
      ],
    },
    { text: `依据：${basis}。约谈不是行政处罚，不罚款，不影响你店依法享有的权利。` },
    {
      text: '请持证人本人携带身份证到场。因故不能到场的，请在约谈以前告诉本局，另行安排。你店可以在约谈时说明情况、提交材料。',
    },
  ]
}

/** 约谈记录: what was said, what was promised and until when, and who signed. */
export function recordBlocks({ data }: FileRecord, { staff }: Names): readonly PaperBlock[] {
  const promised = Array.isArray(data['commitments']) ? data['commitments'].map(String) : []
  return [
    { text: `约谈时间：${on(data['heldOn'])}；地点：${String(data['place'])}；约谈人员：${staff.join('、')}。` },
    { text: `约谈事由：${String(data['words'])}` },
    { text: `谈话记录：${String(data['record'])}` },
    { text: `零售户承诺在${on(data['commitBy'])}以前：` },
    { list: promised },
    {
      text:
        data['signed'] === 'refused'
          ? '零售户拒绝在本记录上签名，由两名约谈人员注明。'
          : '以上记录已由零售户阅读（或者已向其宣读），与所述一致。',
    },
  ]
}
