import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { texts } from './action-texts.ts'

export interface Group {
  /** '' is the bureau. */
  readonly agencyId: string
  readonly name: string
  readonly duty: string
  readonly people: readonly string[]
}

interface Person {
  readonly id: string
  readonly name: string
}

interface Props {
  readonly groups: readonly Group[]
  readonly setGroups: (groups: readonly Group[]) => void
  readonly agencies: readonly (Person & { readonly contacts: readonly Person[] })[]
  readonly staff: readonly Person[]
}

const empty: Group = { agencyId: '', name: '', duty: '', people: [] }

/** 分组和职责: one group of one agency, with its people and what it may do. */
export function GroupFields({ groups, setGroups, agencies, staff }: Props) {
  const t = texts.useTexts()
  const id = useId()
  const [group, setGroup] = useState(empty)
  const agencyName = (agencyId: string) => agencies.find(one => one.id === agencyId)?.name ?? t('bureau')
  const people = group.agencyId === '' ? staff : (agencies.find(one => one.id === group.agencyId)?.contacts ?? [])
  return (
    <section aria-label={t('groups')}>
      <h2>{t('groups')}</h2>
      <ul className="coop-list">
        {groups.map(one => (
          <li key={one.name}>
            {one.name} · {agencyName(one.agencyId)} · {one.duty}{' '}
            <Button
              size="small"
              aria-label={`${t('take')} ${one.name}`}
              onClick={() => setGroups(groups.filter(other => other !== one))}
            >
              {t('take')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="coop-row">
        <div className="field grow">
          <label htmlFor={`${id}name`}>{t('group')}</label>
          <Input
            id={`${id}name`}
            maxLength={40}
            value={group.name}
            onChange={event => setGroup({ ...group, name: event.target.value })}
          />
        </div>
        <div className="field grow">
          <label htmlFor={`${id}agency`}>{t('agency')}</label>
          <Select
            id={`${id}agency`}
            value={group.agencyId}
            onChange={agencyId => setGroup({ ...group, agencyId, people: [] })}
            options={[{ value: '', label: t('bureau') }, ...agencies.map(one => ({ value: one.id, label: one.name }))]}
          />
        </div>
        <div className="field grow">
          <label htmlFor={`${id}people`}>{t('people')}</label>
          <Select
            id={`${id}people`}
            mode="multiple"
            optionFilterProp="label"
            value={[...group.people]}
            onChange={chosen => setGroup({ ...group, people: chosen })}
            options={people.map(one => ({ value: one.id, label: one.name }))}
          />
        </div>
      </div>
      <div className="coop-row">
        <div className="field grow">
          <label htmlFor={`${id}duty`}>{t('duty')}</label>
          <Input
            id={`${id}duty`}
            maxLength={200}
            value={group.duty}
            onChange={event => setGroup({ ...group, duty: event.target.value })}
          />
        </div>
        <Button
          disabled={group.name.trim() === '' || group.duty.trim() === '' || groups.some(one => one.name === group.name)}
          onClick={() => {
            setGroups([...groups, { ...group, name: group.name.trim() }])
            setGroup(empty)
          }}
        >
          {t('add')} {t('group')}
        </Button>
      </div>
    </section>
  )
}
