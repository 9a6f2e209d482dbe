import { type FormEvent, useEffect, useId, useState } from 'react'
import { type Progress, progressRoutes as routes } from '#contract/licensing'
import { call, Problem } from '../../shared/api.ts'
import { formatDay, formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { Page } from '../app/page.tsx'
import './progress.css'
import { Rating } from './rating.tsx'
import { texts } from './texts.ts'

type Answer =
  | { kind: 'none' | 'asking' }
  | { kind: 'wrong'; words: string }
  | { kind: 'here'; progress: Progress; code: string }

/**
 * 办件进度: two fields, and then how far it is; nothing of it stays in the address or the browser. The link of an SMS brings
 * both behind the #, which no server sees, and which is taken out of the address at once.
 */
export default function ProgressPage() {
  const t = texts.useTexts()
  const [answer, setAnswer] = useState<Answer>({ kind: 'none' })
  const look = async (applicationNo: string, code: string) => {
    if (applicationNo === '' || code === '') return setAnswer({ kind: 'wrong', words: t('missing') })
    setAnswer({ kind: 'asking' })
    try {
      const progress = await call(routes.progress, { params: { applicationNo }, query: { code } })
      setAnswer({ kind: 'here', progress, code })
    } catch (error) {
      const { title, next } = error instanceof Problem ? error : { title: '', next: '' }
      setAnswer({ kind: 'wrong', words: t('failed', { title, next }) })
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is read once, when the page opens
  useEffect(() => {
    const [, number, code] = /^#(R\d{8}-\d{6,})\.([0-9A-Z]{6})$/.exec(location.hash) ?? []
    if (number === undefined || code === undefined) return
    history.replaceState(null, '', location.pathname + location.search)
    void look(number, code)
  }, [])
  return (
    <Page title={t('title')}>
      {answer.kind === 'here' ? (
        <>
          <Found progress={answer.progress} />
          <Rating applicationNo={answer.progress.applicationNo} code={answer.code} rated={answer.progress.rated} />
          <div className="buttons">
            <button type="button" className="act" onClick={() => setAnswer({ kind: 'none' })}>
              {t('again')}
            </button>
          </div>
        </>
      ) : (
        <AskForm answer={answer} look={look} />
      )}
    </Page>
  )
}

function AskForm({ answer, look }: { answer: Answer; look: (no: string, code: string) => Promise<void> }) {
  const t = texts.useTexts()
  const id = useId()
  const [number, setNumber] = useState('')
  const [code, setCode] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void look(number.trim(), code.trim())
  }
  return (
    <form className="progress-form" onSubmit={submit} noValidate>
      <p>{t('intro')}</p>
      <label htmlFor={`${id}-no`}>{t('number')}</label>
      <input
        id={`${id}-no`}
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={40}
        placeholder={t('numberHint')}
        value={number}
        onChange={event => setNumber(event.target.value)}
      />
      <label htmlFor={`${id}-code`}>{t('code')}</label>
      <input
        id={`${id}-code`}
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={12}
        value={code}
        onChange={event => setCode(event.target.value)}
      />
      {answer.kind === 'wrong' ? (
        <p className="wrong" role="alert">
          {answer.words}
        </p>
      ) : null}
      <div className="buttons">
        <button type="submit" className="act" disabled={answer.kind === 'asking'}>
          {t(answer.kind === 'asking' ? 'asking' : 'ask')}
        </button>
      </div>
    </form>
  )
}

function Found({ progress }: { progress: Progress }) {
  const t = texts.useTexts()
  const { dueOn, nextStep } = progress
  return (
    <dl className="progress-facts" aria-live="polite">
      <dt>{t('state')}</dt>
      <dd>
        <strong>{pick(progress.stateLabel, progress.stateLabelEn)}</strong>
      </dd>
      <dt>{t('service')}</dt>
      <dd>
        {pick(progress.serviceLabel, progress.serviceLabelEn)} · {progress.applicationNo}
      </dd>
      <dt>{t('received')}</dt>
      <dd>{formatInstant(progress.receivedAt)}</dd>
      {dueOn === null ? null : (
        <>
          <dt>{t('due', { label: pick(progress.dueLabel ?? '', progress.dueLabelEn ?? '') })}</dt>
          <dd>{formatDay(dueOn)}</dd>
        </>
      )}
      {nextStep === null ? null : (
        <>
          <dt>{t('next')}</dt>
          <dd>{pick(nextStep, progress.nextStepEn ?? nextStep)}</dd>
        </>
      )}
    </dl>
  )
}
