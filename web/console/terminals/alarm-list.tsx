import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { type AlarmView, fleetRoutes } from '#contract/access'
import { formatCount, formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useAreas } from '../app/use-towns.ts'
import { useStaff } from '../session/session.ts'
import { fleetTexts } from './fleet-texts.ts'
import { useAlarmWord } from './use-fleet.ts'

/** 告警: what somebody must look at; acknowledged and ended with a note. */
export function AlarmList({ alarms }: { alarms: readonly AlarmView[] }) {
  const t = fleetTexts.useTexts()
  return (
    <section className="card alarms" aria-labelledby="alarms-head">
      <h2 id="alarms-head">{t('alarms', { count: formatCount(alarms.length) })}</h2>
      {alarms.length === 0 ? <p className="quiet">{t('alarms.none')}</p> : null}
      <ul className="plain-list" aria-live="polite">
        {alarms.map(alarm => (
          <Alarm key={alarm.id} alarm={alarm} />
        ))}
      </ul>
    </section>
  )
}

function Alarm({ alarm }: { alarm: AlarmView }) {
  const t = fleetTexts.useTexts()
  const language = useLanguage()
  const place = useAreas().data?.items.find(area => area.code === alarm.areaCode)?.name ?? alarm.areaCode
  const words = { terminal: alarm.terminal ?? '', place, count: formatCount(alarm.terminals) }
  return (
    <li>
      <p>
        <strong>{t(`alarm.${alarm.kind}`, words)}</strong>{' '}
        <span className="quiet">{formatInstant(alarm.beganAt, language)}</span>{' '}
        {alarm.terminalId === null ? (
          <Link
            to="/terminals"
            search={{ health: 'silent', ...(alarm.areaCode.length > 6 ? { town: alarm.areaCode } : {}) }}
          >
            {t('alarm.which')}
          </Link>
        ) : (
          <Link to="/terminals/$id" params={{ id: alarm.terminalId }}>
            {t('alarm.open')}
          </Link>
        )}{' '}
        {alarm.kind === 'cloned' || alarm.kind === 'revoked' ? (
          <Link to="/terminals" search={{ state: alarm.kind === 'cloned' ? 'frozen' : 'revoked' }}>
            {t(alarm.kind === 'cloned' ? 'alarm.frozen' : 'alarm.allRevoked')}
          </Link>
        ) : null}
      </p>
      {alarm.acknowledgedBy === null ? null : (
        <p className="quiet small">
          {t('alarm.seen', { name: alarm.acknowledgedBy, note: alarm.acknowledgedNote ?? '' })}
        </p>
      )}
      {alarm.endedAt === null ? (
        <Word alarm={alarm} />
      ) : (
        <p className="quiet small">
          {t('alarm.over', {
            at: formatInstant(alarm.endedAt, language),
            how: alarm.endedBy === null ? t('alarm.byItself') : `${alarm.endedBy}：${alarm.endedNote ?? ''}`,
          })}
        </p>
      )}
    </li>
  )
}

function Word({ alarm }: { alarm: AlarmView }) {
  const t = fleetTexts.useTexts()
  const [note, setNote] = useState('')
  const allowed = mayUse(fleetRoutes.endAlarm, useStaff())
  const acknowledge = useAlarmWord('acknowledgeAlarm')
  const end = useAlarmWord('endAlarm')
  const said = { id: alarm.id, note: note.trim() }
  const failed = acknowledge.error ?? end.error
  if (!allowed) return null
  return (
    <div className="settle-form alarm-form">
      <Input
        aria-label={t('alarm.note')}
        placeholder={t('alarm.note')}
        value={note}
        maxLength={200}
        onChange={event => setNote(event.target.value)}
      />
      <span>
        {alarm.acknowledgedBy === null ? (
          <Button disabled={said.note === ''} loading={acknowledge.isPending} onClick={() => acknowledge.mutate(said)}>
            {t('alarm.acknowledge')}
          </Button>
        ) : null}{' '}
        <Button disabled={said.note === ''} loading={end.isPending} onClick={() => end.mutate(said)}>
          {t('alarm.end')}
        </Button>
      </span>
      {failed ? (
        <FailedToLoad
          error={failed}
          retry={() => {
            acknowledge.reset()
            end.reset()
          }}
        />
      ) : null}
    </div>
  )
}
