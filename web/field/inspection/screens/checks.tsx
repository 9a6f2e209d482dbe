import { useState } from 'react'
import type { CheckCode } from '#contract/inspection'
import { SaveBar } from '../../parts/save-bar.tsx'
import { Choices, TextBox } from '../../parts/text-field.tsx'
import { texts } from '../texts.ts'
import { fieldWords, valueWords } from '../words.ts'
import type { StepProps } from './task.tsx'

const results = ['ok', 'problem', 'notSeen'] as const
type Result = (typeof results)[number]

/** 检查事项: one point after the other; each is kept when it is answered and may be answered again. */
export function ChecksScreen(props: StepProps) {
  const t = texts.useTexts()
  const { task, visit } = props
  const first = task.checks.find(check => visit.content.fields[`check.${check}`] === undefined)
  const [open, setOpen] = useState(first)
  return (
    <>
      <h2>{t('step.checks')}</h2>
      <ul className="stops">
        {task.checks.map(check => (
          <li key={check} className="card">
            {open === check ? (
              <Point {...props} check={check} next={() => setOpen(task.checks[task.checks.indexOf(check) + 1])} />
            ) : (
              <Answered {...props} check={check} open={() => setOpen(check)} />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Answered({ visit, check, open }: StepProps & { check: string; open: () => void }) {
  const t = texts.useTexts()
  const value = visit.content.fields[`check.${check}`]
  const found = value?.['result'] === 'problem'
  return (
    <button type="button" className="plain-point" onClick={open}>
      <span lang="zh-CN">{fieldWords(`check.${check}`)}</span>
      <span className={value === undefined ? 'quiet' : found ? 'amber' : 'point-done'}>
        {value === undefined
          ? t('step.todo')
          : `${found ? '▲' : '✓'} ${t('check.saved', { result: valueWords(value) })}`}
      </span>
    </button>
  )
}

function Point({ visit, keep, check, next }: StepProps & { check: string; next: () => void }) {
  const t = texts.useTexts()
  const said = visit.content.fields[`check.${check}`]
  const [result, setResult] = useState<Result | undefined>(said?.['result'] as Result | undefined)
  const [note, setNote] = useState(String(said?.['note'] ?? ''))
  return (
    <>
      <Choices
        label={fieldWords(`check.${check}`)}
        value={result}
        set={setResult}
        options={results.map(value => ({ value, label: t(`check.${value}`) }))}
      />
      <TextBox label={t('check.note')} value={note} set={setNote} />
      <SaveBar
        label={t('check.save')}
        missing={result === undefined ? [t('missing.result')] : []}
        save={async () => {
          if (result) await keep({ kind: 'check', check: check as CheckCode, result, note: note.trim() })
          next()
        }}
      />
    </>
  )
}
