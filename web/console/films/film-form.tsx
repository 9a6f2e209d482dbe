import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { audienceWords, type FilmDeskLine, type FilmInput, filmRoutes as routes } from '#contract/outreach'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { CitesField } from '../app/cites-field.tsx'
import { FileField } from '../app/file-field.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useBank } from '../quiz/use-quiz.ts'
import { texts } from './texts.ts'
import { filmsKey } from './use-films.ts'

const empty: FilmInput = {
  ...{ title: '', about: '', series: '', episode: 1, audience: 'public', itemId: null },
  cites: [{ instrument: 'ZMF', article: 0 }],
}
const lines = { title: 60, about: 400, series: 40 } as const
const audiences = Object.keys(audienceWords) as (keyof typeof audienceWords)[]

/** The words of a film: a new one, or one that is being changed with its captions. */
export function FilmForm({ film, done }: { film?: FilmDeskLine; done?: () => void }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const id = useId()
  const queries = useQueryClient()
  const [fields, setFields] = useState<FilmInput>(film ? fieldsOf(film) : empty)
  const [captions, setCaptions] = useState(film?.captions ?? '')
  const set = (change: Partial<FilmInput>) => setFields({ ...fields, ...change })
  const save = useMutation({
    mutationFn: async () => {
      if (!film) return void (await call(routes.planFilm, { body: fields }))
      const body = { event: 'edit' as const, version: film.version, fields, captions }
      await call(routes.stepFilm, { params: { id: film.id }, body })
    },
    onSuccess: () => {
      if (!film) setFields(empty)
      done?.()
      return queries.invalidateQueries({ queryKey: filmsKey })
    },
  })
  const whole =
    fields.title.trim().length > 1 && fields.about.trim().length > 3 && fields.cites.every(({ article }) => article > 0)
  return (
    <section className="card film-form" aria-label={t(film ? 'edit' : 'plan')}>
      <h2>{t(film ? 'edit' : 'plan')}</h2>
      {(['title', 'about', 'series'] as const).map(name => (
        <div key={name} className="field">
          <label htmlFor={`${id}-${name}`}>{t(`field.${name}`)}</label>
          <Input
            id={`${id}-${name}`}
            maxLength={lines[name]}
            value={fields[name]}
            onChange={event => set({ [name]: event.target.value })}
          />
        </div>
      ))}
      <div className="field">
        <label htmlFor={`${id}-episode`}>{t('field.episode')}</label>
        <Input
          id={`${id}-episode`}
          inputMode="numeric"
          className="film-number"
          maxLength={3}
          value={String(fields.episode)}
          onChange={event => set({ episode: Math.max(1, Number(event.target.value.replace(/\D/gu, ''))) })}
        />
      </div>
      <fieldset className="field">
        <legend>{t('field.audience')}</legend>
        <Radio.Group
          value={fields.audience}
          onChange={event => set({ audience: event.target.value as FilmInput['audience'], itemId: null })}
          options={audiences.map(value => ({
            value,
            label: pick(audienceWords[value].zh, audienceWords[value].en, language),
          }))}
        />
      </fieldset>
      <CitesField cites={fields.cites} set={cites => set({ cites: cites.map(cite => ({ ...cite })) })} />
      <QuestionField fields={fields} set={set} />
      {film ? <CaptionsField captions={captions} set={setCaptions} /> : null}
      <div className="step-buttons">
        <Button type="primary" disabled={!whole} loading={save.isPending} onClick={() => save.mutate()}>
          {t('save')}
        </Button>
        {done ? <Button onClick={done}>{t('cancelEdit')}</Button> : null}
      </div>
      {save.isError ? <FailedToLoad error={save.error} retry={() => save.mutate()} /> : null}
    </section>
  )
}

/** 片后一题: a released question that is meant for these viewers. */
function QuestionField({ fields, set }: { fields: FilmInput; set: (change: Partial<FilmInput>) => void }) {
  const t = texts.useTexts()
  const id = useId()
  const bank = useBank()
  const fitting = (bank.data?.items ?? []).filter(
    item => item.state === 'released' && item.audiences.includes(fields.audience),
  )
  return (
    <div className="field">
      <label htmlFor={`${id}-item`}>{t('field.item')}</label>
      <Select
        id={`${id}-item`}
        aria-label={t('field.item')}
        className="film-question"
        allowClear
        placeholder={t('noItem')}
        showSearch={{ optionFilterProp: 'label' }}
        value={fields.itemId}
        onChange={itemId => set({ itemId: itemId ?? null })}
        options={fitting.map(item => ({ value: item.id, label: `${item.question}（${item.citation}）` }))}
      />
    </div>
  )
}

function CaptionsField({ captions, set }: { captions: string; set: (captions: string) => void }) {
  const t = texts.useTexts()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={`${id}-captions`}>{t('captions')}</label>
      <Input.TextArea
        id={`${id}-captions`}
        rows={5}
        maxLength={200_000}
        placeholder={t('captions.example')}
        value={captions}
        onChange={event => set(event.target.value)}
      />
      <FileField label={t('captions.file')} accept=".vtt,text/vtt" onFiles={([file]) => void file?.text().then(set)} />
    </div>
  )
}

const fieldsOf = ({ title, about, series, episode, audience, cites, itemId }: FilmDeskLine): FilmInput => ({
  ...{ title, about, series, episode, audience, itemId },
  cites: [...cites],
})
