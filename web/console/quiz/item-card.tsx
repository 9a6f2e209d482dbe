import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { audienceWords, itemMoves, type QuizItem, quizRoutes as routes } from '#contract/outreach'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { ItemForm } from './item-form.tsx'
import { texts } from './texts.ts'
import { bankKey, percent } from './use-quiz.ts'

/** One question with its basis, what its answers say, and what can be done with it now. */
export function ItemCard({ item }: { item: QuizItem }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const [editing, setEditing] = useState(false)
  if (editing) return <ItemForm item={item} done={() => setEditing(false)} />
  const audiences = item.audiences.map(name => pick(audienceWords[name].zh, audienceWords[name].en, language))
  return (
    <section className="card quiz-item" aria-label={item.question}>
      <p>
        <strong>{item.question}</strong>
      </p>
      <ol type="A">
        {item.options.map((option, n) => (
          <li key={option}>
            {option}
            {n === item.answer ? ' ✓' : ''}
          </li>
        ))}
      </ol>
      <p>{item.why}</p>
      <p className="quiet small">
        {t(item.state)} · {item.citation} · {audiences.join(language === 'zh' ? '、' : ', ')} ·{' '}
        {t(item.difficulty, { asked: item.asked, share: percent(item.share) })}
      </p>
      {item.doubtful ? (
        <p className="tone-soon">{t('doubtful', { value: (item.discrimination ?? 0).toFixed(2) })}</p>
      ) : null}
      {item.flagged.length > 0 ? <p className="tone-soon">{t('flagged', { words: item.flagged.join('、') })}</p> : null}
      {item.reason === null ? null : (
        <p className="quiet small">
          {t('reason')}：{item.reason}
        </p>
      )}
      <Steps item={item} edit={() => setEditing(true)} />
    </section>
  )
}

function Steps({ item, edit }: { item: QuizItem; edit: () => void }) {
  const t = texts.useTexts()
  const id = useId()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const step = useMutation({
    mutationFn: (event: 'release' | 'drop' | 'withdraw') =>
      call(routes.stepItem, { params: { id: item.id }, body: { event, version: item.version, reason } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: bankKey }),
  })
  const moves = Object.keys(
    item.state === 'draft' ? itemMoves.draft : item.state === 'released' ? itemMoves.released : {},
  )
  if (moves.length === 0) return null
  return (
    <>
      {item.state === 'released' || item.flagged.length > 0 ? (
        <div className="field">
          <label htmlFor={`${id}-reason`}>{t('reason')}</label>
          <Input id={`${id}-reason`} maxLength={300} value={reason} onChange={event => setReason(event.target.value)} />
        </div>
      ) : null}
      <div className="step-buttons">
        {moves.includes('release') ? (
          <Button type="primary" disabled={item.mine} loading={step.isPending} onClick={() => step.mutate('release')}>
            {t('release')}
          </Button>
        ) : null}
        {moves.includes('edit') ? <Button onClick={edit}>{t('edit')}</Button> : null}
        {moves.includes('drop') ? <Button onClick={() => step.mutate('drop')}>{t('drop')}</Button> : null}
        {moves.includes('withdraw') ? <Button onClick={() => step.mutate('withdraw')}>{t('withdraw')}</Button> : null}
        {item.mine && moves.includes('release') ? <span className="quiet small">{t('release.mine')}</span> : null}
      </div>
      {step.isError ? <FailedToLoad error={step.error} retry={() => step.reset()} /> : null}
    </>
  )
}
