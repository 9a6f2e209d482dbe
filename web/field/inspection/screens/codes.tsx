import { Button } from 'antd-mobile'
import { useState } from 'react'
import { isFoundElsewhere } from '#contract/inspection'
import { plainCode } from '#kernel/plain-code'
import { SaveBar } from '../../parts/save-bar.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { type SeenCode, seenCode } from '../judge.ts'
import { CodeReader } from '../parts/code-reader.tsx'
import { texts } from '../texts.ts'
import { grouped, verdictWords } from '../words.ts'
import type { StepProps } from './task.tsx'

const kinds = ['Code128', 'QRCode', 'DataMatrix', 'ITF'] as const
const lineLength = 16

/** 32 位条码: read or typed in its two lines, compared at once with this shop and its orders, and kept. */
export function CodesScreen({ day, task, visit, keep }: StepProps) {
  const t = texts.useTexts()
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const code = plainCode(first + second)
  const whole = first.length === lineLength && second.length === lineLength
  const read = (text: string) => {
    const plain = plainCode(text)
    setFirst(plain.slice(0, lineLength))
    setSecond(plain.slice(lineLength, 2 * lineLength))
  }
  const add = async () => {
    await keep({ kind: 'code', code, seen: true })
    read('')
  }
  const codes = Object.entries(visit.content.fields).flatMap(([field, value]) =>
    field.startsWith('code.') && value['seen'] === true ? [field.slice(5)] : [],
  )
  return (
    <>
      <h2>{t('step.codes')}</h2>
      <CodeReader kinds={kinds} found={read} />
      <TextField
        label={t('code.first')}
        value={first}
        set={text => setFirst(plainCode(text))}
        inputMode="numeric"
        maxLength={lineLength}
      />
      <TextField
        label={t('code.second')}
        value={second}
        set={text => setSecond(plainCode(text))}
        maxLength={lineLength}
      />
      {whole ? <Judged seen={seenCode(code, task, visit.view, day.codeOrderDays)} /> : null}
      <SaveBar
        label={t('code.add')}
        missing={whole ? [] : [t('code.length', { first: first.length, second: second.length })]}
        save={add}
      />
      <ul className="stops">
        {codes.length === 0 ? <li className="quiet">{t('code.none')}</li> : null}
        {codes.map(one => (
          <li key={one} className="card">
            <code>{grouped(one)}</code>
            <Judged seen={seenCode(one, task, visit.view, day.codeOrderDays)} />
            <Button
              size="small"
              className="gap-above"
              onClick={() => void keep({ kind: 'code', code: one, seen: false })}
            >
              {t('code.drop')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}

function Judged({ seen }: { seen: SeenCode }) {
  const t = texts.useTexts()
  if (seen.verdict === null) return <p className="amber">{t('code.later')}</p>
  const foreign = isFoundElsewhere(seen.verdict)
  return (
    <p className={foreign ? 'fault' : seen.verdict === 'own' ? 'card done' : 'amber'}>
      {foreign ? '▲ ' : ''}
      {verdictWords(seen.verdict)}
      {seen.licenceNo === null ? '' : `；${t('code.for', { no: seen.licenceNo, day: seen.sortedOn ?? '' })}`}
    </p>
  )
}
