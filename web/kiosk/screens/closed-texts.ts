import { createI18n } from '../../shared/i18n.ts'
import { currentLanguage } from '../../shared/language.ts'

export const closedTexts = createI18n({
  zh: {
    title: '现在不在开放时间',
    hours: '开放时间',
    opens: '下次开放',
    hoursText: '{days} {from}–{to}',
    noDays: '暂不开放',
    nearby: '附近的服务点',
    metres: '约{metres}米',
    kilometres: '约{km}公里',
    pointOpen: '{away}，现在开放（{hours}）',
    pointClosed: '{away}，{hours}',
    pointUnknown: '{away}，开放时间请先拨打 12313 询问',
    next: '也可以用手机打开网页办理，二十四小时都行；急事请拨打 12313。',
  },
  en: {
    title: 'This terminal is closed now',
    hours: 'Opening hours',
    opens: 'Opens again',
    hoursText: '{days} {from}–{to}',
    noDays: 'closed for the time being',
    nearby: 'Other points nearby',
    metres: 'about {metres} m',
    kilometres: 'about {km} km',
    pointOpen: '{away}, open now ({hours})',
    pointClosed: '{away}, {hours}',
    pointUnknown: '{away}; please ask 12313 for its hours',
    next: 'You can also apply on your phone at any hour; for urgent matters dial 12313.',
  },
})

const names = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}
const everyDay = { zh: '每天', en: 'every day' }

/** 每天, 周一至周五, 周一、周三: days of the week as people say them. */
export function daysText(days: readonly number[], language = currentLanguage()): string {
  const sorted = days.toSorted((a, b) => a - b)
  const [first = 1, last = 1] = [sorted[0], sorted.at(-1)]
  const name = (day: number) => names[language][day - 1] ?? ''
  if (sorted.length === 7) return everyDay[language]
  if (sorted.length > 2 && last - first === sorted.length - 1)
    return language === 'zh' ? `${name(first)}至${name(last)}` : `${name(first)} to ${name(last)}`
  return sorted.map(name).join(language === 'zh' ? '、' : ', ')
}
