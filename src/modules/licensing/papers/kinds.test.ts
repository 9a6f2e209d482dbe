import { describe, expect, it } from 'vitest'
import { applicationEvents } from '../rules/application/events.ts'
import { serviceCodes } from '../rules/services/service.ts'
import { paperKinds, paperNumber } from './kinds.ts'
import type { PaperBlock, PaperFacts, PaperKind } from './paper.ts'
import { sampleFile, sampleFileOf, samplePaperFacts } from './sample-file.ts'
import { decisionTitles } from './titles.ts'

const bureau = { name: '恩平市烟草专卖局', numberMark: '恩烟许', reconsiderationBody: '某复议机关' }
const kinds = Object.keys(paperKinds) as PaperKind[]
const fileOf = (kind: string) =>
  sampleFileOf(serviceCodes.find(code => kind === `${code}Grant` || kind === `${code}Denial`) ?? 'renewal')
const compose = <K extends PaperKind>(kind: K, facts: PaperFacts[K] = samplePaperFacts[kind], file = fileOf(kind)) =>
  paperKinds[kind].compose(file, facts, bureau)
const wordsOf = (blocks: readonly PaperBlock[]): string =>
  blocks.flatMap(block => ('list' in block ? block.list : 'text' in block ? [block.text] : [])).join('\n')

describe('the words of a document', () => {
  it.each(kinds)('%s names the matter and holds no slip of the pen', kind => {
    const words = wordsOf(compose(kind))
    expect(words).toContain(sampleFile.licenceNo)
    expect(words).toContain(sampleFile.applicationNo)
    expect(words).not.toMatch(/undefined|null|NaN|\[object|。。|[,;!]|！/u)
    expect(words).toContain('您')
    for (const line of words.split('\n')) expect(line).toMatch(/[。：）]$/u)
  })

  it.each<PaperKind>([...serviceCodes.map(code => `${code}Denial` as const), 'notAccepted', 'lapse'])(
    '%s tells how to appeal: 60 days to the body the policy names, 6 months to the court, with the articles',
    kind => {
      const words = wordsOf(compose(kind))
      expect(words).toContain('六十日内向某复议机关申请行政复议')
      expect(words).toContain('六个月内依法向人民法院提起行政诉讼')
      expect(words).toContain('《行政复议法》第二十条')
      expect(words).toContain('《行政诉讼法》第四十六条')
    },
  )

  it('a refusal gives every ground with its article, what was found, and how the applicant was heard', () => {
    const words = wordsOf(compose('renewalDenial'))
    expect(words).toContain('《烟草专卖许可证管理办法实施细则》第四十三条第二项')
    expect(words).toContain('《烟草专卖许可证管理办法实施细则》第四十三条第五项')
    expect(words).toContain('经查：2026年11月10日两名工作人员实地核查')
    expect(words).toContain('经复查，床铺仍在。')
    expect(words).toContain('《行政许可法》第三十八条第二款')
  })

  it('a refusal on a ground the law does not know is not written', () => {
    expect(() => compose('renewalDenial', { ...samplePaperFacts.renewalDenial, grounds: [12] })).toThrow(/no ground 12/)
  })

  it('a request for corrections lists all of them, because it may be made only once', () => {
    const [, list] = compose('correction')
    expect(list).toEqual({
      list: [
        '营业执照：登记的经营者与许可证不一致，请提供变更后的营业执照。',
        '授权委托书：代办的，请提供委托人签名的委托书。',
      ],
    })
  })

  it('a grant states the new term, and is not written for a renewal that does not stand', () => {
    expect(wordsOf(compose('renewalGrant'))).toContain('自2027年1月1日至2031年12月31日')
    expect(() => compose('renewalGrant', {}, { ...sampleFile, renewedFrom: null })).toThrow(/no renewed term/)
  })
})

describe('the grant of each service', () => {
  it.each([
    ['change', '由“恩平市沙湖镇顺意商店”变更为“恩平市沙湖镇顺意便利店”'],
    ['suspend', '自2026年12月1日至2027年2月28日'],
    ['resume', '恢复供货'],
    ['reissue', '原许可证自本决定作出之日起作废'],
    ['close', '自本决定作出之日起注销'],
    ['issue', '许可证号：440785100123'],
  ] as const)('of %s says what holds from now on', (service, words) => {
    expect(wordsOf(compose(`${service}Grant`))).toContain(words)
  })

  it('of a telephone alone says that the face stays as it is', () => {
    expect(wordsOf(compose('changeGrant', {}, { ...sampleFile, service: 'change' }))).toContain('证面不变')
  })
})

describe('the kinds of documents', () => {
  it('bear the names that the table of events promises', () => {
    const promised = new Set([
      ...Object.values(applicationEvents).map(event => event.document),
      ...Object.values(decisionTitles).flatMap(({ grant, denial }) => [grant.title, denial.title]),
      // Goes with the record when the record comes from the field app.
      '勘察表',
    ])
    for (const kind of kinds) expect(promised).toContain(paperKinds[kind].title)
  })

  it('have numbers that no other kind can have', () => {
    const numbers = kinds.map(kind => paperNumber(kind, 2026, 1, bureau.numberMark))
    expect(new Set(numbers).size).toBe(kinds.length)
    expect(paperNumber('renewalGrant', 2026, 12, bureau.numberMark)).toBe('恩烟许准延〔2026〕第12号')
  })
})
