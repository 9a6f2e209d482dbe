import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { CounterSession } from '#contract/access'
import {
  type Draft,
  type LicenceCard,
  type MandateView,
  parseDraftCode,
  type ServiceCode,
  services,
  spokenDraftCode,
  windowRoutes,
} from '#contract/licensing'
import { call } from '../../shared/api.ts'
import { formatDay, formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { Labelled } from '../delivery/labelled.tsx'
import { Mandates } from './mandates.tsx'
import { OpenFiles } from './open-files.tsx'
import { PrintQuery } from './print-query.tsx'
import { texts } from './texts.ts'

/** What is to be done for the person: a service on a licence, a new licence, or a draft that goes on. */
export interface Matter {
  readonly service: ServiceCode
  readonly licenceNo: string | null
  readonly draft?: Draft
  /** 代理办理: for whom the person who stands here acts. */
  readonly mandate?: MandateView
}

interface Props {
  session: CounterSession
  onChoose: (matter: Matter) => void
}

export function VisitView({ session, onChoose }: Props) {
  const t = texts.useTexts()
  const visit = useQuery({
    queryKey: ['window', session.counterId],
    queryFn: ({ signal }) => call(windowRoutes.windowVisit, { params: { counterId: session.counterId }, signal }),
    refetchOnWindowFocus: false,
  })
  if (visit.isError) return <FailedToLoad error={visit.error} retry={() => void visit.refetch()} />
  if (visit.isPending) return <Loading />
  const { licences, drafts, applications } = visit.data
  return (
    <>
      <section className="card">
        <h2>{t('licences')}</h2>
        {licences.length === 0 ? <p>{t('none')}</p> : null}
        {licences.map(licence => (
          <LicenceServices key={licence.licenceNo} {...{ session, licence, onChoose }} />
        ))}
        <Button onClick={() => onChoose({ service: 'issue', licenceNo: null })}>{t('newOne')}</Button>
      </section>
      <OpenFiles counterId={session.counterId} files={applications} />
      <Mandates session={session} onChoose={onChoose} />
      <section className="card">
        <h2>{t('drafts')}</h2>
        <DraftByCode session={session} onChoose={onChoose} known={drafts} />
      </section>
    </>
  )
}

function LicenceServices({ session, licence, onChoose }: Props & { licence: LicenceCard }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const state = pick(licence.stateLabel, licence.stateLabelEn, language)
  return (
    <div className="window-licence">
      <p>
        <strong>{licence.shopName}</strong>{' '}
        <span className="quiet">
          {t('validUntil', { no: licence.licenceNo, state, day: formatDay(licence.validTo) })}
        </span>
      </p>
      <ul className="window-services">
        {licence.services.map(({ service, available, why, whyEn }) =>
          service === 'print' ? null : (
            <li key={service}>
              <Button disabled={!available} onClick={() => onChoose({ service, licenceNo: licence.licenceNo })}>
                {pick(services[service].name.zh, services[service].name.en, language)}
              </Button>
              {available ? null : <span className="quiet small">{pick(why ?? '', whyEn ?? '', language)}</span>}
            </li>
          ),
        )}
      </ul>
      <PrintQuery counterId={session.counterId} licenceNo={licence.licenceNo} />
    </div>
  )
}

/** The own drafts are found by the card; a code is for whoever has it on a slip. */
function DraftByCode({ session, onChoose, known }: Props & { known: readonly { code: string }[] }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState(false)
  const open = useMutation({
    mutationFn: (draftCode: string) =>
      call(windowRoutes.windowOpenDraft, { params: { counterId: session.counterId }, body: { code: draftCode } }),
    onSuccess: draft => onChoose({ service: draft.service, licenceNo: draft.licenceNo, draft }),
  })
  const rows = known as readonly Pick<Draft, 'code' | 'serviceLabel' | 'serviceLabelEn' | 'savedAt' | 'history'>[]
  return (
    <>
      {rows.length === 0 ? <p>{t('noDrafts')}</p> : null}
      {rows.map(row => (
        <p key={row.code} className="window-row">
          <strong>{spokenDraftCode(row.code)}</strong>
          <span>
            {t('begun', {
              service: pick(row.serviceLabel, row.serviceLabelEn, language),
              at: formatInstant(row.savedAt, language),
              channels: row.history.map(step => pick(step.channelLabel, step.channelLabelEn, language)).join(' → '),
            })}
          </span>
          <Button size="small" onClick={() => open.mutate(row.code)}>
            {t('openCode')}
          </Button>
        </p>
      ))}
      <form
        className="window-row"
        onSubmit={event => {
          event.preventDefault()
          const parsed = parseDraftCode(code)
          setWrong(parsed === undefined)
          if (parsed !== undefined) open.mutate(parsed)
        }}
      >
        <Labelled label={t('code')}>
          {id => (
            <Input
              id={id}
              autoComplete="off"
              value={code}
              maxLength={20}
              onChange={event => setCode(event.target.value)}
            />
          )}
        </Labelled>
        <Button htmlType="submit" loading={open.isPending}>
          {t('openCode')}
        </Button>
      </form>
      {wrong ? (
        <p className="missing" role="alert">
          {t('codeWrong')}
        </p>
      ) : null}
      {open.isError ? <FailedToLoad error={open.error} retry={() => open.reset()} /> : null}
    </>
  )
}
