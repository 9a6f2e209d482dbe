import { Link, useParams } from '@tanstack/react-router'
import { fleetRoutes, type TerminalLife } from '#contract/access'
import { formatCount, formatDayShort, formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { PageFailed } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { AlarmList } from './alarm-list.tsx'
import { useFaultText } from './fault-texts.ts'
import { healthLooks } from './fleet-map.tsx'
import { fleetTexts } from './fleet-texts.ts'
import { SettingsForm } from './settings-form.tsx'
import { TerminalActions } from './terminal-actions.tsx'
import './terminals.css'
import { TerminalFacts } from './terminal-facts.tsx'
import { useTerminalLife } from './use-fleet.ts'

/** 一台终端: how it is, what happened to it, how much it is used, what it is told to do. */
export function LifePage() {
  const t = fleetTexts.useTexts()
  const { id } = useParams({ from: '/terminals/$id' })
  const life = useTerminalLife(id)
  if (life.isError) {
    return (
      <div className="page">
        <PageFailed error={life.error} retry={() => void life.refetch()} />
      </div>
    )
  }
  if (life.isPending) return <Loading />
  const { terminal } = life.data
  return (
    <div className="page terminal-page">
      <Link to="/terminals">{t('back')}</Link>
      <div className="page-head">
        <h1>
          {terminal.name}{' '}
          <span className={`fleet-${terminal.health}`}>
            <span aria-hidden="true">{healthLooks[terminal.health].sign}</span> {t(`health.${terminal.health}`)}
          </span>
        </h1>
      </div>
      <TerminalFacts terminal={terminal} />
      <TerminalActions terminal={terminal} />
      <AlarmList alarms={life.data.alarms} />
      <Uses uses={life.data.uses} />
      <Settings life={life.data} />
      <Events events={life.data.events} />
    </div>
  )
}

function Uses({ uses }: { uses: TerminalLife['uses'] }) {
  const t = fleetTexts.useTexts()
  const language = useLanguage()
  const most = Math.max(1, ...uses.map(one => one.count))
  const total = uses.reduce((sum, one) => sum + one.count, 0)
  return (
    <section className="card" aria-labelledby="uses-head">
      <h2 id="uses-head">{t('uses')}</h2>
      <p>{t('uses.total', { count: formatCount(total) })}</p>
      <ol className="use-bars">
        {uses.map(({ day, count }) => {
          const words = t('uses.day', { day: formatDayShort(day, language), count: formatCount(count) })
          return (
            <li key={day} title={words}>
              <span className="visually-hidden">{words}</span>
              <svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
                <rect x="1" width="8" y={100 - (count / most) * 100} height={(count / most) * 100} />
              </svg>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function Settings({ life: { settings, terminal } }: { life: TerminalLife }) {
  const t = fleetTexts.useTexts()
  const language = useLanguage()
  const allowed = mayUse(fleetRoutes.setTerminals, useStaff())
  const { version, appliedVersion, setAt, setBy, wanted } = settings
  return (
    <section className="card" aria-labelledby="settings-head">
      <h2 id="settings-head">{t('settings')}</h2>
      <p>
        {setAt === null
          ? t('settings.usual')
          : t('settings.version', {
              version: String(version),
              name: setBy ?? '',
              at: formatInstant(setAt, language),
            })}{' '}
        {version === 0 ? null : (
          <span className={appliedVersion < version ? 'tone-soon' : 'quiet'}>
            {appliedVersion < version
              ? t('settings.waiting', { version: String(appliedVersion) })
              : t('settings.applied')}
          </span>
        )}
      </p>
      {allowed ? (
        <SettingsForm key={version} ids={[terminal.id]} from={wanted} />
      ) : (
        <p className="quiet small">{t('settings.not')}</p>
      )}
    </section>
  )
}

function Events({ events }: { events: TerminalLife['events'] }) {
  const t = fleetTexts.useTexts()
  const language = useLanguage()
  const faultText = useFaultText()
  return (
    <section className="card" aria-labelledby="events-head">
      <h2 id="events-head">{t('events')}</h2>
      {events.length === 0 ? <p className="quiet">{t('events.none')}</p> : null}
      <ul className="plain-list terminal-events">
        {events.map(({ at, kind, detail }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added at the head and never change
          <li key={`${at} ${index}`}>
            <span className="quiet">{formatInstant(at, language)}</span> {t(`event.${kind}`, { detail })}{' '}
            {kind === 'faultBegan' || kind === 'faultEnded' ? faultText(detail) : null}
            {kind === 'versionChanged' || kind === 'frozen' || kind === 'revoked' ? detail : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
