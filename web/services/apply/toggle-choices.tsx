import { type Choice, classOf } from '../kit/button.tsx'

interface Props {
  choices: readonly Choice[]
  chosen: readonly string[]
  onChange: (values: readonly string[]) => void
  /** One of them only: the sign is round. */
  single?: boolean
}

const signs = { many: ['☐ ', '☑ '], one: ['○ ', '● '] } as const

/** 多选, or one of several on a page with other questions: a sign stands beside the colour. */
export function ToggleChoices({ choices, chosen, onChange, single = false }: Props) {
  const [off, on] = signs[single ? 'one' : 'many']
  const flip = (key: string) =>
    onChange(chosen.includes(key) ? chosen.filter(value => value !== key) : [...chosen, key])
  return (
    <ul className={classOf(choices.length)}>
      {choices.map(({ key, label, detail }) => (
        <li key={key}>
          <button type="button" className="choice" aria-pressed={chosen.includes(key)} onClick={() => flip(key)}>
            <span className="choice-label">
              <span aria-hidden="true">{chosen.includes(key) ? on : off}</span>
              {label}
            </span>
            {detail === undefined ? null : <span className="choice-detail">{detail}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}
