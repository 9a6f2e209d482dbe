import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { type ItemDetail, routes } from '#contract/delivery'
import { call } from '../../shared/api.ts'
import { formatDayShort, formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad, PageFailed } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { AddressForm } from './address-form.tsx'
import { DeliveryFrame } from './frame.tsx'
import { Clock } from './item-list-page.tsx'
import { Proof } from './proof.tsx'
import { StepForms } from './step-forms.tsx'
import { texts } from './texts.ts'
import { useItem, useWrite } from './use-delivery.ts'
import { modeWord } from './way-words.ts'

/** 一件一页: where it stands, what can be done, how it was proved. */
export function ItemPage() {
  const { itemNo } = useParams({ from: '/delivery/items/$itemNo' })
  const item = useItem(itemNo)
  return (
    <DeliveryFrame>
      {item.isError ? (
        <PageFailed error={item.error} retry={() => void item.refetch()} />
      ) : item.isPending ? (
        <Loading />
      ) : (
        <Item detail={item.data} />
      )}
    </DeliveryFrame>
  )
}

function Item({ detail }: { detail: ItemDetail }) {
  const t = texts.useTexts()
  const { item } = detail
  const open = detail.proof === null
  return (
    <>
      <h1>
        {item.shopName} · {pick(item.stateLabel, item.stateLabelEn)}
      </h1>
      <p className="quiet">{t('item.title', { no: item.itemNo })}</p>
      <div className="item-columns">
        <div className="item-column">
          <Facts detail={detail} />
          {open ? <StepForms detail={detail} /> : null}
          {open ? <Code itemNo={item.itemNo} /> : null}
          {open ? <AddressForm key={item.version} detail={detail} /> : null}
        </div>
        <div className="item-column">
          <Proof detail={detail} />
          <Talks detail={detail} />
          <History detail={detail} />
        </div>
      </div>
    </>
  )
}

function Facts({ detail }: { detail: ItemDetail }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const { item } = detail
  return (
    <section className="card">
      <p>
        <Clock item={item} />
      </p>
      <p>
        {item.operatorNameMasked} · {t('phone')} {detail.phoneMasked || t('none')} · {modeWord(item.mode, language)}
      </p>
      <p>{item.address || t('none')}</p>
      {detail.addressConfirmedOn === null ? null : (
        <p className="quiet">{t('confirmedOn', { day: formatDayShort(detail.addressConfirmedOn, language) })}</p>
      )}
      {detail.mailNo === null ? null : (
        <p>
          {t('mailNo')} {detail.mailNo}
        </p>
      )}
      <p>
        {t('application')}{' '}
        {detail.hasFile ? (
          <Link to="/applications/$applicationNo" params={{ applicationNo: item.applicationNo }}>
            {item.applicationNo}
          </Link>
        ) : (
          item.applicationNo
        )}
      </p>
    </section>
  )
}

function Code({ itemNo }: { itemNo: string }) {
  const t = texts.useTexts()
  const allowed = mayUse(routes.readCode, useStaff())
  const read = useWrite(() => call(routes.readCode, { params: { itemNo } }))
  return (
    <section className="card">
      <Button disabled={!allowed} loading={read.isPending} onClick={() => read.mutate(undefined)}>
        {t('code')}
      </Button>
      <p className="quiet small">{t('code.help')}</p>
      {read.data ? <output className="hand-over-code">{t('code.show', { code: read.data.code })}</output> : null}
      {read.isError ? <FailedToLoad error={read.error} retry={() => read.reset()} /> : null}
    </section>
  )
}

function Talks({ detail }: { detail: ItemDetail }) {
  const t = texts.useTexts()
  const language = useLanguage()
  if (detail.talks.length === 0) return null
  return (
    <section className="card">
      <h2>{t('talks')}</h2>
      {detail.talks.map(talk => (
        <p key={talk.at}>
          {talk.articles.map(article => article.title).join('、')}
          {talk.note === '' ? '' : `：${talk.note}`}{' '}
          <span className="quiet small">{formatInstant(talk.at, language)}</span>
        </p>
      ))}
    </section>
  )
}

function History({ detail }: { detail: ItemDetail }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const [all, setAll] = useState(false)
  const shown = all ? detail.events : detail.events.slice(-6)
  return (
    <section className="card">
      <h2>{t('history')}</h2>
      <ol className="plain-list">
        {shown.map(event => (
          <li key={`${event.at} ${event.event}`}>
            <strong>{pick(event.label, event.labelEn)}</strong> {event.by} {formatInstant(event.capturedAt, language)}
            {Date.parse(event.at) - Date.parse(event.capturedAt) > 60_000 ? (
              <span className="quiet small"> {t('history.late', { at: formatInstant(event.at, language) })}</span>
            ) : null}
            {event.note === '' ? null : <div className="quiet">{event.note}</div>}
          </li>
        ))}
      </ol>
      {shown.length < detail.events.length ? (
        <Button type="link" onClick={() => setAll(true)}>
          {t('view.all')}
        </Button>
      ) : null}
    </section>
  )
}
