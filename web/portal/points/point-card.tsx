import type { ReactNode } from 'react'
import type { ServicePoint } from '#contract/access'
import { formatDay } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { daysText } from '../../shared/open-days.ts'
import { guided } from '../app/address.ts'
import { texts as homeTexts } from '../home/texts.ts'
import { formatDistance } from './distance.ts'
import type { Point } from './near.ts'
import { closing, openNow } from './open-hours.ts'
import { texts } from './texts.ts'

/** 一个服务点: how far, open until when, whether the machine works, who helps, what can be done, and how to get there. */
export function PointCard({ point, now }: { point: Point; now: number }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const { name, kind, metres, lng, lat } = point
  // RFC 5870: degrees of WGS 84, as the register keeps them.
  const place = `${lat.toFixed(6)},${lng.toFixed(6)}`
  const coordinates = { lng: lng.toFixed(5), lat: lat.toFixed(5) }
  return (
    <article className="point">
      <h3>
        <span lang="zh-CN">{name}</span>
      </h3>
      <p className="quiet">
        {t(kind === 'village' ? 'village_point' : kind)}
        {metres === undefined ? '' : ` · ${t('distance', { distance: formatDistance(metres, language) })}`}
      </p>
      <dl className="details">
        <Fact label={t('now')}>{nowText(point, now)}</Fact>
        <Fact label={t('hours')}>{hoursText(point)}</Fact>
        {point.terminal === null ? null : (
          <Fact label={t('machine')}>
            <span data-standing={point.terminal.standing}>{machineText(point.terminal)}</span>
          </Fact>
        )}
        <Fact label={t('helpers')}>{helpersText(point)}</Fact>
        <Fact label={t('can')}>{servicesText(kind)}</Fact>
        <Fact label={t('place')}>{t('coordinates', coordinates)}</Fact>
      </dl>
      <div className="buttons no-print">
        <a className="act plain" href="tel:12313" aria-label={`${t('call')} ${name}`}>
          {t('call')}
        </a>
        <a
          className="act plain"
          href={`geo:${place}?q=${place}(${encodeURIComponent(name)})`}
          aria-label={`${t('go')} ${name}`}
        >
          {t('go')}
        </a>
      </div>
    </article>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function nowText({ hours }: ServicePoint, now: number): string {
  if (hours === null) return texts.t('hours.unknown')
  const said = openNow(hours, now)
  switch (said.is) {
    case 'open':
      return texts.t('now.open', { to: said.to })
    case 'today':
      return texts.t('now.today', { from: said.from })
    case 'later':
      return texts.t('now.later', { day: formatDay(inChina(said.at)), from: said.from })
    case 'never':
      return texts.t('now.never')
  }
}

const inChina = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)

function hoursText({ hours, kind }: ServicePoint): string {
  if (hours === null || hours.openDays.length === 0) return texts.t('hours.unknown')
  const text = texts.t('hours.text', { days: daysText(hours.openDays), from: hours.opensAt, to: closing(hours) })
  return kind === 'kiosk' ? text : texts.t('hours.office', { hours: text })
}

const machineText = ({ standing, prints }: NonNullable<ServicePoint['terminal']>): string =>
  texts.t(standing === 'working' && !prints ? 'working.noPaper' : standing)

function helpersText({ helpersOnDuty: count, helperHours }: ServicePoint): string {
  const duty = count === 0 ? texts.t('helpers.none') : texts.t('helpers.some', { count })
  return [duty, ...helperHours.map(one => texts.t('helpers.today', one))].join(texts.t('join'))
}

function servicesText(kind: ServicePoint['kind']): string {
  const join = texts.t('join')
  const atTerminal = guided.filter(service => service !== 'issue').map(service => homeTexts.t(service))
  if (kind === 'village') return texts.t('can.help', { services: atTerminal.join(join) })
  return [
    ...atTerminal,
    ...(kind === 'hall' ? [homeTexts.t('issue'), texts.t('can.agent')] : []),
    texts.t('can.print'),
  ].join(join)
}
