import type { Marked } from '#contract/outreach'
import { paths } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { texts } from './texts.ts'

/** 批改: what was right, and for each question why, with the way to the article. */
export function MarkedSheet({ marked }: { marked: Marked }) {
  const t = texts.useTexts()
  return (
    <>
      <p role="status" className="quiz-result">
        <strong>{t('result', { right: marked.right, total: marked.total })}</strong>
      </p>
      {marked.points === null ? null : <p>{t('gained', { points: marked.points })}</p>}
      <ol className="quiz-marks" lang="zh-CN">
        {marked.items.map(item => (
          <li key={item.id}>
            <p>
              <strong>{item.question}</strong>
            </p>
            <p className={item.chosen === item.answer ? 'quiz-right' : 'quiz-wrong'}>
              {item.chosen === item.answer ? t('right') : t('wrong', { answer: item.options[item.answer] ?? '' })}
            </p>
            <p>{item.why}</p>
            <p>
              {t('basis')}：<Link to={`${paths.law}?q=${encodeURIComponent(item.citation)}`}>{item.citation}</Link>
            </p>
          </li>
        ))}
      </ol>
      <p>
        <Link to={paths.quiz}>{t('back')}</Link>
      </p>
    </>
  )
}
