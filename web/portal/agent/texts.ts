import { createI18n } from '../../shared/i18n.ts'

export const texts = createI18n({
  zh: {
    loading: '正在读取委托',
    acting: '您在替{name}办理：{shop}，{service}。请签您自己的名字。',
    none: '没有可以用的委托',
    'none.help': '委托可能已经收回、已经到期，或者没有写明这件事。请和持证人联系。',
    mandates: '看我的委托',
  },
  en: {
    loading: 'Reading the mandate',
    acting: 'You act for {name}: {shop}, {service}. Please sign your own name.',
    none: 'There is no mandate for this',
    'none.help': 'It may be withdrawn, over, or not name this service. Please ask the holder.',
    mandates: 'My mandates',
  },
})
