import { useEffect, useId, useState } from 'react'
import { type AreaView, routes as registry } from '#contract/registry'
import { call } from '../../shared/api.ts'
import { useLanguage } from '../../shared/language.ts'
import { formatDistance } from './distance.ts'
import { texts } from './texts.ts'
import { type Search, useServicePoints } from './use-service-points.ts'

/** 找最近的服务点: by the phone's position or by town; nothing is asked before the reader asks. */
export function ServicePoints() {
  const t = texts.useTexts()
  const id = useId()
  const towns = useTownsWithPlace()
  const { search, around, aroundHere } = useServicePoints()
  return (
    <section aria-labelledby={`${id}-head`} className="points">
      <h2 id={`${id}-head`}>{t('points')}</h2>
      <p className="quiet">{t('points.help')}</p>
      <div className="points-ask">
        <button type="button" className="act" onClick={aroundHere}>
          {t('points.here')}
        </button>
        <label htmlFor={id}>{t('points.town')}</label>
        <select
          id={id}
          defaultValue=""
          onChange={event => {
            const town = towns.find(item => item.code === event.target.value)
            if (town?.position) void around(town.position)
          }}
        >
          <option value="" disabled>
            {t('points.town.none')}
          </option>
          {towns.map(town => (
            <option key={town.code} value={town.code}>
              {town.name}
            </option>
          ))}
        </select>
      </div>
      <div aria-live="polite">
        <Found search={search} />
      </div>
      <p className="quiet small">{t('points.privacy')}</p>
    </section>
  )
}

function Found({ search }: { search: Search }) {
  const t = texts.useTexts()
  const language = useLanguage()
  switch (search.state) {
    case 'idle':
      return null
    case 'asking':
      return <p>{t('points.asking')}</p>
    case 'denied':
      return <p className="wrong">{t('points.denied')}</p>
    case 'failed':
      return <p className="wrong">{t('points.failed', { title: search.problem.title, next: search.problem.next })}</p>
    case 'found':
      if (search.points.length === 0) return <p>{t('points.empty')}</p>
      return (
        <ol className="points-found">
          {search.points.map(point => (
            <li key={point.code}>
              <strong>{point.name}</strong>
              <span>
                {point.kind} · {t('points.distance', { distance: formatDistance(point.metres, language) })}
              </span>
            </li>
          ))}
        </ol>
      )
  }
}

function useTownsWithPlace(): AreaView[] {
  const [towns, setTowns] = useState<AreaView[]>([])
  useEffect(() => {
    let current = true
    call(registry.listAreas)
      .then(({ items }) => {
        if (current) setTowns(items.filter(area => area.kind === 'town' && area.position !== null))
      })
      .catch(() => undefined) // the button for the position is still there
    return () => {
      current = false
    }
  }, [])
  return towns
}
