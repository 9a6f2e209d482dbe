import { useQuery } from '@tanstack/react-query'
import type { FleetRow } from '#contract/access'
import { terminalPrintsRoute } from '#contract/licensing'
import { call } from '../../shared/api.ts'
import { formatCount, formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { useFaultText } from './fault-texts.ts'
import { fleetTexts } from './fleet-texts.ts'
import { texts } from './texts.ts'

const known = [
  'reader.ready',
  'reader.cardPresent',
  'reader.absent',
  'printer.idle',
  'printer.printing',
  'printer.stopped',
  'printer.absent',
  'paper.ok',
  'paper.out',
  'paper.unknown',
] as const

/** What is known of a terminal now. */
export function TerminalFacts({ terminal }: { terminal: FleetRow }) {
  const t = fleetTexts.useTexts()
  const old = texts.useTexts()
  const language = useLanguage()
  const faultText = useFaultText()
  const instant = (at: string | null) => (at === null ? t('never') : formatInstant(at, language))
  const word = (part: 'reader' | 'printer' | 'paper') => {
    const key = known.find(one => one === `${part}.${terminal[part]}`)
    return key === undefined ? (terminal[part] ?? '–') : t(key)
  }
  const facts: [string, string][] = [
    [old('code'), terminal.code],
    [old('state'), old(`state.${terminal.state}`)],
    [old('seen'), instant(terminal.lastSeenAt)],
    [t('lastUsed'), instant(terminal.lastUsedAt)],
    [old('version'), terminal.version ?? '–'],
    [old('faults'), terminal.faults.length > 0 ? terminal.faults.map(faultText).join('、') : old('faults.none')],
    [t('paper'), word('paper')],
    [t('reader'), word('reader')],
    [t('printer'), word('printer')],
    [t('pending'), terminal.pendingActs === null ? '–' : formatCount(terminal.pendingActs)],
    [t('disk'), terminal.diskFreeMb === null ? '–' : t('disk.mb', { count: formatCount(terminal.diskFreeMb) })],
    [old('people'), `${terminal.proposedBy} / ${terminal.confirmedBy ?? '–'}`],
    [t('prints'), usePrintWords(terminal.id)],
  ]
  return (
    <dl className="facts card">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function usePrintWords(terminalId: string): string {
  const t = fleetTexts.useTexts()
  const prints = useQuery({
    queryKey: ['terminalPrints', terminalId],
    queryFn: ({ signal }) => call(terminalPrintsRoute.printsOfTerminal, { params: { terminalId }, signal }),
  })
  if (prints.data === undefined) return '–'
  const { printed, failed, unknown } = prints.data
  return t('prints.text', {
    printed: formatCount(printed),
    failed: formatCount(failed),
    unknown: formatCount(unknown),
  })
}
