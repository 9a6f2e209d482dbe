import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { type PictureCheckName, type PictureLine, pictureRoutes as routes } from '#contract/outreach'
import { addressOf, call } from '../../shared/api.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { LookedList } from './looked-list.tsx'
import './pictures.css'
import { texts } from './texts.ts'

interface Props {
  readonly picture: PictureLine
  readonly checks: readonly PictureCheckName[]
  readonly queryKey: readonly string[]
  /** A cover goes out with its film: it has no list of its own before. */
  readonly alone?: boolean
}

/** One picture: what was found in it, and the look of another person that makes it public. */
export function PictureCard({ picture, checks, queryKey, alone = true }: Props) {
  const t = texts.useTexts()
  return (
    <figure className="picture-card">
      <img src={addressOf(routes.pictureFile.url, { id: picture.id })} alt={picture.alt} />
      <figcaption>
        <p>
          {picture.alt} <span className="quiet small">{t(picture.state)}</span>
        </p>
        <p className="quiet small">
          {picture.codes.length > 0 ? t('codes', { codes: picture.codes.join('、') }) : t('noCodes')}{' '}
          {t(picture.redrawn ? 'redrawn' : 'stripped')}
        </p>
        <Steps picture={picture} checks={checks} queryKey={queryKey} alone={alone} />
      </figcaption>
    </figure>
  )
}

function Steps({ picture, checks, queryKey, alone }: Required<Props>) {
  const t = texts.useTexts()
  const id = useId()
  const queries = useQueryClient()
  const [looked, setLooked] = useState<readonly PictureCheckName[]>([])
  const [reason, setReason] = useState('')
  const step = useMutation({
    mutationFn: (event: 'release' | 'refuse' | 'withdraw') =>
      call(routes.stepPicture, { params: { id: picture.id }, body: { event, looked: [...looked], reason } }),
    onSuccess: () => queries.invalidateQueries({ queryKey }),
  })
  const waiting = picture.state === 'waiting'
  const away = waiting ? 'refuse' : 'withdraw'
  return (
    <>
      {waiting && picture.mine ? <p className="quiet small">{t('mine')}</p> : null}
      {waiting && alone && !picture.mine ? (
        <>
          <LookedList checks={checks} looked={looked} look={setLooked} />
          <div>
            <Button
              type="primary"
              disabled={looked.length < checks.length}
              loading={step.isPending}
              onClick={() => step.mutate('release')}
            >
              {t('release')}
            </Button>
          </div>
        </>
      ) : null}
      <div className="step-buttons">
        <label htmlFor={`${id}-reason`}>{t('reason')}</label>
        <Input
          id={`${id}-reason`}
          className="picture-reason"
          maxLength={300}
          value={reason}
          onChange={event => setReason(event.target.value)}
        />
        <Button disabled={reason.trim() === ''} onClick={() => step.mutate(away)}>
          {t(away)}
        </Button>
      </div>
      {step.isError ? <FailedToLoad error={step.error} retry={() => step.reset()} /> : null}
    </>
  )
}
