import { describe, expect, it } from 'vitest'
import { guided } from '../../app/address.ts'
import { guideSections } from './guide-sections.ts'

const days = { decide: 7, extend: 3, correct: 6, renewalOpens: 80, renewalLead: 25 }

const headOf = (service: (typeof guided)[number], head: string) =>
  guideSections(service, days).find(section => section.head.zh === head)

describe('办事指南', () => {
  it.each(guided)(
    'of %s says papers, questions or none, places, days, fees and what to do, in both languages, with articles',
    service => {
      for (const { head, lines, basis } of guideSections(service, days)) {
        expect(`${head.zh} ${head.en}`).not.toMatch(/undefined|^ | $/)
        for (const { zh, en } of lines)
          expect([zh, /[\u4e00-\u9fff]/u.test(en)]).toEqual([expect.stringMatching(/./u), false])
        if (head.zh !== '会问您什么') expect(basis?.length).toBeGreaterThan(0)
      }
      for (const head of ['先看条件', '带什么材料', '在哪里办', '要几天', '收费吗', '没有准予怎么办'])
        expect(headOf(service, head)?.lines.length, head).toBeGreaterThan(0)
    },
  )

  it('names the papers of the catalogue: a door-plate certificate only where the door number changes', () => {
    const papers = (service: (typeof guided)[number]) =>
      headOf(service, '带什么材料')
        ?.lines.map(({ zh }) => zh)
        .join('') ?? ''
    expect(papers('change')).toContain('门牌重新编号的，要门牌证明')
    expect(papers('renewal')).not.toContain('门牌')
    expect(papers('issue')).toContain('经营场所证明')
  })

  it('sends nobody with a new licence to a terminal', () => {
    expect(
      headOf('issue', '在哪里办')
        ?.lines.map(({ zh }) => zh)
        .join(''),
    ).not.toContain('终端')
  })

  it('names the days that policy has, and none where policy could not be asked', () => {
    const words = (known: typeof days | undefined) =>
      guideSections('renewal', known)
        .filter(({ head }) => ['先看条件', '要几天'].includes(head.zh))
        .flatMap(({ lines }) => lines.map(({ zh }) => zh))
        .join('')
    for (const said of ['前 80 日起', '届满 25 日以前', '7 个工作日内决定', '再加 3 个工作日', '6 个工作日内一次'])
      expect(words(days)).toContain(said)
    expect(words(undefined)).not.toMatch(/\d/u)
    expect(words(undefined)).toContain('问窗口')
  })
})
