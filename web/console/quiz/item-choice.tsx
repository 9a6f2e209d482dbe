import { Select } from 'antd'
import { useId } from 'react'
import { texts } from './texts.ts'
import { useBank } from './use-quiz.ts'

interface Props {
  readonly audience?: 'retailer' | 'public' | 'minor'
  readonly value: readonly string[]
  readonly change: (items: string[]) => void
}

/** Released questions, those for the audience if one is given. */
export function ItemChoice({ audience, value, change }: Props) {
  const t = texts.useTexts()
  const id = useId()
  const released = useBank().data?.items.filter(
    item => item.state === 'released' && (audience === undefined || item.audiences.includes(audience)),
  )
  return (
    <div className="field">
      <label htmlFor={id}>{t('items')}</label>
      <Select
        id={id}
        aria-label={t('items')}
        mode="multiple"
        maxCount={10}
        optionFilterProp="label"
        className="quiz-items"
        value={[...value]}
        onChange={change}
        options={(released ?? []).map(item => ({ value: item.id, label: item.question }))}
      />
    </div>
  )
}
