import type { Section } from './section.tsx'

/** Only what was tried stands under "works". */
export const accessibilitySections: readonly Section[] = [
  {
    head: { zh: '已经做到', en: 'What works' },
    lines: [
      {
        zh: '长辈版：右上角一按，文字和按钮放大，没有动画。',
        en: 'A large view, one press at the top right: larger letters and buttons, no motion.',
      },
      {
        zh: '只用键盘可以办完每一步；按钮不小于 48 像素。',
        en: 'Every step works by keyboard; targets are at least 48 pixels.',
      },
      {
        zh: '结论用字和形状表示，不只靠颜色；黑白打印也能分清。',
        en: 'Outcomes are told by word and shape, not by colour alone, also on a grey print.',
      },
      {
        zh: '文字对比度不低于 4.5:1；可以放大到 200%。',
        en: 'Contrast is at least 4.5:1; the page can be enlarged to 200%.',
      },
      {
        zh: '用自动工具（axe-core）按 WCAG 2.2 AA 检查每一页，手机和电脑、标准版和长辈版，没有发现问题。',
        en: 'Each page was checked with axe-core against WCAG 2.2 AA, on a phone and a desktop, in both views, without a finding.',
      },
      {
        zh: '示范短片有普通话、粤语和字幕；法规可以放大、可以朗读。',
        en: 'Films speak Mandarin and Cantonese and have captions; laws can be enlarged and read aloud.',
      },
      {
        zh: '不给位置、不用地图，也能找到服务点。',
        en: 'Service points are found without a position and without a map.',
      },
    ],
    basis: [{ instrument: 'WZA', article: 32 }],
  },
  {
    head: { zh: '还没有做到', en: 'What does not work yet' },
    lines: [
      { zh: '没有请视障、听障用户实际试用。', en: 'It has not been tried by people with impaired sight or hearing.' },
      { zh: '没有手语讲解。', en: 'There is no sign language.' },
      {
        zh: '短片里的声音由机器合成，还没有请人试听。',
        en: 'The voices of the films are synthetic and no listener has tried them.',
      },
      {
        zh: '核验页不会一直开着摄像头扫码：请拍一张二维码的照片，或者用手机自带的扫码。',
        en: 'The verification page does not scan through the camera: take a photograph of the code, or use the scanner of your phone.',
      },
    ],
  },
  {
    head: { zh: '遇到困难', en: 'If you meet a barrier' },
    lines: [
      {
        zh: '到发证机关窗口，或者拨打 12313，说明在哪一页遇到了什么。',
        en: 'Tell the window of the bureau or telephone 12313 which page and what happened.',
      },
    ],
  },
]
