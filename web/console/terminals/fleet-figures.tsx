import { Link } from '@tanstack/react-router'
import type { FleetView } from '#contract/access'
import { formatCount } from '../../shared/format.ts'
import { useFaultText } from './fault-texts.ts'
import type { FleetFilters } from './fleet-filters.ts'
import { fleetTexts } from './fleet-texts.ts'

const figures = [
  ['all', {}],
  ['silent', { health: 'silent' }],
  ['fault', { health: 'fault' }],
  ['fine', { health: 'fine' }],
  ['resting', { health: 'resting' }],
  ['notInUse', { health: 'notInUse' }],
  ['frozen', { state: 'frozen' }],
  ['revoked', { state: 'revoked' }],
  ['paperOut', { paperOut: true }],
  ['settingsPending', { settingsPending: true }],
] as const satisfies readonly (readonly [keyof FleetView['counts'], FleetFilters])[]

/** Each figure opens its terminals. */
export function FleetFigures({ fleet, filters }: { fleet: FleetView; filters: FleetFilters }) {
  const t = fleetTexts.useTexts()
  const faultText = useFaultText()
  const town = filters.town === undefined ? {} : { town: filters.town }
  return (
    <>
      <ul className="fleet-figures" aria-label={t('figures')}>
        {figures.map(([name, filter]) => (
          <li key={name}>
            <Link to="/terminals" search={{ ...town, ...filter }} className={`fleet-figure fleet-${name}`}>
              <strong>{formatCount(fleet.counts[name])}</strong> {t(`count.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
      <p className="quiet small">{t('figures.which')}</p>
      <p className="fleet-kinds small">
        {fleet.faults.length > 0 ? <span className="quiet">{t('byFault')}</span> : null}
        {fleet.faults.map(({ name, count }) => (
          <Link key={name} to="/terminals" search={{ ...town, fault: name }}>
            {faultText(name)} {formatCount(count)}
          </Link>
        ))}
        <span className="quiet">{t('byVersion')}</span>
        {fleet.versions.map(({ name, count }) => (
          <Link key={name} to="/terminals" search={{ ...town, version: name }}>
            {name} {formatCount(count)}
          </Link>
        ))}
      </p>
    </>
  )
}
