import { routes } from '#contract/outreach'
import { callFromPortal } from '../../shared/api.ts'
import { createI18n } from '../../shared/i18n.ts'
import { paths } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'
import { useLoaded } from '../me/use-loaded.ts'
import { ProblemNote } from '../session/problem-note.tsx'

const texts = createI18n({
  zh: {
    title: '学法',
    renewal: '怎么延续许可证',
    guides: '每件事怎么办',
    issue: '怎么申请新办',
    privacy: '个人信息怎么保护',
    laws: '办事依据的法律法规',
    loading: '正在读取',
  },
  en: {
    title: 'Law',
    renewal: 'How to renew a licence',
    guides: 'How each service works',
    issue: 'How to get a new licence',
    privacy: 'How personal data are protected',
    laws: 'The laws behind the services',
    loading: 'Reading',
  },
})

/** 学法: the guides in plain words, and the laws they rest on. */
export default function LearnPage() {
  const t = texts.useTexts()
  const { value, problem } = useLoaded(() => callFromPortal(routes.listInstruments))
  return (
    <Page title={t('title')}>
      <ul className="doors">
        {(['renewal', 'guides', 'issue', 'privacy'] as const).map(name => (
          <li key={name}>
            <Link to={paths[name]} className="door">
              <strong>{t(name)}</strong>
            </Link>
          </li>
        ))}
      </ul>
      <h2>{t('laws')}</h2>
      <ProblemNote problem={problem} />
      {value === undefined && !problem ? <p role="status">{t('loading')}</p> : null}
      <ul lang="zh-CN">
        {value?.items.map(law => (
          <li key={law.code}>{law.title}</li>
        ))}
      </ul>
    </Page>
  )
}
