import { type FormEvent, useId, useState } from 'react'
import { hrefOf, paths } from '../app/address.ts'
import { PhotoReader } from './photo-reader.tsx'
import { readQuestion } from './question.ts'
import { texts } from './texts.ts'

type Wrong = 'damaged' | 'unreadable'

/** Typing or pasting instead of scanning. The text goes behind `#`, so that reload and 返回 work and no server log sees it. */
export function AskForm({ wrong: given }: { wrong: Wrong | undefined }) {
  const t = texts.useTexts()
  const id = useId()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<Wrong | undefined>(given)
  const ask = (given: string) => {
    const question = readQuestion(given)
    if (question.kind === 'number') location.hash = question.licenceNo
    else if (question.kind === 'token') location.assign(`${hrefOf(paths.verify).split('#')[0]}#${tokenIn(given)}`)
    else setWrong(question.kind === 'damaged' ? 'damaged' : 'unreadable')
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask(text)
  }
  return (
    <form onSubmit={submit} noValidate>
      <p>{t('intro')}</p>
      <label htmlFor={id}>{t('field')}</label>
      <textarea
        id={id}
        rows={2}
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        value={text}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong === undefined ? undefined : `${id}-wrong`}
        onChange={event => setText(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Enter') submit(event)
        }}
      />
      {wrong === undefined ? null : (
        <p id={`${id}-wrong`} className="wrong" role="alert">
          {t(wrong)}
        </p>
      )}
      <div className="buttons">
        <button type="submit" className="act">
          {t('submit')}
        </button>
        <PhotoReader found={ask} />
      </div>
    </form>
  )
}

const tokenIn = (text: string): string => /YZT1\.[A-Za-z0-9_.-]+/u.exec(text)?.[0] ?? ''
