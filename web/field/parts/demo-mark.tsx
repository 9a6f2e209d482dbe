import { texts } from '../texts.ts'

export function DemoMark() {
  const t = texts.useTexts()
  return document.documentElement.dataset['mode'] === 'demo' ? <aside className="demo-mark">{t('demo')}</aside> : null
}
