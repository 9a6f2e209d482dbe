import { useEffect, useRef } from 'react'
import { Button } from '../../services/kit/button.tsx'
import { useSpeech } from '../speech/use-speech.ts'
import { texts } from '../texts.ts'
import './countdown.css'

interface Props {
  seconds: number
  goOn: () => void
  exit: () => void
}

/** 倒计时: large, spoken, above everything; one button goes on. */
export function CountdownDialog({ seconds, goOn, exit }: Props) {
  const t = texts.useTexts()
  useSpeech('countdown')
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    // Enter goes on; by itself the browser would choose the first button, which ends the visit.
    dialog.current?.querySelector<HTMLElement>('.button-main')?.focus()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="countdown"
      aria-labelledby="countdown-title"
      onCancel={event => event.preventDefault()}
    >
      <h2 id="countdown-title">{t('countdownTitle')}</h2>
      <p className="countdown-seconds" aria-hidden="true">
        {seconds}
      </p>
      <p>{t('countdownText', { seconds })}</p>
      {/* Spoken at steps only: a number a second would drown everything. */}
      <p className="hidden-words" role="alert">
        {t('countdownText', { seconds: Math.ceil(seconds / 10) * 10 })}
      </p>
      <div className="countdown-actions">
        <Button onPress={exit}>{t('exit')}</Button>
        <Button kind="main" onPress={goOn}>
          {t('countdownGoOn')}
        </Button>
      </div>
    </dialog>
  )
}
