import { type FormEvent, useId, useState } from 'react'
import { webRoutes as routes } from '#contract/access'
import { callFromPortal, type Problem } from '../../shared/api.ts'
import { DemoPhone } from './demo-phone.tsx'
import { ProblemNote, problemIn } from './problem-note.tsx'
import { texts } from './texts.ts'
import { setVisitor } from './visitor.ts'

interface Asked {
  challengeId: string
  minutes: number
}

const digitsOf = (text: string) => text.normalize('NFKC').replace(/\D/gu, '')

/** 短信验证码: the number, then the code; the page says the same whether the number is on record or not. */
export function CodeForm() {
  const t = texts.useTexts()
  const id = useId()
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [asked, setAsked] = useState<Asked>()
  const [problem, setProblem] = useState<Problem>()
  const [short, setShort] = useState(false)
  const [busy, setBusy] = useState(false)
  const run = async (work: () => Promise<void>) => {
    setBusy(true)
    setProblem(undefined)
    await work().catch(error => setProblem(problemIn(error)))
    setBusy(false)
  }
  const getCode = () =>
    run(async () => {
      setAsked(await callFromPortal(routes.askSignInCode, { body: { phone } }))
      setCode('')
    })
  const signIn = () =>
    run(async () => {
      setShort(code.length !== 6)
      if (code.length !== 6 || asked === undefined) return
      setVisitor(await callFromPortal(routes.signInByCode, { body: { challengeId: asked.challengeId, code } }))
    })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void (asked === undefined ? getCode() : signIn())
  }
  return (
    <section className="way">
      <h2>{t('byCode')}</h2>
      <form className="way-form" onSubmit={submit} noValidate>
        <label htmlFor={`${id}-phone`}>{t('phone')}</label>
        <input
          id={`${id}-phone`}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          maxLength={20}
          value={phone}
          readOnly={asked !== undefined}
          onChange={event => setPhone(event.target.value)}
        />
        {asked === undefined ? null : (
          <>
            <p role="status">{t('sent', { minutes: asked.minutes })}</p>
            <label htmlFor={`${id}-code`}>{t('code')}</label>
            <input
              id={`${id}-code`}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={8}
              value={code}
              onChange={event => setCode(digitsOf(event.target.value))}
            />
            {short ? (
              <p className="wrong" role="alert">
                {t('codeShape')}
              </p>
            ) : null}
          </>
        )}
        <ProblemNote problem={problem} />
        <div className="buttons">
          <button type="submit" className="act" disabled={busy || phone.trim() === ''}>
            {t(busy ? 'sending' : asked === undefined ? 'getCode' : 'signIn')}
          </button>
          {asked === undefined ? null : (
            <>
              <button type="button" className="act plain" disabled={busy} onClick={() => void getCode()}>
                {t('again')}
              </button>
              <button type="button" className="act plain" onClick={() => setAsked(undefined)}>
                {t('otherPhone')}
              </button>
            </>
          )}
        </div>
      </form>
      {document.documentElement.dataset['mode'] === 'demo' ? <DemoPhone phone={phone} onPhone={setPhone} /> : null}
    </section>
  )
}
