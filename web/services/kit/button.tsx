import type { MouseEvent, ReactNode } from 'react'
import './button.css'

export interface ButtonProps {
  children: ReactNode
  onPress: () => void
  /** One main button a screen. */
  kind?: 'main' | 'plain' | 'quiet'
  disabled?: boolean
  pressed?: boolean
}

/** The second tap of a double tap lands on the next page, where it would answer a question nobody has read. */
const once = (press: () => void) => (event: MouseEvent) => {
  if (event.detail <= 1) press()
}

export function Button({ children, onPress, kind = 'plain', disabled = false, pressed }: ButtonProps) {
  return (
    <button
      type="button"
      className={`button button-${kind}`}
      onClick={once(onPress)}
      disabled={disabled}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
    >
      {children}
    </button>
  )
}

export interface Choice {
  key: string
  label: string
  detail?: string | undefined
}

/** Up to five stand under each other where the screen is tall enough; eight never do. */
export const classOf = (count: number): string =>
  count > 5 ? 'choices choices-many' : count > 2 ? 'choices choices-many choices-few' : 'choices'

interface ChoicesProps {
  choices: readonly Choice[]
  onChoose: (key: string) => void
  /** In two columns on a tall screen too, because something stands above them. */
  low?: boolean
}

/** Large choices, each a button that says what it is for; more than two stand in two columns, so that all are seen at once. */
export function Choices({ choices, onChoose, low = false }: ChoicesProps) {
  return (
    <ul className={low ? 'choices choices-many' : classOf(choices.length)}>
      {choices.map(choice => (
        <li key={choice.key}>
          <button type="button" className="choice" onClick={once(() => onChoose(choice.key))}>
            <span className="choice-label">{choice.label}</span>
            {choice.detail === undefined ? null : <span className="choice-detail">{choice.detail}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}
