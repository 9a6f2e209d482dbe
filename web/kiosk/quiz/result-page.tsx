import { useState } from 'react'
import type { Marked } from '#contract/outreach'
import { Frame, type PageProps } from '../frame/frame.tsx'
import './quiz.css'
import { quizTexts } from './texts.ts'

interface Props extends PageProps {
  readonly marked: Marked
  readonly back: () => void
}

/** 批改: what was right, then question by question why, with its article. */
export function ResultPage({ kiosk, send, marked, back }: Props) {
  const t = quizTexts.useTexts()
  const [at, setAt] = useState(0)
  const item = marked.items[at]
  if (!item) return null
  const right = item.chosen === item.answer
  const last = at + 1 === marked.items.length
  return (
    <Frame
      key={item.id}
      kiosk={kiosk}
      send={send}
      title={t('result', { right: marked.right, total: marked.total })}
      say={null}
      progress={{ number: at + 1, of: marked.items.length }}
      back={at === 0 ? back : () => setAt(at - 1)}
      main={last ? { label: t('others'), press: back } : { label: t('next'), press: () => setAt(at + 1) }}
    >
      <div lang="zh-CN">
        <p>
          <strong>{item.question}</strong>
        </p>
        <p className={right ? 'quiz-right' : 'quiz-wrong'}>
          {right ? t('right') : t('wrong', { answer: item.options[item.answer] ?? '' })}
        </p>
        <p>{item.why}</p>
        <p>
          {t('basis')}：{item.citation}
        </p>
      </div>
    </Frame>
  )
}
