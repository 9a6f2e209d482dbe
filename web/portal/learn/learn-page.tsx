import { createI18n } from '../../shared/i18n.ts'
import { paths } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'

const texts = createI18n({
  zh: {
    title: '学法',
    guides: '每件事怎么办',
    privacy: '个人信息怎么保护',
    law: '查法律法规',
    quiz: '学法测验',
    event: '普法活动',
    live: '普法微课堂',
    films: '普法小剧场',
    lesson: '真假烟怎么看',
  },
  en: {
    title: 'Law',
    guides: 'How each service works',
    privacy: 'How personal data are protected',
    law: 'Find a law',
    quiz: 'Quizzes',
    event: 'Events',
    live: 'Online classes',
    films: 'Short films',
    lesson: 'Genuine or fake',
  },
})

/** 学法: the library of laws, and the guides in plain words. */
export default function LearnPage() {
  const t = texts.useTexts()
  return (
    <Page title={t('title')}>
      <ul className="doors">
        {(['law', 'live', 'films', 'lesson', 'quiz', 'event', 'guides', 'privacy'] as const).map(name => (
          <li key={name}>
            <Link to={paths[name]} className="door">
              <strong>{t(name)}</strong>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}
