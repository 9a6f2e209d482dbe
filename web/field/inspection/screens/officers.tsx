import { useState } from 'react'
import { shortCode } from '#contract/inspection'
import { SaveBar } from '../../parts/save-bar.tsx'
import { isWritten, SignaturePad, type Strokes } from '../../parts/signature-pad.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { ContentView } from '../parts/content-view.tsx'
import { texts } from '../texts.ts'
import type { StepProps } from './task.tsx'

/** 检查人员签字: each under his own account, under the content as it stands; the code lets a colleague without network sign the same. */
export function OfficersScreen(props: StepProps) {
  const { day, task, visit, staffId } = props
  const t = texts.useTexts()
  const signed = new Set(
    visit.facts.signatures.filter(one => one.who === 'officer' && one.digest === visit.digest).map(({ by }) => by),
  )
  const waiting = task.officers.filter(({ id }) => id !== staffId && !signed.has(id))
  const others = visit.missing.filter(lack => lack !== 'officers')
  return (
    <>
      <h2>{t('step.officers')}</h2>
      <ContentView task={task} visit={visit} orderDays={day.codeOrderDays} />
      {others.length === 0 ? null : (
        <p className="amber">{t('officer.missing', { what: others.map(lack => t(`missing.${lack}`)).join('、') })}</p>
      )}
      {signed.has(staffId) ? <p className="card done">✓ {t('officer.signed')}</p> : <Sign {...props} />}
      <p className="short-code">{t('officer.code', { code: shortCode(visit.digest) })}</p>
      <p className="quiet">{t('officer.code.help')}</p>
      {waiting.map(({ id, name }) => (
        <p key={id} className="amber">
          {t('officer.waiting', { name })}
        </p>
      ))}
    </>
  )
}

function Sign({ visit, keep, done }: StepProps) {
  const t = texts.useTexts()
  const [strokes, setStrokes] = useState<Strokes>([])
  const [code, setCode] = useState('')
  const given = code.trim().toUpperCase()
  const usable = given === '' || /^[0-9A-F]{8}$/u.test(given)
  const missing = [
    ...(isWritten(strokes) ? [] : [t('missing.sign')]),
    ...(usable ? [] : [t('officer.byCode')]),
    ...(visit.content.conflicts.length === 0 ? [] : [t('missing.twoWords')]),
  ]
  return (
    <>
      <SignaturePad label={t('officer.mine')} strokes={strokes} set={setStrokes} />
      <details className="talk">
        <summary>{t('officer.byCode')}</summary>
        <TextField label={t('officer.byCode')} value={code} set={setCode} maxLength={8} />
      </details>
      <SaveBar
        label={t('officer.save')}
        missing={missing}
        save={async () => {
          const written = strokes.map(stroke => stroke.map(([x, y]) => [x, y]))
          await keep({ kind: 'officerSign', code: given === '' ? visit.digest : given, strokes: written })
          done()
        }}
      />
    </>
  )
}
