import { createI18n } from '../../shared/i18n.ts'

export const texts = createI18n({
  zh: {
    title: '数据开放',
    intro:
      '本局的公共数据，供大家免费下载使用。每份数据带数据字典：名称、含义、单位、来源和更新时间。统计表每月从业务记录算一次，当月不变；都不能填写。',
    gate: '统计表里不公开少于 {k} 个的格；能从合计里算出来的，也一并隐藏；做不到的，整份数据不公开，并说明原因。没有姓名、证件号、电话、店名和地址。',
    asking: '正在计算',
    'csv.of': '下载“{name}”，CSV 表格',
    'json.of': '打开“{name}”，JSON',
    rows: '{rows} 行，更新于 {updated}',
    hidden: '其中 {hidden} 格是空的：不到规定的数，或者公开了就能推算出来。',
    few: '为什么空格多？镇街小，一类只有几户；系统刚开始用，办件和检查也少。数多起来，空格自然变少。同一类事情的两份数据，同一个名目下的合计要么相同，要么至少差 {k} 个，所以拿两份相减也推不出谁。',
    withheld: '现在不公开：{why}',
    dictionary: '数据字典',
    unit: '，单位：{unit}',
    source: '来源',
  },
  en: {
    title: 'Open data',
    intro:
      'Public data of this bureau, free for everybody. Each set has its dictionary: name, meaning, unit, source and time. Tables are computed from the records once a month and do not change in it; nobody can type them in.',
    gate: 'Cells of fewer than {k} are withheld, and with them those from which they could be computed; where that is not possible the whole set is withheld and says why. There are no names, numbers of persons, telephones, shop names or addresses.',
    asking: 'Computing',
    'csv.of': 'Download “{name}” as a CSV table',
    'json.of': 'Open “{name}” as JSON',
    rows: '{rows} rows, updated {updated}',
    hidden: '{hidden} cells are empty: too small, or they would give small ones away.',
    few: 'Why so many empty cells? Towns are small and some kinds have a few shops; in a new system there are few applications and visits yet. As they grow, fewer cells stay empty. Two sets about the same things have equal totals under the same name or differ by at least {k}, so that nobody is found by taking one from the other.',
    withheld: 'Withheld now: {why}',
    dictionary: 'Dictionary',
    unit: '; unit: {unit}',
    source: 'Source',
  },
})
