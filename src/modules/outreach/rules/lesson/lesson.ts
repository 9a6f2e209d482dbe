import { type Citation, cite } from '#kernel/citation'

interface Words {
  readonly zh: string
  readonly en: string
}

interface LessonPoint extends Words {
  readonly ask: Words
  /** What each of the two drawings shows, for whoever does not see it; nothing of which is which. */
  readonly plain: Words
  readonly odd: Words
  readonly why: Words
  readonly cites: readonly Citation[]
}

/** 墙上的许可证号 of the drawing; belongs to nobody. */
export const lessonLicence = '440785100123'

/**
 * 真假烟怎么看: four things anybody can look at, on drawings of our own that resemble no goods on sale. What is seen here is a reason to
 * ask; whether it is genuine is said by the inspection station alone.
 */
export const lessonPoints = {
  code: {
    zh: '条包上的 32 位码',
    en: 'The 32-character code on the carton',
    ask: {
      zh: `店里墙上的许可证号是 ${lessonLicence}。哪一条要当心？`,
      en: `The licence on the wall is ${lessonLicence}. Which carton calls for care?`,
    },
    plain: {
      zh: `第二行最后十二位是 ${lessonLicence}`,
      en: `The last twelve of the second line are ${lessonLicence}`,
    },
    odd: { zh: '第二行最后十二位是另一个号码', en: 'The last twelve of the second line are another number' },
    why: {
      zh: '送货时在条包上喷两行共 32 位码，第二行最后十二位是收货店的许可证号。和墙上的不一样，这条货就不是送到这家店的；被刮掉、看不清的也要当心。',
      en: 'Two lines, 32 characters, are printed when a carton is delivered; the last twelve are the licence of the shop it went to. Another number, or one scraped off, was not delivered here.',
    },
    cites: [cite('TL', 23, { paragraph: 2 }), cite('TL', 25)],
  },
  print: {
    zh: '印刷',
    en: 'The print',
    ask: { zh: '看字和线条。哪一个要当心？', en: 'Look at letters and lines. Which calls for care?' },
    plain: { zh: '字的边缘清楚，线条没有重影', en: 'Letters have clear edges, lines are single' },
    odd: { zh: '字发虚，线条有重影，颜色深浅不一', en: 'Letters are blurred, lines are double, colours uneven' },
    why: {
      zh: '商标标识只能由指定的企业印制。字发虚、套色不准、颜色深浅不一，要当心。',
      en: 'Only designated printers may print these marks. Blurred letters, shifted colours and uneven tones call for care.',
    },
    cites: [cite('ZMF', 20)],
  },
  tape: {
    zh: '拉带（撕开用的细线）',
    en: 'The tear tape',
    ask: { zh: '看盒口的拉带。哪一个要当心？', en: 'Look at the tape near the top. Which calls for care?' },
    plain: { zh: '拉带平直，两头对齐，拉头露出一小段', en: 'The tape is straight, its ends meet, a tab stands out' },
    odd: { zh: '拉带歪斜，接头错开，没有拉头', en: 'The tape is askew, its ends miss each other, there is no tab' },
    why: {
      zh: '机器贴的拉带平直、接头对齐，一拉就开。歪斜、错位、拉不开的，要当心是仿冒的包装。',
      en: 'A tape put on by machine is straight, meets at its ends and opens at a pull. Otherwise the wrapping may be an imitation.',
    },
    cites: [cite('ZMF', 19, { paragraph: 2 }), cite('TL', 25)],
  },
  seal: {
    zh: '封签（盒顶的小纸条）',
    en: 'The seal on top',
    ask: { zh: '看盒顶的封签。哪一个要当心？', en: 'Look at the strip on top. Which calls for care?' },
    plain: { zh: '封签居中，边缘完整，没有胶印', en: 'The strip is centred and whole, without traces of glue' },
    odd: { zh: '封签偏到一边，有撕开又粘上的口子和胶印', en: 'The strip is off the middle, torn and glued again' },
    why: {
      zh: '封签偏、破、有胶印，可能拆开过又封上，里面换了东西。',
      en: 'A strip that is off, torn or glued may have been opened and closed again with something else inside.',
    },
    cites: [cite('TL', 25)],
  },
} as const satisfies Readonly<Record<string, LessonPoint>>
export type LessonPointName = keyof typeof lessonPoints

/** 怎么办: the same for everybody who is in doubt. */
export const lessonAdvice = {
  keep: {
    zh: '先不卖、不拆，把这条货和进货单放在一起。',
    en: 'Do not sell or open it; keep it with its invoice.',
    cites: [cite('TL', 25)],
  },
  call: {
    zh: '打 12313，或者在“我要举报”里说，可以不留名字。',
    en: 'Call 12313, or use “Report something”; you need not leave a name.',
    cites: [cite('TL', 50)],
  },
  station: {
    zh: '真假由指定的烟草质量检测站鉴别，自己看出来的只是疑点。',
    en: 'Whether it is genuine is said by the designated inspection station; what you saw is a doubt.',
    cites: [cite('TL', 31)],
  },
} as const satisfies Readonly<Record<string, Words & { readonly cites: readonly Citation[] }>>
