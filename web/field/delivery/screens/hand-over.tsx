import { useState } from 'react'
import { ForCitizen } from '../../parts/for-citizen.tsx'
import { Photos } from '../../parts/photos.tsx'
import { SaveBar } from '../../parts/save-bar.tsx'
import { isWritten, SignaturePad, type Strokes } from '../../parts/signature-pad.tsx'
import { Choices, TextField, Tick } from '../../parts/text-field.tsx'
import { checkCode } from '../check-code.ts'
import { noTalk, TalkFields, talkOf } from '../parts/talk-fields.tsx'
import { texts } from '../texts.ts'
import type { FormProps } from './item.tsx'

type Kind = 'self' | 'family' | 'mandate'
type ProofKind = 'code' | 'card' | 'signature'

interface Draft {
  readonly photos: readonly string[]
  readonly kind: Kind
  readonly name: string
  readonly relation: string
  readonly checked: boolean
  readonly proof: ProofKind
  readonly code: string
  readonly last4: string
  readonly strokes: Strokes
}
const empty: Draft = {
  photos: [],
  kind: 'self',
  name: '',
  relation: '',
  checked: false,
  proof: 'code',
  code: '',
  last4: '',
  strokes: [],
}

/** 当面送达: picture, who receives, proof; the code is checked here without network. */
export function HandOverForm({ today, stop, keep }: FormProps) {
  const t = texts.useTexts()
  const [draft, setDraft] = useState(empty)
  const [talk, setTalk] = useState(noTalk)
  const [fault, setFault] = useState<string>()
  const set = (change: Partial<Draft>) => setDraft(old => ({ ...old, ...change }))
  const save = async () => {
    setFault(undefined)
    if (draft.proof === 'code') {
      const verdict = await checkCode(stop, draft.code, today.codeTries)
      if (verdict !== 'right') return setFault(t(`code.${verdict}`))
    }
    const { kind, name, relation, checked } = draft
    const receiver = { kind, name: name.trim(), relation: relation.trim(), checked: kind === 'self' || checked }
    await keep({
      kind: 'handOver',
      receiver,
      photos: [...draft.photos],
      proof: proofOf(draft),
      ...talkOf(talk, today.topics),
    })
  }
  return (
    <>
      <h2>{t('handOver')}</h2>
      <Photos photos={draft.photos} set={photos => set({ photos })} />
      <ReceiverFields draft={draft} set={set} />
      <ProofFields draft={draft} set={set} what={`${stop.shopName}：${t(stop.result)}`} />
      {fault === undefined ? null : (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <TalkFields topics={today.topics} draft={talk} set={setTalk} />
      <SaveBar label={t('submit')} missing={missingOf(draft).map(name => t(`missing.${name}`))} save={save} />
    </>
  )
}

function proofOf({ proof, code, last4, strokes }: Draft) {
  if (proof === 'code') return { kind: proof, code }
  if (proof === 'card') return { kind: proof, last4 }
  return { kind: proof, strokes: strokes.map(stroke => stroke.map(point => [...point])) }
}

function missingOf(draft: Draft): ('photo' | 'receiver' | 'checked' | 'code' | 'card' | 'sign')[] {
  const other = draft.kind !== 'self'
  return [
    ...(draft.proof === 'signature' && draft.photos.length === 0 ? (['photo'] as const) : []),
    ...(other && (draft.name.trim() === '' || draft.relation.trim() === '') ? (['receiver'] as const) : []),
    ...(other && !draft.checked ? (['checked'] as const) : []),
    ...(draft.proof === 'code' && !/^\d{6}$/.test(draft.code) ? (['code'] as const) : []),
    ...(draft.proof === 'card' && !/^\d{3}[\dXx]$/.test(draft.last4) ? (['card'] as const) : []),
    ...(draft.proof === 'signature' && !isWritten(draft.strokes) ? (['sign'] as const) : []),
  ]
}

interface Fields {
  readonly draft: Draft
  readonly set: (change: Partial<Draft>) => void
}

function ReceiverFields({ draft, set }: Fields) {
  const t = texts.useTexts()
  const choose = (kind: Kind) =>
    set({ kind, checked: false, ...(kind !== 'self' && draft.proof === 'card' ? { proof: 'code' } : {}) })
  return (
    <>
      <Choices
        label={t('receiver')}
        value={draft.kind}
        set={choose}
        options={(['self', 'family', 'mandate'] as const).map(value => ({ value, label: t(value) }))}
      />
      {draft.kind === 'self' ? null : (
        <>
          <TextField label={t('receiver.name')} value={draft.name} set={name => set({ name })} maxLength={60} />
          <TextField
            label={t(draft.kind === 'family' ? 'receiver.relation' : 'mandate.relation')}
            value={draft.relation}
            set={relation => set({ relation })}
            maxLength={60}
          />
          <Tick label={t(`${draft.kind}.checked`)} value={draft.checked} set={checked => set({ checked })} />
        </>
      )}
    </>
  )
}

function ProofFields({ draft, set, what }: Fields & { readonly what: string }) {
  const t = texts.useTexts()
  // The card is compared with the retailer's own number; others prove themselves by code or signature.
  const kinds = (['code', 'card', 'signature'] as const).filter(kind => kind !== 'card' || draft.kind === 'self')
  return (
    <>
      <Choices
        label={t('proof')}
        value={draft.proof}
        set={proof => set({ proof })}
        options={kinds.map(value => ({ value, label: t(`proof.${value}`) }))}
      />
      {draft.proof === 'code' ? (
        <ForCitizen label={t('forYou')}>
          <p>{t('forYou.what', { what })}</p>
          <TextField
            label={t('code.label')}
            value={draft.code}
            set={code => set({ code })}
            inputMode="numeric"
            maxLength={6}
          />
        </ForCitizen>
      ) : draft.proof === 'card' ? (
        <>
          <TextField label={t('card.label')} value={draft.last4} set={last4 => set({ last4 })} maxLength={4} />
          <p className="quiet">{t('card.note')}</p>
        </>
      ) : (
        <ForCitizen label={t('forYou')}>
          <p>{t('forYou.what', { what })}</p>
          <SignaturePad label={t('sign.label')} strokes={draft.strokes} set={strokes => set({ strokes })} />
        </ForCitizen>
      )}
    </>
  )
}
