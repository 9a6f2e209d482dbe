import { readDocumentFacts } from './document-facts.ts'
import { texts } from './texts.ts'

/** 模拟数据: on every screen of a demonstration, so that nobody takes a made-up shop for a real one. */
export function DemoMark() {
  const t = texts.useTexts()
  if (readDocumentFacts(document).mode !== 'demo') return null
  return (
    <aside className="demo-mark" aria-label={t('demo')}>
      <strong>{t('demo')}</strong> {t('demo.help')}
    </aside>
  )
}
