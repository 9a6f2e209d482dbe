import { Button } from 'antd-mobile'
import { type FieldCase, type RecordAct, recordKinds } from '#contract/cases'
import { pick } from '../../../shared/i18n.ts'
import { keepAct } from '../../outbox/outbox.ts'
import type { Given } from '../given.ts'
import { texts } from '../texts.ts'

type Waiting = FieldCase['records'][number]

/** 第二名办案人员: reads every word and signs under his own account what he read, by its digest. */
export function ConfirmScreen({
  one,
  staff,
  go,
  record,
  content,
}: Given & { readonly record: Waiting; readonly content: NonNullable<Waiting['content']> }) {
  const t = texts.useTexts()
  const words = recordKinds[record.kind]
  const confirm = async () => {
    await keepAct<RecordAct>(
      {
        ...{ area: 'cases', matter: one.no, within: record.id, kind: 'confirm', subject: one.about },
        what: t('act.confirm'),
        body: { kind: 'confirm', id: record.id, digest: record.digest },
      },
      staff.id,
    )
    go(`case/${one.no}`)
  }
  return (
    <>
      <button type="button" className="plain-button" onClick={() => go(`case/${one.no}`)}>
        ‹ {t('back')}
      </button>
      <h1>{pick(words.zh, words.en)}</h1>
      <dl className="record-rows">
        {content.rows.map(([name, value]) => (
          <div key={name}>
            <dt className="quiet">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <section className="card record-words">{content.words}</section>
      {content.corrections.map(({ before, after }) => (
        <p key={before}>{t('correction.line', { before, after: after === '' ? t('correction.deleted') : after })}</p>
      ))}
      {content.refused === '' ? null : <p className="amber">{t('refused.line', { why: content.refused })}</p>}
      <p className="quiet record-digest">SM3 {record.digest}</p>
      <div className="save-bar">
        <Button block color="primary" className="main-button" onClick={() => void confirm()}>
          {t('confirm.sign')}
        </Button>
      </div>
    </>
  )
}
