import type { ServiceSheet } from '#contract/licensing'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { applyTexts } from './texts.ts'
import './questions.css'

export const noticeTitle = (notice: ServiceSheet['notice']): string => pick(notice.title, notice.titleEn)

/** Question 3: the notice, in full and readable; agreeing is the main action of the host's page. */
export function NoticeQuestion({ notice }: { notice: ServiceSheet['notice'] }) {
  const t = applyTexts.useTexts()
  const language = useLanguage()
  const paragraphs = language === 'en' && notice.paragraphsEn.length > 0 ? notice.paragraphsEn : notice.paragraphs
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text must scroll with the keyboard too
    <section className="notice-text" tabIndex={0} aria-label={noticeTitle(notice)}>
      {paragraphs.map(paragraph => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <p className="quiet">{t('noticeVersion', { version: notice.version })}</p>
    </section>
  )
}
