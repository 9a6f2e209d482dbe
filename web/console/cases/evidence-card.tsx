import { useMutation } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { sm3 } from 'sm-crypto-v2'
import { custodyActs, evidenceKinds, detailRoutes as routes } from '#contract/cases'
import { call } from '../../shared/api.ts'
import { formatDayShort, formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { mayUse } from '../app/permissions.ts'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { AttachVisit } from './attach-visit.tsx'
import type { Part } from './case-page.tsx'
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
        {detail.evidence.map(({ id, kind, title, source, takenOn, digest, custody }) => (
          <li key={id}>
            <strong>{title}</strong> {words(evidenceKinds, kind)}{' '}
            <span className="quiet small">
              {source} · {formatDayShort(takenOn)}
            </span>
            <div className="quiet small case-digest">SM3 {digest}</div>
            <ul className="plain-list small">
              {custody.map(one => (
                <li key={`${one.at} ${one.act}`}>
                  {formatInstant(one.at)} {one.by} {words(custodyActs, one.act)}：{one.words}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {mayUse(routes.evidence, staff) ? (
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

const media = ['image/jpeg', 'image/png', 'application/pdf', 'text/plain', 'audio/mpeg', 'video/mp4'] as const
const largest = 1_700_000

interface Chosen {
  readonly digest: string
  readonly content: string
  readonly media: (typeof media)[number]
}

/** The digest is reckoned here, from the bytes as they were chosen, before anything is sent. */
async function take(file: File): Promise<Chosen | undefined> {
  const type = media.find(one => one === file.type)
  if (type === undefined || file.size > largest) return undefined
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return { digest: sm3(bytes), content: btoa(text), media: type }
}

function AddEvidence({ detail, fresh }: Part) {
  const t = texts.useTexts()
  const id = useId()
  const [kind, setKind] = useState<keyof typeof evidenceKinds>('audiovisual')
  const [text, setText] = useState({ title: '', source: '', place: '', takenOn: '' })
  const [file, setFile] = useState<Chosen>()
  const [wrong, setWrong] = useState(false)
  const send = useMutation({
    mutationFn: (chosen: Chosen) =>
      call(routes.evidence, { params: { no: detail.row.no }, body: { kind, ...text, ...chosen } }),
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
        <label htmlFor={`${id}file`}>{t('evidence.file')}</label>
        <input
          id={`${id}file`}
          type="file"
          accept={media.join(',')}
          onChange={event => {
            const [chosen] = event.target.files ?? []
            if (chosen)
              void take(chosen).then(taken => {
                setFile(taken)
                setWrong(taken === undefined)
              })
          }}
        />
        {wrong ? <p className="case-late">{t('evidence.wrong')}</p> : null}
        {file ? <p className="quiet small case-digest">SM3 {file.digest}</p> : null}
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
