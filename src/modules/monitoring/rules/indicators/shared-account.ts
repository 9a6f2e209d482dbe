import { type Indicator, ramp } from './indicator.ts'

export const sharedAccount: Indicator = {
  code: 'N05',
  name: 'sharedAccount',
  zh: '多店同一账户',
  en: 'One bank account pays for many shops',
  meaning: '几家店用同一个银行账户付款。可能是一户多证，也可能是有人收了证。',
  source: '领域参考 6.6 的建议指标（设计）；许可证不得转让、出租、出借（行政许可法第八十条）',
  needs: ['retailers'],
  sql: `select 'account' as subject_kind, bank_account_hash as subject, unnest(shops) as licence_no,
    ${ramp('len(shops)', '$sharedAccountShops')} as strength,
    {'say': format('{} 家店用同一个银行账户付款。', len(shops)), 'account': bank_account_hash, 'shops': shops[1:50],
     'count': len(shops)} as evidence
  from (select bank_account_hash, list(licence_no order by licence_no) as shops from retailers
    where bank_account_hash <> '' and status in ('valid', 'suspended', 'rectifying') group by 1)
  where len(shops) >= $sharedAccountShops`,
}
