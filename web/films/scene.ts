/** What the visitor of a film does after the words of the scene. */
export type Act =
  /** Presses the first button whose name fits this pattern. */
  | { readonly press: string }
  /** Lays a synthetic card of the dock on the reader. */
  | { readonly lay: string }
  | { readonly keys: string }
  | { readonly sign: true }
  /** Reads the code on the made-up telephone and types it. */
  | { readonly code: true }
  /** Chooses this person at the simulated unified identity. */
  | { readonly signIn: string }

/** One sentence, spoken and written, over a screen; then one act. */
export interface Scene {
  readonly zh: string
  readonly en: string
  readonly act?: Act
  /** Acts that follow without words of their own, a page each. */
  readonly also?: readonly Act[]
  /** The heading that has to be there before the words. */
  readonly on?: string
}

export const press = (zh: string, en: string, button: string): Scene => ({ zh, en, act: { press: button } })

/** The first scene says what the film is, and that nobody real is in it. */
export const opening = (zh: string, en: string): Scene => ({
  zh: `${zh}画面里都是模拟数据。`,
  en: `${en} Everything shown is simulated data.`,
  on: '请选择要办的事',
})

export const layCard = (lay: string): Scene => ({
  zh: '把身份证平放在读卡区，不要拿开。',
  en: 'Lay the identity card flat on the reader and leave it there.',
  act: { lay },
  on: '请把身份证放在读卡区',
})

export const facts: Scene = {
  zh: '核对许可证上的内容。都对的，按右下角。',
  en: 'Check what the licence says. If all is right, press at the lower right.',
  act: { press: '都对，继续' },
  on: '请核对您的许可证',
}

/** 核对本人 by the way without a face, on the page of the facts. */
export const proof: readonly Scene[] = [
  {
    zh: '都对的，选核对办法。',
    en: 'If all is right, choose how we see that it is you.',
    act: { press: '^短信验证码' },
    on: '请核对您的许可证',
  },
  {
    zh: '输入手机收到的六位验证码，输满就继续。',
    en: 'Type the six digits that came to your phone; the last one goes on.',
    act: { code: true },
    on: '六位验证码',
  },
]

/** The notice stands where it is signed. */
export const signNoticeAndSend: readonly Scene[] = [
  {
    zh: '看告知书，同意的，签名。',
    en: 'Read the notice; if you agree, sign with your finger.',
    act: { sign: true },
  },
  press('签好了，按，提交申请。', 'Then press to submit.', '我同意，提交申请'),
]

export const noDelivery: Scene = press(
  '选纸质许可证怎么给您。电子许可证一样有效。',
  'Choose how the paper licence reaches you. The electronic one is just as valid.',
  '不用送',
)

export const samePhone: Scene = press('电话没有变的，按右下角。', 'If your telephone is the same, press.', '是，没有变')

/** From the notice to the sent application. */
export const signAndSend: readonly Scene[] = [
  press('看完告知书，同意的，按，我同意。', 'Read the notice; if you agree, press.', '我同意'),
  { zh: '用手指签上您的名字。', en: 'Sign with your finger.', act: { sign: true } },
  press('签好了，按，提交申请。', 'Then press to submit.', '提交申请'),
]
