import { Button, Input, Table } from 'antd'
import { useState } from 'react'
import { type DeliveryView, type Field, fields, type ReachView, watchRoutes } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { type Language, useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { useRefusalWords } from './refusal-words.ts'
import { texts } from './texts.ts'
import { useAct, useDeliveries, useReaches } from './use-partners.ts'

/** 越界尝试 until somebody has looked into each, and the notices that did not arrive. */
export function WatchPanel() {
  const t = texts.useTexts()
  const language = useLanguage()
  const refused = useRefusalWords()
  const reaches = useReaches()
  if (reaches.isError) return <FailedToLoad error={reaches.error} retry={() => void reaches.refetch()} />
  if (reaches.isPending) return <Loading />
  return (
    <>
      <h2>{t('attempts')}</h2>
      <Table<ReachView>
        rowKey="id"
        dataSource={reaches.data.items}
        pagination={reaches.data.items.length > 10 ? { pageSize: 10 } : false}
        scroll={{ x: 900 }}
        locale={{ emptyText: t('none') }}
        columns={[
          { title: t('at'), key: 'at', width: 180, render: (_, row) => formatInstant(row.at, language) },
          { title: t('agency'), key: 'agency', render: (_, row) => `${row.agency} · ${row.by}` },
          { title: t('attempt'), key: 'what', render: (_, row) => asked(row.what, language) },
          { title: t('refusal'), key: 'refusal', width: 180, render: (_, row) => refused(row.refusal) },
          { title: t('finding'), key: 'finding', width: 320, render: (_, row) => <Finding row={row} /> },
        ]}
      />
      <Deliveries />
    </>
  )
}

/** `XZ-… party`: the number, and the field by its name where one was asked for. */
function asked(what: string, language: Language): string {
  const [no = '', field] = what.split(' ')
  const known = (Object.keys(fields) as Field[]).find(name => name === field)
  if (known === undefined) return what
  return `${no} ${pick(fields[known].zh, fields[known].en, language)}`
}

function Finding({ row }: { row: ReachView }) {
  const t = texts.useTexts()
  const may = mayUse(watchRoutes.seeReach, useStaff())
  const [words, setWords] = useState('')
  const see = useAct(() => call(watchRoutes.seeReach, { params: { id: row.id }, body: { words } }))
  if (row.seenWords !== null) return t('found', { words: row.seenWords })
  if (!may) return null
  return (
    <div className="partner-row">
      <Input aria-label={t('finding')} maxLength={300} value={words} onChange={event => setWords(event.target.value)} />
      <Button disabled={words.trim().length < 2} loading={see.isPending} onClick={() => see.mutate(undefined)}>
        {t('save')}
      </Button>
      <Refused error={see.error} />
    </div>
  )
}

function Deliveries() {
  const t = texts.useTexts()
  const language = useLanguage()
  const list = useDeliveries()
  if (list.isError) return <FailedToLoad error={list.error} retry={() => void list.refetch()} />
  return (
    <>
      <h2 className="gap-above">{t('deliveries')}</h2>
      <Table<DeliveryView>
        rowKey="id"
        dataSource={list.data?.items ?? []}
        loading={list.isPending}
        pagination={false}
        scroll={{ x: 900 }}
        locale={{ emptyText: t('none') }}
        columns={[
          { title: t('at'), key: 'at', width: 180, render: (_, row) => formatInstant(row.madeAt, language) },
          { title: t('agency'), dataIndex: 'agency' },
          { title: t('no'), dataIndex: 'itemNo', width: 160 },
          { title: t('state'), key: 'state', width: 130, render: (_, row) => t(`delivery.${row.state}`) },
          { title: t('tries'), dataIndex: 'tries', width: 80 },
          { title: t('error'), key: 'error', render: (_, row) => row.error ?? '—' },
          { title: t('resend'), key: 'resend', width: 140, render: (_, row) => <Resend row={row} /> },
        ]}
      />
    </>
  )
}

function Resend({ row }: { row: DeliveryView }) {
  const t = texts.useTexts()
  const may = mayUse(watchRoutes.resend, useStaff())
  const send = useAct(() => call(watchRoutes.resend, { params: { id: row.id } }))
  if (row.state !== 'dead') return '—'
  return (
    <>
      <Button disabled={!may} loading={send.isPending} onClick={() => send.mutate(undefined)}>
        {t('resend')}
      </Button>
      <Refused error={send.error} />
    </>
  )
}
