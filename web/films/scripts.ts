import type { ServiceCode } from '#contract/licensing'
import {
  facts,
  layCard,
  noDelivery,
  opening,
  press,
  proof,
  type Scene,
  samePhone,
  signAndSend,
  signNoticeAndSend,
} from './scene.ts'

/** What has a guide film 示范短片: every service, and what the holder does with a licence or a file. */
export type FilmName = ServiceCode | 'query' | 'withdraw'

/** 新办 is asked for on the own telephone; everything else is shown at the village terminal. */
export const onPhone: ReadonlySet<FilmName> = new Set(['issue'])
/** Whose renewal, by the card of the dock, waits for an officer before the film begins. */
export const waiting: Readonly<Partial<Record<FilmName, string>>> = { withdraw: 'renamed' }

const takePaper = (print: string): readonly Scene[] => [
  press('要纸质的，按，打印。', 'For paper, press to print.', print),
  press('从出纸口取走，再按，拿到了。', 'Take it from the slot and press.', '^拿到了'),
  {
    zh: '办好了。请拿好身份证和打印的纸。',
    en: 'All done. Please take your card and your paper.',
    on: '都办好了',
  },
]
const pausePair = press('按，停业、恢复营业。', 'Press suspension or resumption.', '停业、恢复营业')
const paperPair = press('按，补办、歇业。', 'Press replacement or closing.', '补办、歇业')

/** The scripts of the films, with people of the synthetic county; each has cards of its own, so that any order works. */
export const scripts: Readonly<Record<FilmName, readonly Scene[]>> = {
  issue: [
    {
      zh: '怎么用手机申请新办许可证。画面里都是模拟数据。',
      en: 'How to ask for a new licence on your telephone. Everything shown is simulated data.',
      on: '新办许可证',
    },
    {
      zh: '按，统一身份认证，登录。',
      en: 'Sign in with the unified identity.',
      act: { signIn: '陆小燕' },
      on: '新办许可证',
    },
    {
      zh: '您名下的营业执照查到了，选一家店。',
      en: 'Your business licences were looked up. Choose the shop.',
      act: { press: '小燕食杂店' },
      on: '给哪家店办',
    },
    {
      zh: '店面是谁的，多大，照实说。',
      en: 'Whose the shop is, and how large.',
      act: { press: '^自有' },
      also: [{ keys: '28' }, { press: '选好了，继续' }],
      on: '店面是谁的',
    },
    {
      zh: '人在店里的，按定位。',
      en: 'If you are in the shop, let the telephone find it.',
      act: { press: '我在店里，定位' },
      on: '这些对吗',
    },
    {
      zh: '一行一行看，不对的按改。都对的，按，都对，继续。',
      en: 'Look at each line, change what is wrong, and go on.',
      act: { press: '都对，继续' },
      on: '这些对吗',
    },
    {
      zh: '交之前先核对，附近有没有学校，写在这里。',
      en: 'Before you submit it is checked: schools nearby, other shops.',
      act: { press: '知道了，继续' },
      on: '先核对了一遍',
    },
    {
      zh: '看完告知书，同意的，签名，提交。',
      en: 'Read the notice; if you agree, sign and submit.',
      act: { sign: true },
      also: [{ press: '我同意，提交申请' }],
      on: '看告知书并签名',
    },
    {
      zh: '收到了。两名工作人员看店以后，再作决定。',
      en: 'It is received. Two officers see the shop before it is decided.',
      on: '申请已经收到',
    },
  ],
  renewal: [
    opening('怎么延续许可证。', 'How to renew a licence.'),
    press('按，延续许可证。', 'Press to renew.', '^延续许可证'),
    layCard('renew'),
    facts,
    noDelivery,
    samePhone,
    ...signAndSend,
    {
      zh: '当场准予，新的有效期写在屏幕上。',
      en: 'Granted at once; the new term is on the screen.',
      on: '准予延续',
    },
    ...takePaper('打印许可证'),
  ],
  change: [
    opening('怎么办变更。这里换一个联系电话。', 'How to change a licence. Here it is the telephone.'),
    press('按，变更。', 'Press change.', '^变更'),
    layCard('rare-name'),
    ...proof,
    {
      zh: '哪些变了就选哪些，可以选几项。换了电话的，直接输入新号码。',
      en: 'Choose what has changed, several if need be. For the telephone just enter the new number.',
      act: { keys: '13800138111' },
      on: '哪些变了',
    },
    press('输好以后，按右下角。', 'Then go on.', '选好了，继续'),
    ...signNoticeAndSend,
    {
      zh: '换电话当场准予。换店名的，由工作人员核对。',
      en: 'A new telephone is granted at once. A new name is checked by an officer.',
      on: '准予变更',
    },
    press('办完了，按，退出，拿好身份证。', 'When done, leave and take your card.', '^退出'),
  ],
  suspend: [
    opening('怎么申请停业。', 'How to suspend trade.'),
    pausePair,
    press('再按，停业。', 'Then suspension.', '^停业'),
    layCard('business-ended'),
    facts,
    press('从哪一天停，选一个。', 'Choose the first day.', '明天'),
    press('停多久，也选一个。', 'And for how long.', '1个月'),
    press('为什么停业，选一个。', 'And why.', '店面装修'),
    samePhone,
    ...signAndSend,
    {
      zh: '当场准予停业。到期以前，记得来办恢复营业。',
      en: 'Granted at once. Remember to resume before the term ends.',
      on: '准予停业',
    },
    press('办完了，按，退出，拿好身份证。', 'When done, leave and take your card.', '^退出'),
  ],
  resume: [
    opening('停业以后，怎么恢复营业。', 'How to resume trade after a suspension.'),
    pausePair,
    press('再按，恢复营业。', 'Then resumption.', '^恢复营业'),
    layCard('suspended'),
    facts,
    press('证上的内容没有变的，按，都没有变。', 'If nothing on the licence has changed, press.', '都没有变'),
    samePhone,
    ...signAndSend,
    { zh: '当场准予。从今天起可以卖烟。', en: 'Granted at once: you may trade from today.', on: '准予恢复营业' },
    press('办完了，按，退出，拿好身份证。', 'When done, leave and take your card.', '^退出'),
  ],
  reissue: [
    opening('许可证丢了、坏了，怎么补办。', 'How to replace a lost or damaged licence.'),
    paperPair,
    press('再按，补办。', 'Then replacement.', '^补办'),
    layCard('shared-address'),
    ...proof,
    press('是丢了，还是坏了，选一个。', 'Lost or damaged: choose.', '丢了'),
    press('补哪一本，选一个。', 'Original or duplicate: choose.', '正本和副本'),
    noDelivery,
    ...signNoticeAndSend,
    { zh: '当场准予，不用登报，不收费。', en: 'Granted at once, free, with no notice in a paper.', on: '准予补办' },
    ...takePaper('打印许可证'),
  ],
  close: [
    opening('不再卖烟了，怎么办歇业。', 'How to close the tobacco business for good.'),
    paperPair,
    press('再按，歇业。', 'Then closing.', '^歇业'),
    layCard('shared-address-other'),
    ...proof,
    press('为什么歇业，选一个。', 'Say why.', '店不开了'),
    press(
      '歇业以后许可证就注销了。想好了，按，确定歇业。',
      'The licence will be cancelled. If you are sure, confirm.',
      '确定歇业',
    ),
    ...signNoticeAndSend,
    { zh: '准予歇业。接下来怎么做，写在屏幕上。', en: 'Granted. The screen says what comes next.', on: '准予歇业' },
    press('办完了，按，退出，拿好身份证。', 'When done, leave and take your card.', '^退出'),
  ],
  withdraw: [
    opening('交了的申请不想办了，怎么撤回。', 'How to withdraw an application.'),
    press('按，查询打印。', 'Press look up and print.', '^查询打印'),
    layCard('renamed'),
    {
      zh: '这里写着办到哪一步。还没有决定的，可以撤回。',
      en: 'Here you see how far it is. Until it is decided you can withdraw it.',
      act: { press: '撤回申请' },
      on: '^您的许可证$',
    },
    {
      zh: '再问您一次：撤回以后不再办理，要办得重新申请。想好了，按，确定撤回。',
      en: 'You are asked once more: it will not go on, and you would have to apply anew. If you are sure, confirm.',
      act: { press: '确定撤回' },
      on: '要撤回',
    },
    {
      zh: '撤回了，许可证还是原来的样子。用手机的，在我的办件里也能撤回。',
      en: 'It is withdrawn and the licence is as it was. On a telephone you find it under your applications.',
      on: '申请已经撤回',
    },
    press('办完了，按，退出，拿好身份证。', 'When done, leave and take your card.', '^退出'),
  ],
  query: [
    opening('怎么查许可证、打印查询件。', 'How to look up and print a licence.'),
    press('按，查询打印。', 'Press look up and print.', '^查询打印'),
    layCard('e-cigarette'),
    {
      zh: '屏幕上是您的许可证，状态、有效期、许可范围，都在这里。',
      en: 'This is your licence: its state, its term and its scope.',
      on: '^您的许可证$',
    },
    {
      zh: '办过的申请、办到哪一步，也写在这里。',
      en: 'What you applied for, and how far it is, stands here too.',
    },
    ...takePaper('打印查询件'),
  ],
}

export const filmNames = Object.keys(scripts) as readonly FilmName[]
