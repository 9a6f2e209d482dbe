import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useId, useState } from 'react'
import { actionRoutes } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { Refused } from '../app/refused.tsx'
import { useTowns } from '../app/use-towns.ts'
import { TextField } from './field.tsx'
import { texts } from './texts.ts'

interface Asked {
  readonly agencyId: string | null
  readonly contactId: string | null
  readonly staffId: string | null
  readonly areaCode: string | null
  readonly aboutRef: string
  readonly words: string
  readonly dueOn: string
}

interface Props {
  readonly give: (asked: Asked) => Promise<unknown>
  readonly error: Error | null
  /** Whether a colleague may be named instead of an agency. */
  readonly withStaff: boolean
}

const empty = { agencyId: '', personId: '', areaCode: '', aboutRef: '', words: '', dueOn: '' }

/** 交办: to an agency and its contact or, where it may be, to a colleague. What was typed stays when the server says no. */
export function GiveForm({ give, error, withStaff }: Props) {
  const t = texts.useTexts()
  const id = useId()
  const towns = useTowns()
  const [asked, setAsked] = useState(empty)
  const [busy, setBusy] = useState(false)
  const choices = useQuery({
    queryKey: ['actionChoices'],
    queryFn: ({ signal }) => call(actionRoutes.choices, { signal }),
  })
  const { agencies = [], staff = [] } = choices.data ?? {}
  const bureau = asked.agencyId === 'bureau'
  const people = bureau ? staff : (agencies.find(one => one.id === asked.agencyId)?.contacts ?? [])
  const set = (change: Partial<typeof empty>) => setAsked({ ...asked, ...change })
  const submit = async () => {
    setBusy(true)
    const { agencyId, personId, areaCode, ...rest } = asked
    await give({
      ...rest,
      agencyId: bureau ? null : agencyId,
      contactId: bureau ? null : personId || null,
      staffId: bureau ? personId || null : null,
      areaCode: areaCode || null,
    })
      .then(() => setAsked(empty))
      .catch(() => undefined)
    setBusy(false)
  }
  const choose = (
    key: 'agencyId' | 'personId' | 'areaCode',
    label: string,
    options: { value: string; label: string }[],
  ) => (
    <div className="field grow">
      <label htmlFor={`${id}${key}`}>{label}</label>
      <Select
        id={`${id}${key}`}
        showSearch
        allowClear
        optionFilterProp="label"
        value={asked[key] || null}
        onChange={value => set(key === 'agencyId' ? { agencyId: value ?? '', personId: '' } : { [key]: value ?? '' })}
        options={options}
      />
    </div>
  )
  return (
    <form
      className="coop-form"
      aria-label={t('decide')}
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <h2>{t('decide')}</h2>
      <div className="coop-row">
        {choose('agencyId', t('owner'), [
          ...(withStaff ? [{ value: 'bureau', label: t('bureau') }] : []),
          ...agencies.map(one => ({ value: one.id, label: one.name })),
        ])}
        {choose(
          'personId',
          t('person'),
          people.map(one => ({ value: one.id, label: one.name })),
        )}
        {choose(
          'areaCode',
          t('task.town'),
          towns.map(({ code, name }) => ({ value: code, label: name })),
        )}
      </div>
      <TextField label={t('task.words')} max={500} value={asked.words} set={words => set({ words })} />
      <div className="coop-row">
        <TextField label={t('task.due')} type="date" max={10} value={asked.dueOn} set={dueOn => set({ dueOn })} />
        <TextField label={t('task.about')} max={40} value={asked.aboutRef} set={aboutRef => set({ aboutRef })} />
      </div>
      <p>
        <Button
          htmlType="submit"
          loading={busy}
          disabled={asked.agencyId === '' || asked.words.trim().length < 2 || asked.dueOn === ''}
        >
          {t('give')}
        </Button>
      </p>
      <Refused error={error} />
    </form>
  )
}
