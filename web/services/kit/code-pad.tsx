import { useId } from 'react'
import { kitTexts } from './texts.ts'
import './number-pad.css'
import './code-pad.css'

interface Props {
  label: string
  /** The characters that a code may hold, in the order of the keys. */
  letters: readonly string[]
  length: number
  typed: string
  error: string | undefined
  onChange: (typed: string) => void
}

/** 字母数字键盘 for a code: only characters that a code can hold have a key; a plugged-in keyboard may fill the field too. */
export function CodePad({ label, letters, length, typed, error, onChange }: Props) {
  const t = kitTexts.useTexts()
  const id = useId()
  const change = (text: string) =>
    onChange(
      [...text.toUpperCase()]
        .filter(letter => letters.includes(letter))
        .join('')
        .slice(0, length),
    )
  return (
    <div className="number-pad code-pad">
      <label htmlFor={id}>{label}</label>
      {/* No form and no autocomplete: the browser must not remember a code on a public machine. */}
      <input
        id={id}
        type="text"
        inputMode="none"
        autoComplete="off"
        value={typed.replace(/^(.{4})(.+)$/, '$1 $2')}
        onChange={event => change(event.target.value)}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error`}
      />
      <p id={`${id}-error`} className="field-error" role="alert">
        {error ?? ''}
      </p>
      <fieldset className="number-keys code-keys">
        <legend className="hidden-words">{t('codePad')}</legend>
        {letters.map(letter => (
          <button key={letter} type="button" onClick={() => change(typed + letter)}>
            {letter}
          </button>
        ))}
        <button type="button" className="key-word" onClick={() => onChange('')}>
          {t('clear')}
        </button>
        <button type="button" className="key-word" onClick={() => onChange(typed.slice(0, -1))}>
          {t('erase')}
        </button>
      </fieldset>
    </div>
  )
}
