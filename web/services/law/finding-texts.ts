import { createI18n } from '../../shared/i18n.ts'

export const findingTexts = createI18n({
  zh: {
    pass: '已核对',
    person: '要人工核对',
    stop: '现在不能办',
    notChecked: '没有核对成',
    next: '怎么办',
    passed: '已经核对过的 {count} 项和依据',
  },
  en: {
    pass: 'Checked',
    person: 'Staff must check',
    stop: 'Not possible now',
    notChecked: 'Could not check',
    next: 'What to do',
    passed: 'The {count} points already checked, with their basis',
  },
})
