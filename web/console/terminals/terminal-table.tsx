import { Link } from '@tanstack/react-router'
import type { FleetRow, TerminalView } from '#contract/access'
import { formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { useAreas } from '../app/use-towns.ts'
import { useFaultText } from './fault-texts.ts'
import { healthLooks } from './fleet-map.tsx'
import { fleetTexts } from './fleet-texts.ts'
import { TerminalActions } from './terminal-actions.tsx'
import { texts } from './texts.ts'

const signs: Readonly<Record<TerminalView['state'], string>> = {
  proposed: '◇',
  confirmed: '◆',
  active: '●',
  frozen: '■',
  revoked: '✕',
}

export function TerminalTable({ terminals }: { terminals: readonly FleetRow[] }) {
  const t = texts.useTexts()
  const heads = ['name', 'state', 'seen', 'faults', 'area', 'version', 'people', 'actions'] as const
  return (
    <table className="plain-table terminal-table card">
      <caption className="visually-hidden">{t('caption')}</caption>
      <thead>
        <tr>
          {heads.map(head => (
            <th key={head} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {terminals.map(terminal => (
          <TerminalRow key={terminal.id} terminal={terminal} />
        ))}
      </tbody>
    </table>
  )
}

function TerminalRow({ terminal }: { terminal: FleetRow }) {
  const t = texts.useTexts()
  const fleet = fleetTexts.useTexts()
  const faultText = useFaultText()
  const language = useLanguage()
  const area = useAreas().data?.items.find(item => item.code === terminal.areaCode)
  return (
    <tr>
      <td>
        <Link to="/terminals/$id" params={{ id: terminal.id }}>
          {terminal.name}
        </Link>
        <div className="quiet small">{terminal.code}</div>
      </td>
      <td className={`terminal-${terminal.state}`}>
        <span aria-hidden="true">{signs[terminal.state]}</span> {t(`state.${terminal.state}`)}
        {terminal.state === 'active' ? (
          <div className={`fleet-${terminal.health} small`}>
            <span aria-hidden="true">{healthLooks[terminal.health].sign}</span> {fleet(`health.${terminal.health}`)}
          </div>
        ) : null}
      </td>
      <td>{terminal.lastSeenAt === null ? t('seen.never') : formatInstant(terminal.lastSeenAt, language)}</td>
      <td className={terminal.faults.length > 0 ? 'tone-overdue' : 'quiet'}>
        {terminal.faults.length > 0 ? terminal.faults.map(faultText).join('、') : t('faults.none')}
      </td>
      <td>{area?.name ?? terminal.areaCode}</td>
      <td>{terminal.version ?? '–'}</td>
      <td>
        {terminal.proposedBy} / {terminal.confirmedBy ?? '–'}
      </td>
      <td>
        <TerminalActions terminal={terminal} />
      </td>
    </tr>
  )
}
