import { createI18n } from '../../shared/i18n.ts'

export const kitTexts = createI18n({
  zh: {
    numberPad: '数字键盘',
    codePad: '字母数字键盘',
    clear: '清空',
    erase: '删一位',
    signHere: '在这里用手指签名',
    signAgain: '重新签',
    signatureArea: '签名区，用手指写字',
    signed: '已经写了 {strokes} 笔',
  },
  en: {
    numberPad: 'Number pad',
    codePad: 'Keys for the code',
    clear: 'Clear',
    erase: 'Delete one',
    signHere: 'Sign here with your finger',
    signAgain: 'Sign again',
    signatureArea: 'Signature area, write with a finger',
    signed: '{strokes} strokes written',
  },
})
