/** The third status byte SW3 状态码 of the reader; the first two are always zero. */
export const statusWords = {
  144: { name: 'ok', zh: '操作成功' },
  159: { name: 'cardFound', zh: '寻找证/卡成功' },
  16: { name: 'checksumWrong', zh: '接收业务终端数据的校验和错' },
  17: { name: 'lengthWrong', zh: '接收业务终端数据的长度错' },
  33: { name: 'commandWrong', zh: '接收业务终端的命令错误' },
  36: { name: 'unknownError', zh: '无法识别的错误' },
  49: { name: 'cardRejectsReader', zh: '证/卡认证机具失败' },
  50: { name: 'readerRejectsCard', zh: '机具认证证/卡失败' },
  51: { name: 'informationCheckFailed', zh: '信息验证错误' },
  64: { name: 'wrongCard', zh: '无法识别的卡类型' },
  65: { name: 'readFailed', zh: '读证/卡操作失败' },
  71: { name: 'randomNumberFailed', zh: '取随机数失败' },
  96: { name: 'selfTestFailed', zh: '自检失败，不能接收命令' },
  102: { name: 'notAuthorised', zh: '没经过授权，不能操作' },
  128: { name: 'findFailed', zh: '寻找证/卡失败' },
  129: { name: 'selectFailed', zh: '选取证/卡失败' },
  145: { name: 'noSuchItem', zh: '证/卡中没有此项内容' },
} as const satisfies Record<number, { name: string; zh: string }>

export type StatusName = (typeof statusWords)[keyof typeof statusWords]['name'] | 'notInTable'

/** The name of a status of three bytes; what is not in the table is named so, never guessed. */
export function statusName(status: number): StatusName {
  const known: Record<number, { name: StatusName }> = statusWords
  return known[status]?.name ?? 'notInTable'
}

/** The status number behind a name, for the simulator and for tests. */
export function statusOf(name: Exclude<StatusName, 'notInTable'>): number {
  const entry = Object.entries(statusWords).find(([, word]) => word.name === name)
  return Number(entry?.[0])
}
