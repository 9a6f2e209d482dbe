import { lazy, Suspense, useMemo } from 'react'
import { type ActionDetail, type Point, steps } from '#contract/partners'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { Loading } from '../app/page-states.tsx'
import { texts } from './action-texts.ts'

const AreaMap = lazy(() => import('./area-map.tsx'))

/** 现场看板: who is where at what step, as it was last told from there. `live` is undefined where nothing runs. */
export function ActionBoard({ action, live }: { action: ActionDetail; live: boolean | undefined }) {
  const t = texts.useTexts()
  const area = useMemo(() => action.area.map(([lng, lat]): Point => [lng, lat]), [action.area])
  const spots = useMemo(
    () =>
      action.members.flatMap(({ id, name, position }) =>
        position === null ? [] : [{ id, name, position: [position[0], position[1]] as const }],
      ),
    [action.members],
  )
  return (
    <section className="card coop-map" aria-label={t('board')}>
      <h2>
        {t('board')}{' '}
        {live === undefined ? null : (
          <span className="quiet small" role="status">
            {live ? `● ${t('live')}` : `○ ${t('lost')}`}
          </span>
        )}
      </h2>
      <Suspense fallback={<Loading />}>
        <AreaMap label={t('area')} area={area} spots={spots} />
      </Suspense>
      <ul className="coop-list">
        {action.members.map(member => (
          <li key={member.id}>
            <strong>{member.name}</strong> {member.agency} {member.people.join('、')}
            <div>
              {member.step === null ? (
                <span className="quiet">{t('no.step')}</span>
              ) : (
                <span className={member.step === 'needsHelp' ? 'coop-late' : ''}>
                  {member.step === 'needsHelp' ? '▲ ' : ''}
                  {pick(steps[member.step].zh, steps[member.step].en)}
                </span>
              )}{' '}
              <span className="quiet">
                {member.stepAt === null ? '' : formatInstant(member.stepAt)}{' '}
                {member.inside === null ? '' : member.inside ? t('inside') : t('outside')}
              </span>{' '}
              <span lang="zh-CN">{member.stepWords}</span>
            </div>
            <div className="quiet small" lang="zh-CN">
              {member.duty}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
