import { createI18n } from '../../shared/i18n.ts'

/** What an agent calls a fault (agent/uplink/heartbeat.ts), in words. */
const texts = createI18n({
  zh: {
    readerAbsent: '读卡器没有连上',
    printerAbsent: '打印机没有连上',
    paperOut: '缺纸',
    jam: '卡纸',
    coverOpen: '打印机盖子开着',
    tonerOut: '没有墨粉',
    storageFull: '存储已满',
    journalTailCut: '断电后截去了没写完的记录',
    journalDamaged: '记录文件有损坏，已隔离',
    actRefusedUnseen: '有动作被服务器拒绝，本人没有看到',
    clockWrong: '时钟不准',
  },
  en: {
    readerAbsent: 'card reader not connected',
    printerAbsent: 'printer not connected',
    paperOut: 'out of paper',
    jam: 'paper jam',
    coverOpen: 'printer cover open',
    tonerOut: 'out of toner',
    storageFull: 'storage full',
    journalTailCut: 'unfinished record cut after a power loss',
    journalDamaged: 'journal damaged, set aside',
    actRefusedUnseen: 'an act was refused and the person did not see it',
    clockWrong: 'clock is wrong',
  },
})

type Known = Parameters<ReturnType<typeof texts.useTexts>>[0]
const known = new Set<string>([
  'readerAbsent',
  'printerAbsent',
  'paperOut',
  'jam',
  'coverOpen',
  'tonerOut',
  'storageFull',
  'journalTailCut',
  'journalDamaged',
  'actRefusedUnseen',
  'clockWrong',
])

/** `journalTailCut:17` keeps its number; a fault of a newer agent is shown by its own name. */
export function useFaultText(): (fault: string) => string {
  const t = texts.useTexts()
  return fault => {
    const [name = '', number] = fault.split(':')
    if (!known.has(name)) return fault
    return number === undefined ? t(name as Known) : `${t(name as Known)}（${number}）`
  }
}
