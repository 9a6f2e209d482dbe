import type { FastifyInstance } from 'fastify'
import { routes as outreach } from '#contract/outreach'
import { bind } from './bind-contract.ts'

/** One made-up statute in two versions, found by any word but 没有. */
export function serveLaw(app: FastifyInstance): void {
  const statute = {
    ...{ key: 'XK', title: '行政许可法', number: null, day: '2019-04-23', inForce: '2019-04-23', until: null },
    ...{
      state: 'inForce' as const,
      source: '法规文件夹导入',
      withdrawn: null,
      imported: true,
      articles: 1,
      earlier: true,
    },
  }
  const [label, text] = ['第五十条', '被许可人需要延续依法取得的行政许可的有效期的，应当提出申请。']
  bind(app, outreach.listStatutes, () => ({ items: [statute] }))
  bind(app, outreach.searchLaws, ({ query }) => ({
    items:
      query.q === '没有'
        ? []
        : [
            {
              key: 'XK',
              title: '行政许可法',
              imported: true,
              number: 50,
              sub: 0,
              label,
              heading: '',
              snippet: text,
              marks: [[6, 8]],
            },
          ],
  }))
  bind(app, outreach.getStatute, () => ({
    statute,
    versions: [statute],
    uses: [],
    articles: [{ number: 50, sub: 0, label, heading: '第四章', text }],
  }))
  bind(app, outreach.getStatuteChanges, () => ({
    before: { ...statute, day: '2003-08-27' },
    after: statute,
    items: [{ label, kind: 'changed' as const, before: '旧的说法。', after: text }],
  }))
  bind(app, outreach.getArticle, ({ params }) => ({
    instrument: params.instrument,
    title: params.instrument === 'S205' ? '烟草专卖许可证管理办法实施细则' : '中华人民共和国行政许可法',
    inForce: params.instrument === 'S205' ? '2021-03-01' : '2004-07-01',
    article: params.article,
    heading: `第${params.article}条`,
    text:
      params.instrument === 'S205'
        ? null
        : '（模拟）申请人的申请符合法定条件、标准的，行政机关应当依法作出准予行政许可的书面决定。',
    summary: '符合条件的应当准予；不予的要说明理由并告知救济途径。',
    sure: params.instrument === 'S205' ? ('excerpt' as const) : ('text' as const),
    notice: params.instrument === 'S205' ? '本条尚未取得正式文本，上线前须核对。' : null,
  }))
}
