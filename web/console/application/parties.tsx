import type { ApplicationDetail } from '#contract/licensing'
import { formatDay } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { texts } from './texts.ts'

/** 利害关系人: who was told, until when he may ask for a hearing, and what he said. */
export function Parties({ parties }: Pick<ApplicationDetail, 'parties'>) {
  const t = texts.useTexts()
  const language = useLanguage()
  if (parties.length === 0) return null
  return (
    <section className="card">
      <h2>{t('parties')}</h2>
      <ul className="plain-list">
        {parties.map(party => (
          <li key={party.id}>
            {party.nameMasked} <span className="quiet">{pick(party.relation, party.relationEn ?? '', language)}</span>
            <div>{toldWords(t, party, language)}</div>
            {party.answer === null ? null : (
              <div>
                {pick(party.answer, party.answerEn ?? '', language)}
                {party.words === '' ? null : <span className="quiet">　{party.words}</span>}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

type Party = ApplicationDetail['parties'][number]

function toldWords(t: ReturnType<typeof texts.useTexts>, { toldOn, until }: Party, language: 'zh' | 'en'): string {
  if (toldOn === null) return t('parties.posted')
  const day = formatDay(toldOn, language)
  return until === null ? t('parties.told', { day }) : t('parties.until', { day, until: formatDay(until, language) })
}
