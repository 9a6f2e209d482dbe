import { Button } from 'antd'
import { useState } from 'react'
import { texts } from './action-texts.ts'
import { ChoiceField, SeveralField, TextField } from './field.tsx'

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
              aria-label={`${t('edit')} ${one.name}`}
              onClick={() => {
                setGroup(one)
                setGroups(groups.filter(other => other !== one))
              }}
            >
              {t('edit')}
            </Button>{' '}
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
        <TextField label={t('group')} max={40} value={group.name} set={name => setGroup({ ...group, name })} />
        <ChoiceField
          label={t('agency')}
          value={group.agencyId}
          set={agencyId => setGroup({ ...group, agencyId, people: [] })}
          options={[{ value: '', label: t('bureau') }, ...agencies.map(one => ({ value: one.id, label: one.name }))]}
        />
        <SeveralField
          label={t('people')}
          value={group.people}
          set={chosen => setGroup({ ...group, people: chosen })}
          options={people.map(one => ({ value: one.id, label: one.name }))}
        />
      </div>
      <div className="coop-row">
        <TextField label={t('duty')} max={200} value={group.duty} set={duty => setGroup({ ...group, duty })} />
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
