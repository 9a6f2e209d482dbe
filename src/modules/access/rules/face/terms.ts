/**
 * 刷脸核对的单独同意 (人脸识别技术应用安全管理办法 5、6；个人信息保护法 28、29): the very words that are agreed to. Whoever
 * changes a word changes the version; the consent to the old words then no longer counts.
 */
export const faceTerms = {
  version: '2026-11',
  zh: [
    ['做什么用', '只核对您本人和身份证照片是不是同一个人，防止别人拿您的证来办。不用来做别的。'],
    ['照片怎么处理', '在这台机器里当场比对，照片和脸部数据不保存、不上传；办完或者退出，马上清除。'],
    ['留下什么', '只留结论、相似分数、时间、机器和软件版本，交上去的申请里附一份，作为办理依据。'],
    [
      '随时可以撤回',
      '在选核对办法的页面和结果页面上按一下就能撤回，没有附进申请的结论马上删除。不同意、撤回，都不影响您办事。',
    ],
  ],
  en: [
    ['What for', 'Only to see that you are the person on the card, so that nobody uses your card. Nothing else.'],
    [
      'What happens to the picture',
      'It is compared inside this machine. Picture and face data are neither kept nor sent; they are wiped when you finish or leave.',
    ],
    [
      'What stays',
      'The result, the score, time, machine and software version; a copy goes with the application you hand in.',
    ],
    [
      'You may withdraw',
      'One press, where you choose the way and where you see the result, withdraws it and deletes results that are not part of an application. Your matter is handled either way.',
    ],
  ],
} as const satisfies { version: string; zh: readonly Pair[]; en: readonly Pair[] }

type Pair = readonly [title: string, words: string]
