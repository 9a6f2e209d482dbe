import { Button, Input, Select } from 'antd'
import { useId } from 'react'
import { instruments } from '#kernel/citation'
import { createI18n, pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import './cites-field.css'

const texts = createI18n({
  zh: { cites: '讲到的法条', instrument: '法规', article: '第几条', add: '再加一条', take: '去掉这一条' },
  en: { cites: 'Articles explained', instrument: 'Statute', article: 'Article', add: 'One more', take: 'Take it out' },
})

export interface Cited {
  readonly instrument: string
  readonly article: number
}
const most = 6

/** 讲到的法条: one line each; at least one, for nothing is taught without its article. 0 stands for a number not yet written. */
export function CitesField({ cites, set }: { cites: readonly Cited[]; set: (cites: readonly Cited[]) => void }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const id = useId()
  const options = Object.entries(instruments).map(([value, { title, titleEn }]) => ({
    value,
    label: pick(title, titleEn, language),
  }))
  const change = (n: number, part: Partial<Cited>) =>
    set(cites.map((cite, at) => (at === n ? { ...cite, ...part } : cite)))
  return (
    <fieldset className="field cites-field">
      <legend>{t('cites')}</legend>
      {cites.map(({ instrument, article }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an article is its place in the list
        <div key={n} className="step-buttons">
          <Select
            aria-label={`${t('instrument')} ${n + 1}`}
            className="cites-statute"
            showSearch={{ optionFilterProp: 'label' }}
            value={instrument}
            onChange={value => change(n, { instrument: value })}
            options={options}
          />
          <label htmlFor={`${id}-${n}`}>{t('article')}</label>
          <Input
            id={`${id}-${n}`}
            inputMode="numeric"
            className="cites-number"
            maxLength={3}
            value={article === 0 ? '' : String(article)}
            onChange={event => change(n, { article: Number(event.target.value.replace(/\D/gu, '')) })}
          />
          {cites.length > 1 ? <Button onClick={() => set(cites.toSpliced(n, 1))}>{t('take')}</Button> : null}
        </div>
      ))}
      {cites.length < most ? (
        <div>
          <Button onClick={() => set([...cites, { instrument: 'ZMF', article: 0 }])}>{t('add')}</Button>
        </div>
      ) : null}
    </fieldset>
  )
}
