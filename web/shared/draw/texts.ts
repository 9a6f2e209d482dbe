import { createI18n } from '../i18n.ts'

export const drawTexts = createI18n({
  zh: {
    promise: '产生随机数并作出承诺',
    'promise.help': '随机数在这台设备上产生，只把它的摘要（SM3）发出去。全部承诺之后，请回到这台设备公开随机数。',
    promised: '已作出承诺。随机数留在这台设备上，也请抄下来备用：',
    open: '公开我的随机数',
    'open.help': '各方都已承诺，现在可以公开。公开后任何人可以核对它与承诺是否一致。',
    'open.typed': '随机数（这台设备上没有，请输入抄下的 64 位）',
    waitOthers: '等待其他参与方承诺。',
    opened: '已公开。',
    made: '已作出承诺，链接不能再用。',
  },
  en: {
    promise: 'Make a secret and promise',
    'promise.help':
      'The secret is made on this device; only its digest (SM3) is sent. When all have promised, come back to this device to open it.',
    promised: 'Promised. The secret stays on this device; write it down as well:',
    open: 'Open my secret',
    'open.help': 'All have promised. Once it is open, anybody can check it against the promise.',
    'open.typed': 'Secret (not on this device: type the 64 characters you wrote down)',
    waitOthers: 'Waiting for the others to promise.',
    opened: 'Open.',
    made: 'Promised; the link does not work again.',
  },
})
