import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { type GateView, schoolRoutes as routes, type SchoolCard, type WalkView, walkMethods } from '#contract/registry'
import { call } from '../../shared/api.ts'
import { formatDayShort } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { cardTexts } from './card-texts.ts'
import { CaseCard } from './case-card.tsx'
import './schools.css'
import { WalkForm } from './walk-form.tsx'
import { WalkPhotos } from './walk-photos.tsx'

/** 校园周边 of one shop: the hint of the map, the walks, and what was said at the door. */
export function ShopSchools({ licenceNo }: { licenceNo: string }) {
  const t = cardTexts.useTexts()
  const queries = useQueryClient()
  const key = ['schoolCard', licenceNo]
  const card = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(routes.schoolCard, { params: { licenceNo }, signal }),
  })
  const fresh = (next: SchoolCard) => {
    queries.setQueryData(key, next)
    // A signed walk changes where the shop stands.
    void queries.invalidateQueries({ queryKey: ['schoolCase', licenceNo] })
    void queries.invalidateQueries({ queryKey: ['schoolBoard'] })
  }
  if (card.isError) return <FailedToLoad error={card.error} retry={() => void card.refetch()} />
  if (card.isPending) return null
  return (
    <section className="card school-card" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <p>
        <strong>{t(`verdict.${card.data.verdict}`)}</strong>
      </p>
      <Gates gates={card.data.gates} />
      <p className="quiet small">{t('help')}</p>
      <Walks card={card.data} fresh={fresh} />
      {card.data.verdict === 'outside' ? null : <CaseCard licenceNo={licenceNo} />}
    </section>
  )
}

function Gates({ gates }: { gates: readonly GateView[] }) {
  const t = cardTexts.useTexts()
  if (gates.length === 0) return null
  return (
    <div className="school-gates">
      <table className="plain-table">
        <caption className="visually-hidden">{t('gates')}</caption>
        <thead>
          <tr>
            {(['gate', 'line', 'walk', 'limit', 'says'] as const).map(column => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {gates.map(({ schoolId, school, gate, line, walk, walkOutdated, limit, verdict }) => (
            <tr key={schoolId + gate}>
              <td>
                {school} {gate}
              </td>
              <td>
                {line === null
                  ? ''
                  : t('line.value', {
                      metres: Math.round(line.metres),
                      least: Math.floor(line.least),
                      most: Math.ceil(line.most),
                    })}
              </td>
              <td>
                {walk === null ? t(walkOutdated ? 'walk.outdated' : 'walk.none') : t('metresOf', { metres: walk })}
              </td>
              <td>{t('metresOf', { metres: limit })}</td>
              <td>{t(`gate.${verdict}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Walks({ card, fresh }: { card: SchoolCard; fresh: (next: SchoolCard) => void }) {
  const t = cardTexts.useTexts()
  const may = mayUse(routes.recordWalk, useStaff())
  const [recording, setRecording] = useState(false)
  return (
    <>
      {card.walks.length === 0 ? null : <h3>{t('walks')}</h3>}
      {card.walks.map(walk => (
        <Walk key={walk.id} licenceNo={card.licenceNo} walk={walk} fresh={fresh} />
      ))}
      {may && !recording && card.gates.length > 0 ? (
        <Button onClick={() => setRecording(true)}>{t('record')}</Button>
      ) : null}
      {recording ? (
        <WalkForm
          card={card}
          close={() => setRecording(false)}
          fresh={next => {
            setRecording(false)
            fresh(next)
          }}
        />
      ) : null}
    </>
  )
}

interface WalkProps {
  readonly licenceNo: string
  readonly walk: WalkView
  readonly fresh: (next: SchoolCard) => void
}

function Walk({ licenceNo, walk, fresh }: WalkProps) {
  const t = cardTexts.useTexts()
  const language = useLanguage()
  const method = walkMethods[walk.method]
  const sign = useMutation({
    mutationFn: () => call(routes.confirmWalk, { params: { licenceNo, id: walk.id }, body: { digest: walk.digest } }),
    onSuccess: fresh,
  })
  return (
    <div className="school-place">
      <p>
        {t('walk.line', {
          day: formatDayShort(walk.measuredOn, language),
          gate: walk.gate,
          metres: walk.metres,
          method: pick(method.zh, method.en, language),
          officers: walk.officers.join('、'),
        })}
      </p>
      <p className="quiet small">
        {walk.confirmedBy === null
          ? t('walk.unsigned', { name: walk.recordedBy })
          : t('walk.signed', { first: walk.recordedBy, second: walk.confirmedBy })}
        {' · '}
        {t('walk.digest', { digest: walk.digest.slice(0, 16) })}
        {walk.photos.length === walk.keptPhotos.length
          ? ''
          : ` · ${t('photos', { count: walk.photos.length - walk.keptPhotos.length })}`}
        {walk.note === '' ? '' : ` · ${walk.note}`}
      </p>
      <WalkPhotos licenceNo={licenceNo} digests={walk.keptPhotos} />
      {walk.awaitsMe ? (
        <Button type="primary" loading={sign.isPending} onClick={() => sign.mutate()}>
          {t('sign')}
        </Button>
      ) : null}
      <Refused error={sign.error} />
    </div>
  )
}
