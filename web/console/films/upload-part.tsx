import { useMutation } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { useRef, useState } from 'react'
import type { FilmDeskLine } from '#contract/outreach'
import { FileField } from '../app/file-field.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { sendPieces } from './send-pieces.ts'
import { texts } from './texts.ts'
import { useFilmStep } from './use-films.ts'

/** What the server can take, and whether it can make films at all. */
export interface UploadLimits {
  readonly ffmpeg: boolean
  readonly megabytes: number
  readonly minutes: number
}

interface Props {
  readonly film: FilmDeskLine
  readonly limits: UploadLimits
}

/** 片源: sent piece by piece, then made into the film by the house; both can be stopped. */
export function UploadPart({ film, limits: { ffmpeg, megabytes, minutes } }: Props) {
  const t = texts.useTexts()
  const [file, setFile] = useState<File>()
  const [percent, setPercent] = useState(0)
  const stop = useRef<AbortController>(undefined)
  const step = useFilmStep(film)
  const send = useMutation({
    mutationFn: async (chosen: File) => {
      stop.current = new AbortController()
      setPercent(0)
      const sent = await sendPieces(film.id, chosen, { tell: setPercent, signal: stop.current.signal })
      await step.mutateAsync({ event: 'encode', file: sent })
    },
    onSettled: () => setFile(undefined),
  })
  if (film.state === 'encoding')
    return (
      <div className="film-upload">
        <p role="status">{t('encoding.now', { percent: film.progress })}</p>
        <Progress percent={film.progress} aria-label={t('encoding')} />
        <div>
          <Button loading={step.isPending} onClick={() => step.mutate({ event: 'cancel' })}>
            {t('cancel')}
          </Button>
        </div>
        {step.isError ? <FailedToLoad error={step.error} retry={() => step.reset()} /> : null}
      </div>
    )
  // The page says at its top that ffmpeg is missing: nobody sends a file that nothing becomes of.
  if (!ffmpeg) return null
  const tooLarge = file !== undefined && file.size > megabytes * 1_000_000
  const aborted = stop.current?.signal.aborted === true
  return (
    <div className="film-upload">
      {film.fault ? (
        <p className="missing" role="alert">
          {t(`fault.${film.fault}`, { minutes })}
        </p>
      ) : null}
      <FileField
        key={send.submittedAt}
        label={t(film.seconds === null ? 'file' : 'file.other')}
        accept="video/*,.mkv,.ts"
        onFiles={([chosen]) => setFile(chosen)}
      />
      <p className="quiet small">{t('file.help', { megabytes, minutes })}</p>
      {tooLarge ? (
        <p className="missing" role="alert">
          {t('file.tooLarge', { megabytes })}
        </p>
      ) : null}
      {send.isPending ? (
        <>
          <Progress percent={percent} aria-label={t('sending')} />
          <div>
            <Button onClick={() => stop.current?.abort()}>{t('send.stop')}</Button>
          </div>
        </>
      ) : (
        <div>
          <Button type="primary" disabled={file === undefined || tooLarge} onClick={() => file && send.mutate(file)}>
            {t('send')}
          </Button>
        </div>
      )}
      {send.isError && aborted ? <p role="status">{t('send.stopped')}</p> : null}
      {send.isError && !aborted ? <FailedToLoad error={send.error} retry={() => send.reset()} /> : null}
    </div>
  )
}
