import type { Section } from './section.tsx'

/** What the system keeps of a person; the periods are the defaults of the bureau's retention plan. */
export const privacySections: readonly Section[] = [
  {
    head: { zh: '这个网站', en: 'This website' },
    lines: [
      {
        zh: '核验、查进度不用登录；办理和看自己的资料要登录。不放跟踪代码，不向第三方发送任何内容。',
        en: 'Verifying and progress need no sign-in; applying and seeing your own data do. It tracks nobody and sends nothing to third parties.',
      },
      {
        zh: '手机里只留下验签公钥、长辈版的选择和网页文件，用来离线核验；清除浏览器数据即可删除。',
        en: 'Your phone keeps only public keys, the choice of view and the page files for offline use; clearing browser data removes them.',
      },
      {
        zh: '二维码里的内容在您的手机上核对签名，码的文字不发给服务器；查状态时只发许可证号、版本和份号。',
        en: 'The code is checked on your phone and not sent; asking for the state sends only licence number, version and copy number.',
      },
      {
        zh: '找服务点时，位置只在您的手机里算距离，不发给服务器，也不保存。新办申请里店的位置随申请提交，可以不填。',
        en: 'To find service points your position is used on your phone only; it is neither sent nor kept. The place of a new shop is part of its application and may stay open.',
      },
    ],
  },
  {
    head: { zh: '办理许可证时记什么、为什么', en: 'What is recorded for a licence, and why' },
    lines: [
      {
        zh: '身份证上的姓名、号码等：确认是持证人本人。读卡的原始数据不保存，需要的几项记入办件。',
        en: 'Name and number from the identity card: to know the holder. The raw reading is not kept.',
      },
      {
        zh: '用统一身份认证登录的：号码和电话在这次登录里加密保存，新办时用来向电子证照库查您名下的营业执照，不用您抄。',
        en: 'Signed in by the unified identity: number and telephone are kept sealed for the visit; for a new licence your business licences are looked up by them, so that you copy nothing.',
      },
      { zh: '电话：告诉您办理结果。', en: 'Telephone: to tell you the outcome.' },
      {
        zh: '签名笔迹：作为您的申请签名，加密保存在办件里。',
        en: 'Your signature: it signs the application and is kept encrypted with it.',
      },
      { zh: '办理经过：谁在什么时候办了哪一步，依据哪一条。', en: 'What was done by whom, when and on which article.' },
      {
        zh: '人脸不是必须的；不愿意用的，可以刷身份证或者到窗口。',
        en: 'A face is never required; the card or the window will do.',
      },
    ],
    basis: [
      { instrument: 'GX', article: 13 },
      { instrument: 'GX', article: 34 },
      { instrument: 'GX', article: 35 },
      { instrument: 'FR', article: 10 },
    ],
  },
  {
    head: { zh: '记多久', en: 'For how long' },
    lines: [
      { zh: '许可办件：许可证有效期加 10 年。', en: 'Licence files: the term of the licence and 10 years more.' },
      { zh: '操作日志：不少于 6 个月。', en: 'Session logs: at least 6 months.' },
      { zh: '读卡原始数据：0 日。', en: 'Raw card readings: not at all.' },
      {
        zh: '登录时统一身份认证给的号码和电话：退出时删除；15 分钟不用或者登录满 2 小时，也删除。',
        en: 'Number and telephone given by the unified identity: erased when you sign out, after 15 minutes without use, or after 2 hours.',
      },
    ],
    basis: [
      { instrument: 'GX', article: 19 },
      { instrument: 'WA', article: 21 },
    ],
  },
  {
    head: { zh: '谁能看到', en: 'Who can see it' },
    lines: [
      {
        zh: '只有办这件事的工作人员；每次查看都有记录。',
        en: 'Only staff who handle the matter; every look is recorded.',
      },
      {
        zh: '公开核验只显示店名、地址、经营者的姓，不显示身份证号和电话。',
        en: 'Public verification shows shop, address and masked operator, never number or telephone.',
      },
    ],
    basis: [{ instrument: 'XK', article: 40 }],
  },
  {
    head: { zh: '您的权利', en: 'Your rights' },
    lines: [
      { zh: '可以要求查阅、复制、更正您的信息。', en: 'You may ask to see, copy and correct your data.' },
      {
        zh: '可以要求说明机器核对的理由，可以要求由人来办。',
        en: 'You may ask for the reasons of automatic checks and for a person to decide.',
      },
      { zh: '到发证机关窗口提出，或者拨打 12313。', en: 'Ask at the window of the bureau or by telephone 12313.' },
    ],
    basis: [
      { instrument: 'GX', article: 24 },
      { instrument: 'GX', article: 45 },
      { instrument: 'GX', article: 46 },
    ],
  },
]
