import { useState } from 'react'
import { Photos } from '../../parts/photos.tsx'
import { SaveBar } from '../../parts/save-bar.tsx'
import { Choices, TextBox, TextField } from '../../parts/text-field.tsx'
import { noTalk, TalkFields, talkOf } from '../parts/talk-fields.tsx'
import { texts } from '../texts.ts'
import type { FormProps } from './item.tsx'

/** 拒收: left there with proof, or brought back. */
export function RefusedForm({ today, keep }: FormProps) {
  const t = texts.useTexts()
  const [photos, setPhotos] = useState<readonly string[]>([])
  const [why, setWhy] = useState('')
  const [leave, setLeave] = useState<'yes' | 'no'>('no')
  const [witnesses, setWitnesses] = useState<readonly [string, string]>(['', ''])
  const [talk, setTalk] = useState(noTalk)
  const named = witnesses.map(name => name.trim()).filter(Boolean)
  const missing = [
    ...(why.trim() === '' ? [t('missing.why')] : []),
    ...(leave === 'yes' && named.length < 2 && photos.length === 0 ? [t('missing.witness')] : []),
  ]
  const save = () =>
    keep({
      kind: 'refused',
      leave: leave === 'yes',
      why: why.trim(),
      witnesses: leave === 'yes' ? named : [],
      photos: [...photos],
      ...talkOf(talk, today.topics),
    })
  return (
    <>
      <h2>{t('refused')}</h2>
      <Photos photos={photos} set={setPhotos} />
      <TextBox label={t('refused.why')} value={why} set={setWhy} />
      <Choices
        label={t('refused.leave')}
        value={leave}
        set={setLeave}
        options={[
          { value: 'no', label: t('leave.no') },
          { value: 'yes', label: t('leave.yes') },
        ]}
      />
      {leave === 'yes' ? (
        <>
          <p className="quiet">{t('leave.help')}</p>
          <TextField
            label={t('witness', { n: 1 })}
            value={witnesses[0]}
            set={name => setWitnesses([name, witnesses[1]])}
          />
          <TextField
            label={t('witness', { n: 2 })}
            value={witnesses[1]}
            set={name => setWitnesses([witnesses[0], name])}
          />
        </>
      ) : null}
      <TalkFields topics={today.topics} draft={talk} set={setTalk} />
      <SaveBar label={t('submit.refused')} missing={missing} save={save} />
    </>
  )
}
