import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { type EventKind, eventKinds, eventRoutes as routes } from '#contract/outreach'
import { byVillageMetres, type Pin } from '../../services/place/pin.ts'
import { PlacePicker } from '../../services/place/place-picker.tsx'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useTowns } from '../app/use-towns.ts'
import type { Proposal } from './events-page.tsx'
import { SchoolField } from './school-field.tsx'
import { texts } from './texts.ts'
import { eventsKey, reachKey, schoolsKey, useSchools } from './use-events.ts'

const kinds = Object.keys(eventKinds) as EventKind[]

/** One event: what, where, when, with which materials. A proposal fills in the place. */
export function PlanForm({ wanted }: { wanted: Proposal | undefined }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const id = useId()
  const queries = useQueryClient()
  const towns = useTowns()
  const schools = useSchools()
  const [kind, setKind] = useState<EventKind>('village')
  const [words, setWords] = useState({
    title: '',
    place: wanted?.address ?? '',
    plannedOn: '',
    startsAt: '09:30',
    materials: '',
  })
  const [town, setTown] = useState(wanted?.town)
  const [school, setSchool] = useState<string | null>(null)
  const [pin, setPin] = useState<Pin | undefined>(
    wanted ? { ...wanted.position, accuracyMetres: byVillageMetres } : undefined,
  )
  const [missing, setMissing] = useState(false)
  const plan = useMutation({
    mutationFn: (body: Parameters<typeof call<typeof routes.planEvent>>[1]['body']) => call(routes.planEvent, { body }),
    onSuccess: async () => {
      setWords({ title: '', place: '', plannedOn: '', startsAt: '09:30', materials: '' })
      await queries.invalidateQueries({ queryKey: eventsKey })
      await queries.invalidateQueries({ queryKey: reachKey })
      await queries.invalidateQueries({ queryKey: schoolsKey })
    },
  })
  const send = () => {
    const { title, plannedOn, startsAt } = words
    const where = whereOf()
    const whole = title.trim().length > 1 && plannedOn !== '' && startsAt !== ''
    setMissing(!whole || where === undefined)
    if (!whole || where === undefined) return
    const materials = words.materials
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean)
    plan.mutate({ kind, title, plannedOn, startsAt, materials, ...where })
  }
  /** A school lies where the register has it; anywhere else needs town, place and pin. */
  const whereOf = () => {
    const listed = schools.data?.items.find(({ id: known }) => known === school)
    if (kind === 'school')
      return listed && { town: listed.town, place: listed.name, position: listed.position, schoolId: listed.id }
    if (pin === undefined || town === undefined || words.place.trim().length < 2) return undefined
    return { town, place: words.place, position: { lng: pin.lng, lat: pin.lat }, schoolId: null }
  }
  const line = (name: 'title' | 'place', label: 'name' | 'place', most: number) => (
    <div className="field">
      <label htmlFor={`${id}-${name}`}>{t(label)}</label>
      <Input
        id={`${id}-${name}`}
        maxLength={most}
        value={words[name]}
        onChange={event => setWords({ ...words, [name]: event.target.value })}
      />
    </div>
  )
  return (
    <section className="card" id="plan-event" aria-label={t('plan')}>
      <h2>{t('plan')}</h2>
      <fieldset className="field">
        <legend>{t('kind')}</legend>
        <Radio.Group
          value={kind}
          onChange={event => setKind(event.target.value as EventKind)}
          options={kinds.map(value => ({ value, label: pick(eventKinds[value].zh, eventKinds[value].en, language) }))}
        />
      </fieldset>
      {line('title', 'name', 60)}
      {kind === 'school' ? (
        <SchoolField school={school} choose={setSchool} />
      ) : (
        <>
          <div className="field">
            <label htmlFor={`${id}-town`}>{t('town')}</label>
            <Select
              id={`${id}-town`}
              aria-label={t('town')}
              className="filter-select"
              value={town}
              onChange={setTown}
              options={towns.map(({ code, name }) => ({ value: code, label: name }))}
            />
          </div>
          {line('place', 'place', 80)}
          <PlacePicker pin={pin} onPin={setPin} town={town} address={words.place} locates={false} />
        </>
      )}
      <div className="events-fields">
        {(['plannedOn', 'startsAt'] as const).map(name => (
          <div key={name} className="field">
            <label htmlFor={`${id}-${name}`}>{t(name === 'plannedOn' ? 'day' : 'time')}</label>
            <Input
              id={`${id}-${name}`}
              type={name === 'plannedOn' ? 'date' : 'time'}
              className="day-field"
              value={words[name]}
              onChange={event => setWords({ ...words, [name]: event.target.value })}
            />
          </div>
        ))}
      </div>
      <div className="field">
        <label htmlFor={`${id}-materials`}>
          {t('materials')}（{t('materials.help')}）
        </label>
        <Input.TextArea
          id={`${id}-materials`}
          rows={3}
          maxLength={600}
          value={words.materials}
          onChange={event => setWords({ ...words, materials: event.target.value })}
        />
      </div>
      {missing ? (
        <p className="missing" role="alert">
          {t('incomplete')}
        </p>
      ) : null}
      <Button type="primary" loading={plan.isPending} onClick={send}>
        {t('planDo')}
      </Button>
      {plan.isError ? <FailedToLoad error={plan.error} retry={send} /> : null}
    </section>
  )
}
