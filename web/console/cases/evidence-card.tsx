import { useMutation } from '@tanstack/react-query'
import { Button, Input, Progress, Select } from 'antd'
import { useId, useState } from 'react'
import { type CaseState, custodyActs, evidenceKinds, isOver, detailRoutes as routes } from '#contract/cases'
import { call } from '../../shared/api.ts'
import { formatDayShort, formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { FileField } from '../app/file-field.tsx'
import { mayUse } from '../app/permissions.ts'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { AttachVisit } from './attach-visit.tsx'
import type { Part } from './case-page.tsx'
import { CustodyForm } from './custody-form.tsx'
import { type Chosen, evidenceMedia, openOriginal, sendFile, takeFile } from './evidence-file.ts'
import { texts } from './texts.ts'

/** 证据: each with its digest and who had it; only added to. */
export function EvidenceCard({ detail, fresh }: Part) {
  const t = texts.useTexts()
  const staff = useStaff()
  const [adding, setAdding] = useState(false)
  return (
    <section className="card gap-above">
      <h2>{t('evidence')}</h2>
      {detail.evidence.length === 0 ? <p className="quiet">{t('noEvidence')}</p> : null}
      <ol className="case-evidence">
        {detail.evidence.map(({ id, kind, title, source, takenOn, digest, bytes, custody }) => (
          <li key={id}>
            <strong>{title}</strong> {words(evidenceKinds, kind)}{' '}
            <span className="quiet small">
              {source} · {formatDayShort(takenOn)}
            </span>
            <div className="quiet small case-digest">SM3 {digest}</div>
            <Original id={id} bytes={bytes} />
            <ul className="plain-list small">
              {custody.map(one => (
                <li key={`${one.at} ${one.act}`}>
                  {formatInstant(one.at)} {one.by} {words(custodyActs, one.act)}：{one.words}
                </li>
              ))}
            </ul>
            {mayUse(routes.custody, staff) ? (
              <CustodyForm id={id} title={title} last={custody.at(-1)?.act} fresh={fresh} />
            ) : null}
          </li>
        ))}
      </ol>
      {mayUse(routes.evidence, staff) && !isOver(detail.row.state as CaseState) ? (
        adding ? (
          <AddEvidence
            detail={detail}
            fresh={next => {
              setAdding(false)
              fresh(next)
            }}
          />
        ) : (
          <>
            <Button onClick={() => setAdding(true)}>{t('evidence.add')}</Button>
            <AttachVisit detail={detail} fresh={fresh} />
          </>
        )
      ) : null}
    </section>
  )
}

const words = (table: Readonly<Record<string, { readonly zh: string; readonly en: string }>>, code: string): string =>
  pick(table[code]?.zh ?? code, table[code]?.en ?? code)

/** 原件: fetched, compared with its digest, then shown in a window of its own. */
function Original({ id, bytes }: { id: string; bytes: number }) {
  const t = texts.useTexts()
  const [altered, setAltered] = useState(false)
  const open = useMutation({
    mutationFn: () => openOriginal(id),
    onSuccess: blob => {
      setAltered(blob === undefined)
      if (blob === undefined) return
      const address = URL.createObjectURL(blob)
      window.open(address, '_blank', 'noreferrer')
      setTimeout(() => URL.revokeObjectURL(address), 60_000)
    },
  })
  return (
    <>
      <Button size="small" loading={open.isPending} onClick={() => open.mutate()}>
        {t('evidence.open', { size: sizeWords(bytes) })}
      </Button>
      {altered ? <p className="case-late">{t('evidence.altered')}</p> : null}
      <Refused error={open.error} />
    </>
  )
}

const sizeWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`

function AddEvidence({ detail, fresh }: Part) {
  const t = texts.useTexts()
  const id = useId()
  const [kind, setKind] = useState<keyof typeof evidenceKinds>('audiovisual')
  const [text, setText] = useState({ title: '', source: '', place: '', takenOn: '' })
  const [file, setFile] = useState<Chosen>()
  const [wrong, setWrong] = useState(false)
  const [share, setShare] = useState(0)
  const { no } = detail.row
  const send = useMutation({
    mutationFn: async (chosen: Chosen) => {
      const body = { kind, ...text, ...(await sendFile(no, chosen, setShare)) }
      return call(routes.evidence, { params: { no }, body, patience: 120_000 })
    },
    onSuccess: fresh,
  })
  const full = Object.values(text).every(value => value.trim() !== '')
  return (
    <form
      className="case-form"
      aria-label={t('evidence.add')}
      onSubmit={event => {
        event.preventDefault()
        if (file) send.mutate(file)
      }}
    >
      <div className="field">
        <label htmlFor={`${id}kind`}>{t('evidence.kind')}</label>
        <Select
          id={`${id}kind`}
          value={kind}
          onChange={setKind}
          options={Object.entries(evidenceKinds).map(([value, { zh, en }]) => ({ value, label: pick(zh, en) }))}
        />
      </div>
      {(['title', 'source', 'place', 'takenOn'] as const).map(key => (
        <div key={key} className="field">
          <label htmlFor={`${id}${key}`}>{t(`evidence.${key}`)}</label>
          <Input
            id={`${id}${key}`}
            type={key === 'takenOn' ? 'date' : 'text'}
            maxLength={120}
            value={text[key]}
            onChange={event => setText({ ...text, [key]: event.target.value })}
          />
        </div>
      ))}
      <div className="field">
        <FileField
          label={t('evidence.file')}
          accept={evidenceMedia.join(',')}
          onFiles={([chosen]) => {
            if (chosen)
              void takeFile(chosen).then(taken => {
                setFile(taken)
                setWrong(taken === undefined)
              })
          }}
        />
        {wrong ? <p className="case-late">{t('evidence.wrong')}</p> : null}
        {file ? <p className="quiet small case-digest">SM3 {file.digest}</p> : null}
        {send.isPending && share > 0 ? <Progress percent={Math.round(share * 100)} /> : null}
      </div>
      <div className="case-actions">
        <Button type="primary" htmlType="submit" disabled={!full || !file} loading={send.isPending}>
          {t('evidence.send')}
        </Button>
      </div>
      <Refused error={send.error} />
    </form>
  )
}
