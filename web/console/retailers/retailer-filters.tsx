import { Input, Select } from 'antd'
import { useId } from 'react'
import { businessFormats, licenceStates } from '#contract/registry'
import { registerWord } from '../../shared/register-words.ts'
import { useTowns } from '../app/use-towns.ts'
import { stateTexts } from '../map/state-texts.ts'
import { changeRetailerFilter, type RetailerFilters } from './filters.ts'
import { texts } from './texts.ts'

interface Props {
  readonly filters: RetailerFilters
  readonly change: (next: RetailerFilters) => void
}

/** Search, town, state, format and "expiring before"; all of it in the address. */
export function RetailerFilterBar({ filters, change }: Props) {
  const t = texts.useTexts()
  const state = stateTexts.useTexts()
  const towns = useTowns()
  const dayId = useId()
  const set = <K extends keyof RetailerFilters>(key: K, value: RetailerFilters[K] | undefined) =>
    change(changeRetailerFilter(filters, key, value))
  return (
    <div className="filter-bar">
      <Input.Search
        aria-label={t('search')}
        className="filter-search"
        placeholder={t('search')}
        allowClear
        maxLength={60}
        defaultValue={filters.search ?? ''}
        key={filters.search ?? ''}
        onSearch={search => set('search', search.trim())}
      />
      <Select
        aria-label={t('town')}
        className="filter-select"
        value={filters.town ?? ''}
        options={[{ value: '', label: t('anyTown') }, ...towns.map(town => ({ value: town.code, label: town.name }))]}
        onChange={town => set('town', town)}
      />
      <Select
        aria-label={t('state')}
        className="filter-select"
        value={filters.state ?? ('' as const)}
        options={[
          { value: '' as const, label: t('anyState') },
          ...licenceStates.map(value => ({ value, label: state(value) })),
        ]}
        onChange={value => set('state', value === '' ? undefined : value)}
      />
      <Select
        aria-label={t('format')}
        className="filter-select"
        value={filters.format ?? ('' as const)}
        options={[
          { value: '' as const, label: t('anyFormat') },
          ...businessFormats.map(value => ({ value, label: registerWord(value) })),
        ]}
        onChange={value => set('format', value === '' ? undefined : value)}
      />
      {/* The browser's own calendar: accessible, in the reader's language, and a tenth of the console lighter than antd's. */}
      <div className="filter-day">
        <label htmlFor={dayId}>{t('expiresBefore')}</label>
        <Input
          id={dayId}
          type="date"
          value={filters.expiresBefore ?? ''}
          onChange={event => set('expiresBefore', event.target.value)}
        />
      </div>
    </div>
  )
}
