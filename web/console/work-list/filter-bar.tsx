import { Input, Segmented, Select } from 'antd'
import type { ApplicationRow } from '#contract/licensing'
import { formatCount } from '../../shared/format.ts'
import { useTowns } from '../app/use-towns.ts'
import type { ClockTone } from './clock-tone.ts'
import { changeFilter, toggleTone, type WorkFilters } from './filters.ts'
import { texts } from './texts.ts'

interface Props {
  readonly filters: WorkFilters
  readonly change: (next: WorkFilters) => void
  readonly counts: { overdue: number; soon: number; open: number } | undefined
  readonly items: readonly ApplicationRow[]
}

/** Counts that filter when clicked, then scope, town, state and a search field; all of it stands in the address. */
export function FilterBar({ filters, change, counts, items }: Props) {
  const t = texts.useTexts()
  const towns = useTowns()
  return (
    <div className="filter-bar">
      <Counts filters={filters} change={change} counts={counts} />
      <Segmented
        aria-label={t('view')}
        value={filters.view}
        options={(['mine', 'all', 'done'] as const).map(value => ({ value, label: t(`view.${value}`) }))}
        onChange={view => change(changeFilter(filters, 'view', view))}
      />
      <Select
        aria-label={t('town')}
        className="filter-select"
        value={filters.town ?? ''}
        options={[{ value: '', label: t('anyTown') }, ...towns.map(town => ({ value: town.code, label: town.name }))]}
        onChange={town => change(changeFilter(filters, 'town', town))}
      />
      <Select
        aria-label={t('state')}
        className="filter-select"
        value={filters.state ?? ''}
        options={[{ value: '', label: t('anyState') }, ...statesIn(items, filters.state)]}
        onChange={state => change(changeFilter(filters, 'state', state))}
      />
      <Input.Search
        aria-label={t('search')}
        className="filter-search"
        placeholder={t('search')}
        allowClear
        maxLength={60}
        defaultValue={filters.search ?? ''}
        key={filters.search ?? ''}
        onSearch={search => change(changeFilter(filters, 'search', search.trim()))}
      />
    </div>
  )
}

/** The states that occur, with the names the server gives them: the page keeps no second list of states. */
function statesIn(items: readonly ApplicationRow[], chosen: string | undefined) {
  const labels = new Map(items.map(row => [row.state, row.stateLabel]))
  if (chosen !== undefined && !labels.has(chosen)) labels.set(chosen, chosen)
  return [...labels].map(([value, label]) => ({ value, label }))
}

function Counts({ filters, change, counts }: Omit<Props, 'items'>) {
  const t = texts.useTexts()
  const tones = ['overdue', 'soon'] as const satisfies ClockTone[]
  return (
    <fieldset className="counts">
      <legend className="visually-hidden">{t('counts.label')}</legend>
      {tones.map(tone => (
        <button
          key={tone}
          type="button"
          className={`count tone-${tone}`}
          aria-pressed={filters.tone === tone}
          onClick={() => change(toggleTone(filters, tone))}
        >
          <strong>{counts === undefined ? '–' : formatCount(counts[tone])}</strong>
          <span>
            <span aria-hidden="true">{tone === 'overdue' ? '▲' : '◆'}</span> {t(`clock.${tone}`)}
          </span>
        </button>
      ))}
      <button
        type="button"
        className="count tone-calm"
        aria-pressed={filters.tone === undefined}
        onClick={() => change(changeFilter(filters, 'tone', undefined))}
      >
        <strong>{counts === undefined ? '–' : formatCount(counts.open)}</strong>
        <span>
          <span aria-hidden="true">●</span> {t('open')}
        </span>
      </button>
    </fieldset>
  )
}
