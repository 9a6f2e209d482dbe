import { useId } from 'react'
import { gradeLabels, grades, ratingReasons, reasonsFor } from '#contract/licensing'
import { Button } from '../../services/kit/button.tsx'
import { freshKey } from '../../shared/api.ts'
import { formatDay } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import type { PageProps } from '../frame/frame.tsx'
import { texts } from '../texts.ts'
import './rating-part.css'

/** 好差评 on the result: five equal targets, one touch for a good grade; "退出" beside it skips it as easily. */
export function RatingPart({ kiosk, send }: PageProps) {
  const t = texts.useTexts()
  const id = useId()
  const { rating } = kiosk.visit
  switch (rating.is) {
    case 'open':
      return (
        <section className="rating-part" aria-labelledby={id}>
          <h2 id={id}>{t('ratingTitle')}</h2>
          <div className="rating-row">
            {grades.map(grade => (
              <Button key={grade} kind="quiet" onPress={() => send({ is: 'gradeChosen', grade, key: freshKey() })}>
                {pick(gradeLabels[grade].zh, gradeLabels[grade].en)}
              </Button>
            ))}
          </div>
        </section>
      )
    case 'reasons':
      return (
        <section className="rating-part" aria-labelledby={id}>
          <h2 id={id}>{t('ratingWhy')}</h2>
          <div className="rating-row">
            {reasonsFor(rating.grade).map(reason => (
              <Button
                key={reason}
                kind="quiet"
                pressed={rating.reasons.includes(reason)}
                onPress={() => send({ is: 'reasonToggled', reason })}
              >
                {pick(ratingReasons[reason].zh, ratingReasons[reason].en)}
              </Button>
            ))}
            <Button onPress={() => send({ is: 'ratingConfirmed' })}>{t('ratingSend')}</Button>
          </div>
        </section>
      )
    case 'sending':
      return <p role="status">{t('ratingSending')}</p>
    case 'failed':
      return <p role="status">{t('ratingFailed')}</p>
    case 'given':
      return (
        <p role="status">
          {rating.followUpBy === null ? t('ratingThanks') : t('ratingCall', { day: formatDay(rating.followUpBy) })}
        </p>
      )
  }
}
