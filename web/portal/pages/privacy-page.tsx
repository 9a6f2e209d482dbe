import { Page } from '../app/page.tsx'
import { privacySections } from './privacy-sections.ts'
import { Sections } from './section.tsx'
import { texts } from './texts.ts'

export default function PrivacyPage() {
  const t = texts.useTexts()
  return (
    <Page title={t('privacy')}>
      <p>{t('privacy.intro')}</p>
      <Sections sections={privacySections} />
    </Page>
  )
}
