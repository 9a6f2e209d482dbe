import { createI18n } from '../../shared/i18n.ts'

export const texts = createI18n({
  zh: {
    title: '帮办',
    question: '坐到群众旁边时，在这里取到场码，到终端输入；这一次办理就记下您在场。',
    rule: '您不替群众决定、签名、刷脸；终端上的姓名会遮住。',
    take: '取到场码',
    until: '{at}前有效，只能用一次',
    log: '帮办记录',
    none: '还没有帮办记录。',
    row: '{at}，{terminal}，{helper}',
  },
  en: {
    title: 'Helping',
    question:
      'When you sit beside somebody, take a code here and type it at the terminal: your presence is then on record.',
    rule: 'You decide, sign and prove nothing for anybody; names on the terminal are masked.',
    take: 'Take a code',
    until: 'Valid until {at}, once',
    log: 'Assisted sessions',
    none: 'None yet.',
    row: '{at}, {terminal}, {helper}',
  },
})
