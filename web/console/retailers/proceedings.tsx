import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type Proceeding, type Proceedings, proceedingRoutes as routes } from '#contract/licensing'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { OpenProceeding, TakeStep } from './proceeding-forms.tsx'
import { proceedingTexts } from './proceeding-texts.ts'

const keyOf = (licenceNo: string) => ['proceedings', licenceNo] as const

/** 依职权办理: what the bureau began by itself about this licence, and what can be begun now. */
export function ProceedingsCard({ licenceNo }: { licenceNo: string }) {
  const t = proceedingTexts.useTexts()
  const staff = useStaff()
  const queries = useQueryClient()
  const allowed = mayUse(routes.listProceedings, staff)
  const page = useQuery({
    queryKey: keyOf(licenceNo),
    enabled: allowed,
    queryFn: ({ signal }) => call(routes.listProceedings, { params: { licenceNo }, signal }),
  })
  if (!allowed || page.isPending) return null
  const keep = (fresh: Proceedings) => {
    queries.setQueryData(keyOf(licenceNo), fresh)
    void queries.invalidateQueries({ queryKey: ['licenceOfShop', licenceNo] })
    void queries.invalidateQueries({ queryKey: ['retailer', licenceNo] })
  }
  return (
    <section className="card" id="proceedings">
      <h2>{t('title')}</h2>
      <p className="quiet small">{t('intro')}</p>
      {page.isError ? <FailedToLoad error={page.error} retry={() => void page.refetch()} /> : null}
      {page.data?.items.length === 0 ? <p className="quiet">{t('none')}</p> : null}
      {page.data?.items.map(item => (
        <OneProceeding key={item.proceedingNo} item={item} onDone={keep} />
      ))}
      {page.data && mayUse(routes.openProceeding, staff) && page.data.items.every(isEnded) ? (
        <OpenProceeding licenceNo={licenceNo} openable={page.data.openable} onDone={keep} />
      ) : null}
    </section>
  )
}

const isEnded = ({ state }: Proceeding): boolean => state === 'decided' || state === 'dropped'

function OneProceeding({ item, onDone }: { item: Proceeding; onDone: (fresh: Proceedings) => void }) {
  const t = proceedingTexts.useTexts()
  const language = useLanguage()
  return (
    <article className="proceeding">
      <h3>
        {pick(item.label, item.labelEn, language)}：{pick(item.stateLabel, item.stateLabelEn, language)}
      </h3>
      <p className="quiet small">
        {item.proceedingNo}
        {item.caseNo === null ? null : ` · ${t('ofCase', { no: item.caseNo })}`}
        {item.answerBy === null ? null : ` · ${t('answerBy', { day: item.answerBy })}`}
      </p>
      <ol className="timeline">
        {item.events.map(event => (
          <li key={`${event.at} ${event.label}`}>
            <time className="quiet" dateTime={event.at}>
              {formatInstant(event.at, language)}
            </time>
            <div>
              <strong>{pick(event.label, event.labelEn, language)}</strong> <span className="quiet">{event.by}</span>
              <div>{event.note}</div>
            </div>
          </li>
        ))}
      </ol>
      <ul className="plain-list">
        {item.papers.map(paper => (
          <li key={paper.paperId}>
            {paper.title} {paper.number}{' '}
            <a href={paper.url} target="_blank" rel="noreferrer">
              {t('open')}
              <span className="visually-hidden"> {paper.title}</span>
            </a>
          </li>
        ))}
      </ul>
      {item.steps.length === 0 ? null : <TakeStep item={item} onDone={onDone} />}
    </article>
  )
}
