import { Input, Select } from 'antd'
import { useId } from 'react'
import { type ServiceCode, services } from '#contract/licensing'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { useTowns } from '../app/use-towns.ts'
import type { FigureChannel, FigureFilters } from './filters.ts'
import { texts } from './texts.ts'

interface Props {
  readonly filters: FigureFilters
  readonly period: { readonly from: string; readonly to: string }
  readonly change: (next: FigureFilters) => void
  /** Whether the figures know services and channels. */
  readonly service: boolean
}

const channels = ['terminal', 'online', 'window', 'helper'] as const satisfies readonly FigureChannel[]

/** Period, town, service, channel; all of it in the address. */
export function FigureFilterBar({ filters, period, change, service }: Props) {
  const t = texts.useTexts()
  const towns = useTowns()
  const set = (key: keyof FigureFilters, value: string) => {
    const { page: _, [key]: __, ...rest } = filters
    change(value === '' ? rest : { ...rest, [key]: value })
  }
  return (
    <div className="filter-bar">
      <Day label={t('from')} value={period.from} set={value => set('from', value)} />
      <Day label={t('to')} value={period.to} set={value => set('to', value)} />
      <Select
        aria-label={t('town')}
        className="filter-select"
        value={filters.town ?? ''}
        options={[{ value: '', label: t('anyTown') }, ...towns.map(({ code, name }) => ({ value: code, label: name }))]}
        onChange={value => set('town', value)}
      />
      {service && <ServiceFilters filters={filters} set={set} />}
    </div>
  )
}

function ServiceFilters({
  filters,
  set,
}: {
  filters: FigureFilters
  set: (key: 'service' | 'channel', value: string) => void
}) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <>
      <Select<string>
        aria-label={t('service')}
        className="filter-select"
        value={filters.service ?? ''}
        options={[
          { value: '', label: t('anyService') },
          ...Object.values(services).map(({ code, name }) => ({
            value: code,
            label: pick(name.zh, name.en, language),
          })),
        ]}
        onChange={value => set('service', value)}
      />
      <Select<string>
        aria-label={t('channel')}
        className="filter-select"
        value={filters.channel ?? ''}
        options={[
          { value: '', label: t('anyChannel') },
          ...channels.map(value => ({ value, label: t(`channel.${value}`) })),
        ]}
        onChange={value => set('channel', value)}
      />
    </>
  )
}

function Day({ label, value, set }: { label: string; value: string; set: (value: string) => void }) {
  const id = useId()
  return (
    <div className="filter-day">
      <label htmlFor={id}>{label}</label>
      <Input id={id} type="date" value={value} onChange={event => set(event.target.value)} />
    </div>
  )
}

/** The name of a service in the reader's language; a code the definitions do not know stays as it is. */
export function useServiceName(): (code: string) => string {
  const language = useLanguage()
  return code => {
    const service = Object.hasOwn(services, code) ? services[code as ServiceCode] : undefined
    return service ? pick(service.name.zh, service.name.en, language) : code
  }
}
