import { useId } from 'react'
import { foldWidth } from '#kernel/fold-width'
import { kitTexts } from './texts.ts'
import './number-pad.css'

const maxDigits = 12

/** Whatever a keyboard sends, full-width digits too, becomes plain digits. */
const digitsOf = (text: string): string => foldWidth(text).replace(/\D/g, '').slice(0, maxDigits)

/** 138 0013 8000, as telephone numbers are read aloud. */
const grouped = (digits: string): string =>
  digits.startsWith('0')
    ? digits.replace(/^(\d{4})(\d)/, '$1 $2')
    : digits.replace(/^(\d{3})(\d{1,4})(\d*)/, '$1 $2 $3').trim()

interface Props {
  label: string
  digits: string
  error: string | undefined
  onChange: (digits: string) => void
}

/** 数字键盘: a large pad under a field that a plugged-in keyboard may also fill. */
export function NumberPad({ label, digits, error, onChange }: Props) {
  const t = kitTexts.useTexts()
  const id = useId()
  const press = (digit: string) => onChange(digitsOf(digits + digit))
  return (
    <div className="number-pad">
      <label htmlFor={id}>{label}</label>
      {/* No form and no autocomplete: the browser must not remember a number on a public machine. */}
      <input
        id={id}
        type="text"
        inputMode="none"
        autoComplete="off"
        value={grouped(digits)}
        onChange={event => onChange(digitsOf(event.target.value))}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error`}
      />
      <p id={`${id}-error`} className="field-error" role="alert">
        {error ?? ''}
      </p>
      <fieldset className="number-keys">
        <legend className="hidden-words">{t('numberPad')}</legend>
        {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(digit => (
          <button key={digit} type="button" onClick={() => press(digit)}>
            {digit}
          </button>
        ))}
        <button type="button" className="key-word" onClick={() => onChange('')}>
          {t('clear')}
        </button>
        <button type="button" onClick={() => press('0')}>
          0
        </button>
        <button type="button" className="key-word" onClick={() => onChange(digits.slice(0, -1))}>
          {t('erase')}
        </button>
      </fieldset>
    </div>
  )
}
