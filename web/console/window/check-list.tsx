import { Findings } from '../../services/law/findings.tsx'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import type { Checked } from './form.ts'
import { texts } from './texts.ts'

/** 提交前核对: what the rules say now, with their reasons and articles, before anything is sent. */
export function CheckList({ checked: { answers, findings } }: { checked: Checked }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const { question = '', questionEn = '' } = (answers.ok ? undefined : answers.details) ?? {}
  return (
    <section className="card">
      <h2>{t('check')}</h2>
      {answers.ok ? (
        <>
          <p className="quiet">{t('checkFirst')}</p>
          <Findings findings={findings} />
        </>
      ) : (
        <output>{t('open', { question: pick(String(question), String(questionEn), language) })}</output>
      )}
    </section>
  )
}
