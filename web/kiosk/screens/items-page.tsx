import { useState } from 'react'
import { chosen, type Question } from '#contract/licensing'
import { parsePhone } from '#kernel/phone'
import { choiceOf, titleOf } from '../../services/apply/asked-question.tsx'
import { offeredFirst } from '../../services/apply/offered-first.ts'
import { applyTexts } from '../../services/apply/texts.ts'
import { ToggleChoices } from '../../services/apply/toggle-choices.tsx'
import { NumberPad } from '../../services/kit/number-pad.tsx'
import { Frame } from '../frame/frame.tsx'
import './items-page.css'

interface Props {
  frame: Omit<Parameters<typeof Frame>[0], 'title' | 'children' | 'main'>
  items: Question & { readonly kind: 'choices' }
  phone: Question & { readonly kind: 'phone' }
  phoneMasked: string | null
  said: Readonly<Record<string, string>>
  onAnswer: (answers: Readonly<Record<string, string>>) => void
}

const more = 'more'

/**
 * 变更事项: the new number is typed where the old one is named, which says that it changed; everything else is chosen. 还有别的
 * shows all of them on a page of their own; 联系电话 leads back from there.
 */
export function ItemsPage({ frame, items, phone, phoneMasked, said, onAnswer }: Props) {
  const t = applyTexts.useTexts()
  const [picked, setPicked] = useState<readonly string[]>(() =>
    chosen(said, items.key).filter(value => value !== phone.key),
  )
  const [digits, setDigits] = useState(said[phone.key] ?? '')
  const [wrong, setWrong] = useState(false)
  const { first, rest } = offeredFirst(items, [items, phone])
  const [all, setAll] = useState(rest.some(({ value }) => picked.includes(value)))
  const others = (values: readonly string[]) => values.filter(value => value !== phone.key)
  const values = digits === '' ? picked : [phone.key, ...picked]
  const done = () => {
    if (digits !== '' && !parsePhone(digits).ok) return setWrong(true)
    onAnswer({ [items.key]: values.join(','), [phone.key]: digits })
  }
  return (
    <Frame
      {...frame}
      title={titleOf(items)}
      main={values.length > 0 ? { label: t('choiceDone'), press: done } : undefined}
    >
      {all ? (
        <ToggleChoices
          choices={items.options.map(choiceOf)}
          chosen={values}
          onChange={keys =>
            keys.includes(phone.key) === values.includes(phone.key) ? setPicked(others(keys)) : setAll(false)
          }
        />
      ) : (
        <div className="items">
          <NumberPad
            label={phoneMasked === null ? titleOf(phone) : `${titleOf(phone)}${t('phoneNow', { phone: phoneMasked })}`}
            digits={digits}
            error={wrong ? t('phoneWrong') : undefined}
            onChange={typed => {
              setDigits(typed)
              setWrong(false)
            }}
          />
          <ToggleChoices
            choices={[...first.map(choiceOf), { key: more, label: t('moreChoices') }]}
            chosen={picked}
            onChange={keys => (keys.includes(more) ? setAll(true) : setPicked(keys))}
          />
        </div>
      )}
    </Frame>
  )
}
