import { createI18n } from '../../shared/i18n.ts'

export const routeTexts = createI18n({
  zh: {
    title: '当日路线',
    count: '{pairs} 组，{shops} 户',
    open: '看路线',
    close: '收起路线',
    day: '日期',
    help: '按已派任务、营业时间、路程和轻重排出先后，从县城出发再回县城；路程按直线估计，只作参考。手机上的任务按同样的顺序排列。',
    none: '这一天没有已派的检查。',
    pair: '{officers}：{count} 户，约 {back} 回到县城',
    way: '路程约 {minutes} 分钟',
    off: '错时',
    noTime: '{shop}：当天排不下，请改派或者改日',
    noPosition: '{shop}：没有坐标，请自行安排先后',
  },
  en: {
    title: 'Routes of the day',
    count: '{pairs} pairs, {shops} shops',
    open: 'Show the routes',
    close: 'Hide the routes',
    day: 'Day',
    help: 'In the order of hours, ways and weight of the visits that were sent, from the county seat and back; ways are estimates over straight lines. The telephones list the tasks in the same order.',
    none: 'No visit was sent for this day.',
    pair: '{officers}: {count} shops, back at about {back}',
    way: 'about {minutes} minutes of way',
    off: 'off hours',
    noTime: '{shop}: no time left on this day; send others or another day',
    noPosition: '{shop}: no position, go there as it fits',
  },
})
