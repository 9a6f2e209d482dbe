import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'

/** What an agent calls a fault (agent/uplink/heartbeat.ts), in words. */
const faults: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  readerAbsent: { zh: '读卡器没有连上', en: 'card reader not connected' },
  printerAbsent: { zh: '打印机没有连上', en: 'printer not connected' },
  paperOut: { zh: '缺纸', en: 'out of paper' },
  jam: { zh: '卡纸', en: 'paper jam' },
  coverOpen: { zh: '打印机盖子开着', en: 'printer cover open' },
  tonerOut: { zh: '没有墨粉', en: 'out of toner' },
  storageFull: { zh: '存储已满', en: 'storage full' },
  journalTailCut: { zh: '断电后截去了没写完的记录', en: 'unfinished record cut after a power loss' },
  journalDamaged: { zh: '记录文件有损坏，已隔离', en: 'journal damaged, set aside' },
  actRefusedUnseen: { zh: '有动作被服务器拒绝，本人没有看到', en: 'an act was refused and the person did not see it' },
  clockWrong: { zh: '时钟不准', en: 'clock is wrong' },
}

/** `journalTailCut:17` keeps its number; a fault of a newer agent is shown by its own name. */
export function useFaultText(): (fault: string) => string {
  const language = useLanguage()
  return fault => {
    const [name = '', number] = fault.split(':')
    const words = Object.hasOwn(faults, name) ? faults[name] : undefined
    if (!words) return fault
    const text = pick(words.zh, words.en, language)
    return number === undefined ? text : `${text}（${number}）`
  }
}
