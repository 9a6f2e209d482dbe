import { services } from '#contract/licensing'
import type { Language } from '../../shared/language.ts'

/** Fixed words that the server writes into a file in Chinese only: ways of proof, materials, papers, who acted. */
const english: Readonly<Record<string, string>> = {
  身份证读卡: 'ID card in the reader',
  身份证读卡加短信验证码: 'ID card in the reader and SMS code',
  窗口核对身份证: 'ID card seen at the counter',
  人脸核验: 'ID card in the reader and face compared',
  短信验证码: 'SMS code',
  统一身份认证: 'Provincial unified identity',
  读卡器读取: 'card reader',
  '读卡器读取，刷脸核对一致': 'card reader; the face agreed',
  申请人填写并签名: 'filled in and signed by the applicant',
  '只保存姓名（密文）和号码后四位': 'Only the name (sealed) and the last four characters are kept',
  已取得: 'on file',
  已同意: 'agreed',
  已核对: 'checked',
  未能核对: 'could not be checked',
  申请人提交: 'handed in by the applicant',
  已提交: 'handed in',
  缺: 'missing',
  市场监管登记信息: 'register of the market regulator',
  申请人: 'applicant',
  工作人员: 'member of staff',
  系统: 'the system',
  收件通知书: 'Receipt of the application',
  受理行政许可通知书: 'Notice of acceptance',
  '一次性告知（补正）通知书': 'Request for corrections',
  不予受理通知书: 'Notice of non-acceptance',
  利害关系人权利告知书: 'Notice of rights to others with a major interest',
  不受理告知书: 'Notice that no licence is needed',
  终止办理告知书: 'Notice that the matter ends',
  撤回确认书: 'Confirmation of withdrawal',
  实地核查通知书: 'Notice of a site check',
  实地核查记录表: 'Record of the site check',
  听证告知书: 'Notice of the right to a hearing',
  听证通知书: 'Summons to the hearing',
  听证笔录: 'Record of the hearing',
  延长审批期限通知书: 'Notice of extension',
  陈述申辩告知书: 'Notice of the right to a statement',
  视为准予延续确认书: 'Confirmation of deemed renewal',
  卷内目录: 'Table of contents of the file',
  勘察表: 'Site survey form',
  准予行政许可决定书: 'Decision: licence granted',
  不予行政许可决定书: 'Decision: licence refused',
  准予延续决定书: 'Decision: renewal granted',
  不予延续决定书: 'Decision: renewal refused',
  准予变更决定书: 'Decision: change granted',
  不予变更决定书: 'Decision: change refused',
  准予停业通知书: 'Notice: suspension granted',
  不予停业决定书: 'Decision: suspension refused',
  准予恢复营业通知书: 'Notice: resumption granted',
  不予恢复营业决定书: 'Decision: resumption refused',
  准予补办决定书: 'Decision: reissue granted',
  不予补办决定书: 'Decision: reissue refused',
  '准予歇业（注销）决定书': 'Decision: closure granted',
  不予歇业决定书: 'Decision: closure refused',
}

/** In English where the word is a fixed one; names and free text stay as they were written. */
export function fileWord(word: string, language: Language): string {
  if (language === 'zh') return word
  const [, version, documents] = /^(?:版本 (.+)|(\d+) 份)$/.exec(word) ?? []
  if (version !== undefined) return `version ${version}`
  return documents === undefined ? (english[word] ?? word) : `${documents} document${documents === '1' ? '' : 's'}`
}

/** An answer of a form: choices in the words of the service's own definition. */
export function answerWord(service: string, value: string, language: Language): string {
  if (language === 'zh') return value
  const definition = Object.values(services).find(({ code }) => code === service)
  const options = (definition?.questions ?? []).flatMap(question => ('options' in question ? question.options : []))
  return value
    .split('、')
    .map(part => options.find(option => option.zh === part)?.en ?? part)
    .join(', ')
}
