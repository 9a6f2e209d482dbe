import { cite } from '#kernel/citation'
import type { RefusalTable } from '#kernel/refusal'
import { entry } from './words.ts'

/** 现场制作笔录: what a telephone may be told and what to do then. */
export const fieldRefusals: RefusalTable = {
  recordDigest: entry(
    422,
    ['笔录和现场计算的摘要对不上。', '请交办公室处理，不要重写。'],
    ['The record is not what its digest was taken of.', 'Give it to the office; do not write it anew.'],
  ),
  recordTwice: entry(
    409,
    ['这份笔录已经收到。', '不用再发，请从本机清除。'],
    ['This record has arrived already.', 'It need not be sent again.'],
  ),
  recordNamesReporter: entry(
    422,
    [
      '笔录里有举报人的姓名、电话或者证件号，没有收下。',
      '签了名的笔录改不了：交办公室密封处理；人还在现场的，改写“群众举报”，重新制作、重新签名。拦下的每一次负责人都看得到。',
    ],
    [
      'The record names who reported, or his telephone or number; it was not taken in.',
      'What is signed cannot be changed: give it to the office, where it lies sealed; if the person is still there, write it anew without the name and have it signed. The heads see each such refusal.',
    ],
    [cite('YSJ', 41)],
  ),
  recordSecondForeign: entry(
    422,
    ['另一名人员不是本案办案人员。', '办案人员已经变更的，请交办公室处理。'],
    ['The other one is no officer of this case.', 'If the officers have changed, give it to the office.'],
    [cite('CF', 42)],
  ),
  recordOfficersUnsigned: entry(
    422,
    ['两名办案人员没有都签名。', '请两个人都在框里签名。'],
    ['Both officers have not signed.', 'Both sign in their boxes.'],
    [cite('CF', 42)],
  ),
  recordNoWitness: entry(
    422,
    ['拒绝签名，没有写见证人。', '请写明见证人；没有见证人的，写明两名办案人员在场。'],
    ['The refusal names no witness.', 'Name the witness, or say that both officers were present.'],
  ),
  recordCorrectionUninitialled: entry(
    422,
    ['更正的地方没有签名。', '请被询问人、被检查人在每一处更正旁签名或者捺指印后签名。'],
    ['A correction is not initialled.', 'The person signs beside each correction.'],
  ),
  recordPhotoMissing: entry(
    422,
    ['笔录随附的照片还没有收到。', '请联网，先发照片再发笔录。'],
    ['A picture of the record has not arrived.', 'Go online: pictures are sent first.'],
  ),
  recordWordsUnclean: entry(
    422,
    ['笔录里有多余的空白或者看不见的字符。', '请交办公室处理。'],
    ['The record holds spaces at its ends or invisible characters.', 'Give it to the office.'],
  ),
  filingTaskUnknown: entry(
    404,
    ['没有这项已经派出的检查任务。', '请刷新今天的任务，仍然没有的，交办公室处理。'],
    ['There is no such task on its way.', 'Refresh the day; if it is still missing, give it to the office.'],
  ),
  filingNotYours: entry(
    422,
    ['立案报告由这次检查的两名人员之一填报。', '请由去检查的人填报，或者交办公室处理。'],
    ['One of the two who went files the report.', 'Let one of them file it, or give it to the office.'],
    [cite('CF', 42)],
  ),
  filingNotVisited: entry(
    409,
    ['这次检查还没有入企。', '请先扫码入企、记录检查，再填报。'],
    ['The visit has not begun.', 'Scan in and record it first.'],
  ),
  filingTwice: entry(
    409,
    ['这件案件已经填报过立案：{no}。', '在“案件”里看它；有补充的，交办公室处理。'],
    ['It has been filed already: {no}.', 'See it under cases; give additions to the office.'],
  ),
}
