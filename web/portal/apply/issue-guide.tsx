import { createI18n } from '../../shared/i18n.ts'
import { paths } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'

const texts = createI18n({
  zh: {
    title: '怎么申请新办',
    intro: '还没有许可证、想卖烟的，先办营业执照，再申请许可证。免费。',
    where: '新办要两名工作人员实地看店，现在请到窗口申请；帮办员也可以陪您填写。',
    bring: '带身份证和营业执照就行；营业执照登记的内容由系统核对，不用复印。',
    rules: '店面要固定、和住的地方分开，符合合理布局；中小学校、幼儿园周围不能设点。',
    time: '受理后按承诺期限办结，窗口会给您回执和查询码。',
    points: '找最近的服务点',
  },
  en: {
    title: 'How to apply for a new licence',
    intro: 'First the business licence, then this one. It is free of charge.',
    where: 'Two officers look at the shop first, so please apply at the counter; a helper can fill it in with you.',
    bring: 'Bring your identity card and business licence; the register is asked for the rest, no copies are needed.',
    rules:
      'The shop must be a fixed place apart from a dwelling and fit the layout plan; none around schools and kindergartens.',
    time: 'You get a receipt and a code to follow it.',
    points: 'Find the nearest service point',
  },
})

/** 新办 is not filed on the telephone yet: the page says where and what to bring. */
export default function IssueGuide() {
  const t = texts.useTexts()
  return (
    <Page title={t('title')}>
      <p>{t('intro')}</p>
      <ul>
        {(['where', 'bring', 'rules', 'time'] as const).map(line => (
          <li key={line}>{t(line)}</li>
        ))}
      </ul>
      <p>
        <Link to={paths.lookup}>{t('points')}</Link>
      </p>
    </Page>
  )
}
