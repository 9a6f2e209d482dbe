import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { type CaseState, isOver, recordKinds, detailRoutes as routes } from '#contract/cases'
import { SignaturePad, type Strokes } from '../../field/parts/signature-pad.tsx'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { mayUse } from '../app/permissions.ts'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import type { Part } from './case-page.tsx'
import { HeldRecords } from './held-records.tsx'
import { texts } from './texts.ts'

/** 笔录: written by one officer, signed by the party on the pad, read and signed by the other under his own account. */
export function RecordCard({ detail, fresh }: Part) {
  const t = texts.useTexts()
  const staff = useStaff()
  const [writing, setWriting] = useState(false)
  return (
    <section className="card gap-above">
      <h2>{t('records')}</h2>
      {detail.records.length === 0 ? <p className="quiet">{t('noRecords')}</p> : null}
      {detail.records.map(record => (
        <div key={record.id} className="case-step">
          <a href={`/api/cases/records/${record.id}`} target="_blank" rel="noreferrer">
            {pick(
              recordKinds[record.kind as keyof typeof recordKinds].zh,
              recordKinds[record.kind as keyof typeof recordKinds].en,
            )}
          </a>{' '}
          <span className="quiet small">
            {formatInstant(record.at)} {record.by}{' '}
            {record.second === null ? t('record.one') : t('record.both', { name: record.second })}
          </span>
          {record.mayConfirm ? <Confirm id={record.id} digest={record.digest} fresh={fresh} /> : null}
        </div>
      ))}
      <HeldRecords no={detail.row.no} />
      {mayUse(routes.record, staff) && !isOver(detail.row.state as CaseState) ? (
        writing ? (
          <WriteRecord
            detail={detail}
            fresh={next => {
              setWriting(false)
              fresh(next)
            }}
          />
        ) : (
          <Button onClick={() => setWriting(true)}>{t('record.write')}</Button>
        )
      ) : null}
    </section>
  )
}

function Confirm({ id, digest, fresh }: { id: string; digest: string; fresh: Part['fresh'] }) {
  const t = texts.useTexts()
  const send = useMutation({
    mutationFn: () => call(routes.confirmRecord, { params: { id }, body: { digest } }),
    onSuccess: fresh,
  })
  return (
    <div>
      <Button loading={send.isPending} onClick={() => send.mutate()}>
        {t('record.confirm')}
      </Button>
      <Refused error={send.error} />
    </div>
  )
}

/** As an SVG path in a frame of 320 × 120, as the document draws it. */
const pathOf = (strokes: Strokes): string =>
  strokes
    .map(
      stroke =>
        `M${stroke.map(([x, y]) => `${Math.round((x * 320) / 680)} ${Math.round((y * 120) / 360)}`).join(' L')}`,
    )
    .join(' ')

const empty = { place: '', from: '', until: '', person: '', words: '', refused: '' }

function WriteRecord({ detail, fresh }: Part) {
  const t = texts.useTexts()
  const id = useId()
  const [kind, setKind] = useState<'questioning' | 'inspection'>('questioning')
  const [text, setText] = useState(empty)
  const [shown, setShown] = useState(false)
  const [strokes, setStrokes] = useState<Strokes>([])
  const send = useMutation({
    mutationFn: () =>
      call(routes.record, {
        params: { no: detail.row.no },
        body: { kind, ...text, shown: true, signature: pathOf(strokes) },
      }),
    onSuccess: fresh,
  })
  const full = (['place', 'from', 'until', 'person', 'words'] as const).every(key => text[key].trim() !== '')
  return (
    <form
      className="case-form"
      aria-label={t('record.write')}
      onSubmit={event => {
        event.preventDefault()
        send.mutate()
      }}
    >
      <div className="field">
        <label htmlFor={`${id}kind`}>{t('record.kind')}</label>
        <Select
          id={`${id}kind`}
          value={kind}
          onChange={setKind}
          options={Object.entries(recordKinds).map(([value, { zh, en }]) => ({
            value: value as typeof kind,
            label: pick(zh, en),
          }))}
        />
      </div>
      {(['place', 'from', 'until', 'person'] as const).map(key => (
        <div key={key} className="field">
          <label htmlFor={`${id}${key}`}>{t(`record.${key}`)}</label>
          <Input
            id={`${id}${key}`}
            type={key === 'from' || key === 'until' ? 'datetime-local' : 'text'}
            maxLength={60}
            value={text[key]}
            onChange={event => setText({ ...text, [key]: event.target.value })}
          />
        </div>
      ))}
      <div className="field">
        <label htmlFor={`${id}words`}>{t('record.words')}</label>
        <Input.TextArea
          id={`${id}words`}
          rows={6}
          maxLength={8000}
          value={text.words}
          onChange={event => setText({ ...text, words: event.target.value })}
        />
      </div>
      <Checkbox checked={shown} onChange={event => setShown(event.target.checked)}>
        {t('record.shown')}
      </Checkbox>
      <SignaturePad label={t('record.sign')} strokes={strokes} set={setStrokes} />
      <div className="field">
        <label htmlFor={`${id}refused`}>{t('record.refused')}</label>
        <Input
          id={`${id}refused`}
          maxLength={200}
          value={text.refused}
          onChange={event => setText({ ...text, refused: event.target.value })}
        />
      </div>
      <div className="case-actions">
        <Button type="primary" htmlType="submit" disabled={!full || !shown} loading={send.isPending}>
          {t('record.send')}
        </Button>
      </div>
      <Refused error={send.error} />
    </form>
  )
}
