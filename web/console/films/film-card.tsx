import { Button } from 'antd'
import { useState } from 'react'
import {
  audienceWords,
  checksFor,
  type FilmDeskLine,
  filmMoves,
  filmRoutes,
  type PictureCheckName,
} from '#contract/outreach'
import { addressOf } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { Playback } from '../live/playback.tsx'
import { Withdraw } from '../live/withdraw.tsx'
import { LookedList } from '../pictures/looked-list.tsx'
import { PictureCard } from '../pictures/picture-card.tsx'
import { PictureForm } from '../pictures/picture-form.tsx'
import { FilmForm } from './film-form.tsx'
import { texts } from './texts.ts'
import { type UploadLimits, UploadPart } from './upload-part.tsx'
import { filmsKey, useFilmStep } from './use-films.ts'

interface Props {
  readonly film: FilmDeskLine
  readonly limits: UploadLimits
}

/** One film: what it is, its file, its cover, and what can be done with it now. */
export function FilmCard({ film, limits }: Props) {
  const t = texts.useTexts()
  const language = useLanguage()
  const [editing, setEditing] = useState(false)
  const { title, about, state, series, episode, views, answers, right } = film
  const audience = pick(audienceWords[film.audience].zh, audienceWords[film.audience].en, language)
  const basis = film.citations.join(language === 'zh' ? '、' : ', ')
  if (editing) return <FilmForm film={film} done={() => setEditing(false)} />
  const open = state === 'draft' || state === 'ready'
  const source = (file: string) => addressOf(filmRoutes.filmFile.url, { id: film.id, file })
  return (
    <section className="card film-card" aria-label={title}>
      <h2>{title}</h2>
      <p>
        <strong>{t(state)}</strong> · {series === '' ? t('alone') : t('ofSeries', { series, episode })} · {audience} ·{' '}
        {basis}
      </p>
      <p>{about}</p>
      {film.reason ? <p className="quiet">{film.reason}</p> : null}
      {state === 'released' ? <p>{t('counted', { views, answers, right })}</p> : null}
      {film.seconds === null ? null : (
        <Playback
          source={source('index.m3u8')}
          captions={film.captions === null ? undefined : source('captions.vtt')}
          label={t('watch', { seconds: film.seconds })}
        />
      )}
      {film.captions === null && state !== 'withdrawn' ? <p className="tone-soon">{t('noCaptions')}</p> : null}
      {open || state === 'encoding' ? <UploadPart film={film} limits={limits} /> : null}
      {state === 'withdrawn' ? null : <Cover film={film} />}
      <Steps film={film} edit={() => setEditing(true)} />
    </section>
  )
}

function Cover({ film }: { film: FilmDeskLine }) {
  const t = texts.useTexts()
  const { cover } = film
  return (
    <>
      <h3>{t('cover')}</h3>
      {cover ? (
        <PictureCard
          key={cover.id + cover.state}
          picture={cover}
          checks={checksFor(film.audience)}
          queryKey={filmsKey}
          alone={film.state === 'released'}
        />
      ) : (
        <p className="quiet">{t('cover.frame')}</p>
      )}
      <details>
        <summary>{t('cover.send')}</summary>
        <PictureForm about={{ kind: 'film', id: film.id }} queryKey={filmsKey} />
      </details>
    </>
  )
}

function Steps({ film, edit }: { film: FilmDeskLine; edit: () => void }) {
  const t = texts.useTexts()
  const checks = checksFor(film.audience)
  const [looked, setLooked] = useState<readonly PictureCheckName[]>([])
  const step = useFilmStep(film)
  const may = (event: string) => film.state !== 'withdrawn' && Object.hasOwn(filmMoves[film.state], event)
  const releasable = may('release') && !film.mine && film.captions !== null
  return (
    <>
      {may('release') && film.mine ? <p className="quiet small">{t('release.mine')}</p> : null}
      {releasable ? <LookedList checks={checks} looked={looked} look={setLooked} /> : null}
      <div className="step-buttons">
        {may('release') ? (
          <Button
            type="primary"
            disabled={!releasable || looked.length < checks.length}
            loading={step.isPending}
            onClick={() => step.mutate({ event: 'release', looked: [...looked] })}
          >
            {t('release')}
          </Button>
        ) : null}
        {may('edit') ? <Button onClick={edit}>{t('edit')}</Button> : null}
        {may('withdraw') ? <Withdraw send={reason => step.mutate({ event: 'withdraw', reason })} /> : null}
      </div>
      {step.isError ? <FailedToLoad error={step.error} retry={() => step.reset()} /> : null}
    </>
  )
}
