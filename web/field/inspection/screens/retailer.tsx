import { Button } from 'antd-mobile'
import { useState } from 'react'
import { ForCitizen } from '../../parts/for-citizen.tsx'
import { SaveBar } from '../../parts/save-bar.tsx'
import { isWritten, SignaturePad, type Strokes } from '../../parts/signature-pad.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { ContentView } from '../parts/content-view.tsx'
import { texts } from '../texts.ts'
import type { StepProps } from './task.tsx'

const plain = (strokes: Strokes) => strokes.map(stroke => stroke.map(([x, y]) => [x, y]))

/** 当事人签字: he reads what stands and signs that very text; who refuses is noted with a witness, or with a picture. */
export function RetailerScreen(props: StepProps) {
  const { day, task, visit } = props
  const t = texts.useTexts()
  const [refuses, setRefuses] = useState(false)
  return (
    <>
      <ForCitizen label={t('read')}>
        <ContentView task={task} visit={visit} orderDays={day.codeOrderDays} />
      </ForCitizen>
      {refuses ? <Refuses {...props} /> : <Signs {...props} />}
      <Button block className="main-button gap-above" onClick={() => setRefuses(!refuses)}>
        {t(refuses ? 'retailer.willSign' : 'retailer.refuse')}
      </Button>
    </>
  )
}

function Signs({ task, visit, keep, done }: StepProps) {
  const t = texts.useTexts()
  const [name, setName] = useState(task.face.operatorName)
  const [strokes, setStrokes] = useState<Strokes>([])
  return (
    <>
      <ForCitizen label={t('retailer.sign')}>
        <TextField label={t('retailer.name')} value={name} set={setName} maxLength={60} />
        <SignaturePad label={t('retailer.sign')} strokes={strokes} set={setStrokes} />
      </ForCitizen>
      <SaveBar
        label={t('retailer.save')}
        missing={[
          ...(name.trim() === '' ? [t('missing.name')] : []),
          ...(isWritten(strokes) ? [] : [t('missing.sign')]),
        ]}
        save={async () => {
          await keep({ kind: 'retailerSign', name: name.trim(), content: visit.text, strokes: plain(strokes) })
          done()
        }}
      />
    </>
  )
}

function Refuses({ visit, keep, done }: StepProps) {
  const t = texts.useTexts()
  const [reason, setReason] = useState('')
  const [witness, setWitness] = useState('')
  const [strokes, setStrokes] = useState<Strokes>([])
  const witnessed = witness.trim() !== '' && isWritten(strokes)
  const missing = [
    ...(reason.trim() === '' ? [t('missing.reason')] : []),
    ...(witnessed || visit.facts.photos.length > 0 ? [] : [t('missing.witness')]),
  ]
  return (
    <>
      <TextField label={t('refuse.reason')} value={reason} set={setReason} />
      <p className="quiet">{t('refuse.help', { count: visit.facts.photos.length })}</p>
      <TextField label={t('refuse.witness')} value={witness} set={setWitness} maxLength={60} />
      <SignaturePad label={t('refuse.sign')} strokes={strokes} set={setStrokes} />
      <SaveBar
        label={t('refuse.save')}
        missing={missing}
        save={async () => {
          const said = { reason: reason.trim(), witness: witness.trim(), content: visit.text, strokes: plain(strokes) }
          await keep({ kind: 'refuseSign', ...said })
          done()
        }}
      />
    </>
  )
}
