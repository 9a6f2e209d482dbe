import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { type ActionKind, actionKinds, type Point, actionRoutes as routes } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { Refused } from '../app/refused.tsx'
import { texts } from './action-texts.ts'
import { AreaField } from './area-field.tsx'
import { type Group, GroupFields } from './group-fields.tsx'
import { type Phase, PhaseFields } from './phase-fields.tsx'

const instant = (local: string): string => `${local}:00+08:00`

/** 拟定方案: what, when, where, who with which duty, in which phases. What was entered stays when the server says no. */
export function PlanAction({ close }: { close: () => void }) {
  const t = texts.useTexts()
  const id = useId()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [kind, setKind] = useState<ActionKind>('planned')
  const [words, setWords] = useState({ title: '', purpose: '', startsAt: '', endsAt: '' })
  const [lead, setLead] = useState('')
  const [planners, setPlanners] = useState<readonly string[]>([])
  const [area, setArea] = useState<readonly Point[]>([])
  const [groups, setGroups] = useState<readonly Group[]>([])
  const [phases, setPhases] = useState<readonly Phase[]>([])
  const choices = useQuery({ queryKey: ['actionChoices'], queryFn: ({ signal }) => call(routes.choices, { signal }) })
  const { agencies = [], staff = [] } = choices.data ?? {}
  const send = useMutation({
    mutationFn: () =>
      call(routes.planAction, {
        body: {
          ...{ kind, title: words.title, purpose: words.purpose, leadAgency: lead || null, planners: [...planners] },
          ...{ startsAt: instant(words.startsAt), endsAt: instant(words.endsAt) },
          area: area.map(([lng, lat]): [number, number] => [lng, lat]),
          members: groups.map(({ agencyId, name, duty, people }) => ({
            ...{ agencyId: agencyId || null, name, duty },
            staff: agencyId === '' ? [...people] : [],
            contacts: agencyId === '' ? [] : [...people],
          })),
          phases: phases.map(({ title, plannedAt }) => ({ title, plannedAt: instant(plannedAt) })),
        },
      }),
    onSuccess: ({ id: made }) => {
      void queries.invalidateQueries({ queryKey: ['jointActions'] })
      void navigate({ to: '/joint-actions/$id', params: { id: made } })
    },
  })
  const field = (key: keyof typeof words, type = 'text') => {
    const label = { title: t('name'), purpose: t('purpose'), startsAt: t('starts'), endsAt: t('ends') }[key]
    return (
      <div className="field grow">
        <label htmlFor={id + key}>{label}</label>
        <Input
          id={id + key}
          type={type}
          maxLength={key === 'purpose' ? 500 : 60}
          value={words[key]}
          onChange={event => setWords({ ...words, [key]: event.target.value })}
        />
      </div>
    )
  }
  const { title, purpose, startsAt, endsAt } = words
  const whole = title.trim().length > 1 && purpose.trim().length > 5 && startsAt !== '' && endsAt !== ''
  return (
    <form
      className="card coop-form"
      aria-label={t('plan')}
      onSubmit={event => {
        event.preventDefault()
        send.mutate()
      }}
    >
      <div className="coop-row">
        <div className="field grow">
          <label htmlFor={`${id}kind`}>{t('kind')}</label>
          <Select
            id={`${id}kind`}
            value={kind}
            onChange={setKind}
            options={Object.entries(actionKinds).map(([value, { zh, en }]) => ({ value, label: pick(zh, en) }))}
          />
        </div>
        {field('title')}
        <div className="field grow">
          <label htmlFor={`${id}lead`}>{t('lead')}</label>
          <Select
            id={`${id}lead`}
            value={lead}
            onChange={setLead}
            options={[{ value: '', label: t('bureau') }, ...agencies.map(one => ({ value: one.id, label: one.name }))]}
          />
        </div>
      </div>
      {field('purpose')}
      <div className="coop-row">
        {field('startsAt', 'datetime-local')}
        {field('endsAt', 'datetime-local')}
      </div>
      <div className="field">
        <label htmlFor={`${id}planners`}>{t('planners')}</label>
        <Select
          id={`${id}planners`}
          mode="multiple"
          optionFilterProp="label"
          value={[...planners]}
          onChange={setPlanners}
          options={staff.map(one => ({ value: one.id, label: one.name }))}
        />
      </div>
      <AreaField area={area} setArea={setArea} />
      <GroupFields groups={groups} setGroups={setGroups} agencies={agencies} staff={staff} />
      <PhaseFields phases={phases} setPhases={setPhases} />
      <div className="coop-row">
        <Button type="primary" htmlType="submit" disabled={!whole} loading={send.isPending}>
          {t('create')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
      <Refused error={send.error} />
    </form>
  )
}
