import { type ServiceCode, services } from '#contract/licensing'
import type { askedMost } from '#contract/outreach'

/** 大家常问, each with its spoken answer (`law-answers.ts`). */
export type AskedKey = keyof typeof askedMost

/**
 * 语音提示: what is said when a page appears, one sentence or two, never anything personal.
 * `npm run speech` makes one file of each; a test fails when a text was changed and its sound was not made anew.
 */
const fixed = {
  home: '您好。请选择要办的事，也可以先把身份证放在读卡区。',
  layCard: '请把身份证平放在读卡区，不要拿开。',
  chooseService: '身份证读好了。请选择要办的事。',
  working: '请稍等。',
  chooseLicence: '您有几张许可证，请选择一张。',
  facts: '请核对许可证上的内容。都对的，请按右下角，继续。',
  factsProof: '请核对许可证上的内容。都对的，请选怎样核对是您本人，不刷脸也能办。',
  phone: '请看一看，登记的电话变了没有。没有变的，请按右下角。',
  phoneEntry: '请输入新的电话号码，输好以后请按右下角。',
  phoneWrong: '电话号码不对，请再输一次。',
  notice: '请阅读告知书。同意的，请按右下角，我同意。',
  signature: '请用手指在框里签上您的名字，签好以后请按，提交申请。',
  signNotice: '请阅读告知书。同意的，请用手指签上您的名字，再按右下角。',
  signatureMissing: '还没有签名，请在框里签上完整的名字。',
  proof: '请选择怎样核对您本人，不刷脸也能办。',
  cardCode: '请输入短信里的六位验证码，输满六位就继续。',
  saved: '已经保存。请记下屏幕上的草稿码，可以换个地方继续办。',
  drafts: '请选择要继续办的事，也可以输入草稿码。',
  draftCode: '请输入草稿码，输好以后请按右下角。',
  helperCode: '请帮办员输入到场码。签名和提交，由您本人来做。',
  faceTerms: '请看一看刷脸的说明，同意和不同意都可以办。',
  faceStarting: '请站在屏幕前面，看着摄像头。',
  faceBlink: '请慢慢闭上眼睛，再睁开。',
  faceTurn: '请把头慢慢转到一边，再转回来。',
  facePassed: '核对一致。继续办的，请按右下角。',
  faceNotPassed: '没有核对上，不影响您办事。请看屏幕，再选一个办法。',
  submitting: '正在提交，请稍等。',
  cannotApply: '现在不能办这件事。原因和办法写在屏幕上。',
  cannotLikeThis: '这样选不能办。原因写在屏幕上，请重新选。',
  choosePair: '请选择要办哪一件。',
  papers: '请交屏幕上的材料。用手机扫一扫，拍照就行。没有带的，可以先按右下角，继续。',
  deliver: '纸质许可证怎么给您？请选一个。',
  granted: '已经办好了。接下来怎么做，写在屏幕上。',
  person: '申请已经收到，要由工作人员核对。什么时候有结果，写在屏幕上。',
  stopped: '申请没有办成。原因和办法写在屏幕上。',
  kept: '现在连不上服务器。您的申请已经保存在本机，恢复网络后自动上传。请记下回执号。',
  record: '这是您的许可证。要打印的，请按右下角。',
  withdraw: '撤回以后就不再办理。要撤回的，请按右下角，确定撤回。',
  withdrawn: '申请已经撤回。',
  printing: '正在打印，请稍等。',
  takePaper: '请从出纸口取走纸，拿到以后，请按，拿到了。',
  paperUnknown: '不知道纸有没有打出来。请看一看出纸口，再按屏幕上的按钮。',
  paperMissing: '已经记下您没有拿到纸。请按，找人帮忙。',
  finished: '都办好了。请拿好身份证和打印的纸。',
  reportMatter: '举报不用身份证，不留姓名。请选择是什么事。',
  reportTown: '请选择在哪个镇街。',
  reportPlace: '请选择在哪里看到的。',
  reportTime: '请选择是什么时候。',
  reportKnown: '知道他们的车牌或者电话吗？请选一个。',
  reportPlate: '请输入车牌的字母和数字，输好以后请按右下角。',
  reportPhone: '请输入对方的电话，不要输入您自己的号码。',
  reportCheck: '请核对屏幕上的内容。都对的，请按右下角，提交举报。',
  law: '请选择想问的事，机器会念给您听。也可以按几个词来找。',
  lawWords: '请按一两个词，再按右下角，查找。',
  quiz: '请选择一份测验。',
  quizAsk: '请按您的答案。',
  reportDone: '举报已经收到。请记下屏幕上的回执号，也可以打印。',
  goodbye: '办理已经结束，请拿好身份证。',
  countdown: '还在办吗？马上就要自动退出了。还要办的，请按，继续办理。',
  help: '已经叫人了，请稍等。',
  'trouble.noCard': '没有读到身份证。请把身份证平放在读卡区，再试一次。',
  'trouble.cardUnreadable': '身份证读不出来。请取下保护套放平，再试一次。',
  'trouble.cardPulled': '身份证还没有读完就拿开了，请重新放好。',
  'trouble.cardUnsupported': '这台机器只能读居民身份证。请换居民身份证，或者按，找人帮忙。',
  'trouble.cardMalformed': '身份证里的内容对不上。请按，找人帮忙。',
  'trouble.cardExpired': '身份证已经过期，请换领新证以后再来。',
  'trouble.cardNotYetValid': '身份证还没有生效。请按，找人帮忙。',
  'trouble.holderUnderAge': '未满十八周岁不能在这里办理。',
  'trouble.noLicence': '这张身份证名下没有本局发的许可证。请由许可证上的本人来办。',
  'trouble.readerAbsent': '读卡器没有接上。请换一台机器，或者按，找人帮忙。',
  'trouble.uplinkDown': '现在连不上服务器。请过几分钟再来，或者换一台机器。',
  'trouble.answerUnknown': '还不知道服务器有没有收到。请先不要重复办，过几分钟再查询。',
  'trouble.storageFull': '这台机器暂时不能办新的事，请换一台机器。',
  'trouble.notEnrolled': '这台机器还没有启用，请到其他服务点办理。',
  'trouble.terminalRevoked': '这台机器已经停用，请到其他服务点办理。',
  'trouble.terminalFrozen': '这台机器暂停使用，请到其他服务点办理。',
  'trouble.outsideHours': '现在不在开放时间。什么时候开放，附近还有哪里能办，写在屏幕上。',
  'trouble.agentLost': '这台机器正在恢复，请等一分钟。',
  'trouble.sessionMissing': '本次办理已经结束。请按，退出，重新放上身份证再办。',
  'trouble.paperOut': '打印机没有纸了。办理的结果不受影响，请按，找人帮忙。',
  'trouble.jam': '打印机卡纸了。请不要用手拉纸，请按，找人帮忙。',
  'trouble.printerAbsent': '打印机没有接上。办理的结果不受影响，请按，找人帮忙。',
  'trouble.pageMissing': '没有取到要打印的内容。请再试一次。',
  'trouble.actHeld': '申请已经收到，要由工作人员核对后处理。不用重复提交。',
  'trouble.draftElsewhere': '新办许可证不能在这台机器上接着办。请用手机接着填，或者到窗口办理。',
  'trouble.other': '这一步没有办成。原因和办法写在屏幕上。',
} as const

/** Each question of each service says its own title; made from the definitions, so that none can be forgotten. */
const asked: Readonly<Record<`question.${string}`, string>> = Object.fromEntries(
  Object.values(services)
    .filter(service => service.channels.includes('terminal'))
    .flatMap(({ code, questions }) =>
      questions.flatMap(({ key, title, sharesPage }, at) => {
        // What shares a page is said with the question that opens it.
        const next = questions[at + 1]
        const said = next?.sharesPage ? `${title.zh}${next.title.zh}` : title.zh
        return sharesPage ? [] : [[`question.${code}.${key}`, said]]
      }),
    ),
)

export const prompts: Readonly<Record<Exclude<PromptKey, `law.${string}`>, string>> = { ...fixed, ...asked }

export type PromptKey = keyof typeof fixed | `question.${string}` | `law.${AskedKey}`

export const questionPrompt = (service: ServiceCode, key: string): PromptKey => `question.${service}.${key}`

/** The sound of a fault; one without a sound of its own is announced in general words. */
export function troublePrompt(code: string): PromptKey {
  const key = `trouble.${code}`
  return Object.hasOwn(prompts, key) ? (key as PromptKey) : 'trouble.other'
}
