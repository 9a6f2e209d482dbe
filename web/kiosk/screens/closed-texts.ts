import { createI18n } from '../../shared/i18n.ts'

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
