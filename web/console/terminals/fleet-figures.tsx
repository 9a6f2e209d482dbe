import { Link } from '@tanstack/react-router'
import type { FleetView } from '#contract/access'
import { formatCount } from '../../shared/format.ts'
import { useFaultText } from './fault-texts.ts'
import type { FleetFilters } from './fleet-filters.ts'
import { fleetTexts } from './fleet-texts.ts'

const figures = [
  ['all', 'count.all', {}],
  ['silent', 'health.silent', { health: 'silent' }],
  ['fault', 'health.fault', { health: 'fault' }],
  ['fine', 'health.fine', { health: 'fine' }],
  ['resting', 'health.resting', { health: 'resting' }],
  ['notInUse', 'health.notInUse', { health: 'notInUse' }],
  ['frozen', 'count.frozen', { state: 'frozen' }],
  ['revoked', 'count.revoked', { state: 'revoked' }],
  ['paperOut', 'count.paperOut', { paperOut: true }],
  ['settingsPending', 'count.settingsPending', { settingsPending: true }],
] as const satisfies readonly (readonly [keyof FleetView['counts'], string, FleetFilters])[]

/** Each figure opens its terminals. */
export function FleetFigures({ fleet, filters }: { fleet: FleetView; filters: FleetFilters }) {
  const t = fleetTexts.useTexts()
  const faultText = useFaultText()
  const town = filters.town === undefined ? {} : { town: filters.town }
  return (
    <>
      <ul className="fleet-figures" aria-label={t('figures')}>
        {figures.map(([name, word, filter]) => (
          <li key={name}>
            <Link to="/terminals" search={{ ...town, ...filter }} className={`fleet-figure fleet-${name}`}>
              <strong>{formatCount(fleet.counts[name])}</strong> {t(word)}
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
