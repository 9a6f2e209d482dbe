import { Button } from 'antd-mobile'
import { useState } from 'react'
import {
  siteCheckRoutes as routes,
  type SiteCheckAct,
  type SiteCheckView,
  siteCheckAnswers,
  siteCheckItems,
} from '#contract/licensing'
import { call, Problem } from '../../../shared/api.ts'
import { formatTime } from '../../../shared/format.ts'
import { useLanguage } from '../../../shared/language.ts'
import { keepAct } from '../../outbox/outbox.ts'
import { SaveBar } from '../../parts/save-bar.tsx'
import { TextBox } from '../../parts/text-field.tsx'
import type { Given } from '../given.ts'
import { texts } from '../texts.ts'

/** 核对并签认: the colleague's record word for word; signed, or sent back with what differs. */
export function ReviewScreen({ task, staff, go, last }: Given & { readonly last: SiteCheckView }) {
  const t = texts.useTexts()
  const [open, setOpen] = useState(false)
  const [why, setWhy] = useState('')
  const no = task.applicationNo
  const keep = async (body: SiteCheckAct) => {
    const words = { subject: task.shopName, what: t(`act.${body.kind}`) }
    await keepAct({ area: 'site-checks', matter: no, kind: body.kind, ...words, body }, staff.id)
    go(`task/${no}`)
  }
  const { id, digest } = last
  return (
    <>
      <button type="button" className="plain-button" onClick={() => go(`task/${no}`)}>
        ‹ {t('back')}
      </button>
      <h1>{task.shopName}</h1>
      <p className="quiet">{t('review.by', { name: last.by, at: formatTime(Date.parse(last.capturedAt)) })}</p>
      <Words last={last} no={no} />
      {open ? (
        <>
          <TextBox label={t('dispute.why')} value={why} set={setWhy} max={500} />
          <SaveBar
            label={t('dispute.submit')}
            missing={why.trim() === '' ? [t('dispute.why')] : []}
            save={() => keep({ kind: 'dispute', id, digest, why: why.trim() })}
          />
        </>
      ) : (
        <>
          <SaveBar label={t('sign')} missing={[]} save={() => keep({ kind: 'sign', id, digest })} />
          <Button block className="main-button gap-block" onClick={() => setOpen(true)}>
            {t('dispute')}
          </Button>
        </>
      )}
    </>
  )
}

function Words({ last: { record, lines }, no }: { last: SiteCheckView; no: string }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const { applicant } = record.signatures
  return (
    <section className="card">
      {record.items.map(({ code, answer, note }) => (
        <p key={code}>
          <span className="quiet">{siteCheckItems[code][language]}</span>
          <br />
          <strong>{siteCheckAnswers[answer][language]}</strong> {note}
        </p>
      ))}
      {lines.map(({ to, name, walk }) => (
        <p key={to}>{t('review.walk', { name, metres: walk.toFixed(1) })}</p>
      ))}
      <p>{record.findings}</p>
      {record.objections.map(({ who, name, text }) => (
        <p key={text}>
          {t(who)} {name}：{text}
        </p>
      ))}
      <p>
        {applicant.kind === 'signed'
          ? t('review.applicant.signed', { name: applicant.name })
          : t(`review.applicant.${applicant.kind}`, { why: applicant.why })}
      </p>
      {record.photos.map(({ digest }, nth) => (
        <Photo key={digest} no={no} digest={digest} nth={nth + 1} />
      ))}
    </section>
  )
}

function Photo({ no, digest, nth }: { no: string; digest: string; nth: number }) {
  const t = texts.useTexts()
  const [jpeg, setJpeg] = useState<string>()
  const [failed, setFailed] = useState(false)
  const show = () =>
    call(routes.sitePhoto, { params: { applicationNo: no, digest } })
      .then(reply => setJpeg(reply.jpeg))
      .catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error
        setFailed(true)
      })
  if (jpeg !== undefined)
    return <img className="wide-photo" src={`data:image/jpeg;base64,${jpeg}`} alt={t('review.photo', { n: nth })} />
  return (
    <>
      <button type="button" className="plain-button" onClick={() => void show()}>
        {t('review.photo', { n: nth })}
      </button>
      {failed ? <p className="fault">{t('review.photo.fail')}</p> : null}
    </>
  )
}
