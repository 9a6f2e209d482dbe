import { Page } from '../app/page.tsx'
import { accessibilitySections } from './accessibility-sections.ts'
import { Sections } from './section.tsx'
import { texts } from './texts.ts'

export default function AccessibilityPage() {
  const t = texts.useTexts()
  return (
    <Page title={t('accessibility')}>
      <p>{t('accessibility.intro')}</p>
      <Sections sections={accessibilitySections} />
    </Page>
  )
}
