import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Table, Tag } from 'antd'
import { type GatewayView, routes } from '#contract/exchange'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { type Language, useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad, PageFailed } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { texts } from './texts.ts'

const key = ['gateways'] as const
const refreshMs = 15_000

/** 外部系统: what each was last seen to do, what waits for it, and the button that sends it again. */
export function GatewaysPage() {
  const t = texts.useTexts()
  const list = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(routes.listGateways, { signal }),
    refetchInterval: refreshMs,
  })
  if (list.isError) return <PageFailed error={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Loading />
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
      </div>
      <p className="quiet">{t('intro')}</p>
      <GatewayTable items={list.data.items} />
    </div>
  )
}

function GatewayTable({ items }: { items: readonly GatewayView[] }) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <Table<GatewayView>
      rowKey="name"
      dataSource={[...items]}
      pagination={false}
      scroll={{ x: 1100 }}
      columns={[
        { title: t('system'), key: 'system', width: 360, render: (_, row) => <System row={row} /> },
        { title: t('state'), key: 'state', width: 130, render: (_, row) => t(row.state) },
        {
          title: t('success'),
          key: 'success',
          width: 190,
          render: (_, row) => instant(row.lastSuccessAt, language) ?? t('never'),
        },
        { title: t('waiting'), key: 'waiting', width: 80, render: (_, row) => t('count', { count: row.waiting }) },
        {
          title: t('oldest'),
          key: 'oldest',
          width: 190,
          render: (_, row) => instant(row.oldest, language) ?? t('never'),
        },
        { title: t('error'), key: 'error', render: (_, row) => <LastError row={row} /> },
        { title: t('act'), key: 'resend', width: 130, render: (_, row) => <Resend row={row} /> },
      ]}
    />
  )
}

const instant = (at: string | null, language: Language) => (at === null ? undefined : formatInstant(at, language))

function System({ row }: { row: GatewayView }) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <>
      <strong>{pick(row.label.zh, row.label.en, language)}</strong> {row.simulated ? <Tag>{t('simulated')}</Tag> : null}
      <div className="small">{pick(row.what.zh, row.what.en, language)}</div>
      <div className="small quiet">{pick(row.without.zh, row.without.en, language)}</div>
    </>
  )
}

function LastError({ row }: { row: GatewayView }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const { lastError, lastFailureAt, nextTryAt, refused, refusedWhy } = row
  return (
    <>
      {refused === 0 ? null : <div>{t('refused', { count: refused, why: refusedWhy ?? '' })}</div>}
      {lastError === null ? null : (
        <div>
          {lastError} <span className="quiet small">{instant(lastFailureAt, language)}</span>
        </div>
      )}
      {nextTryAt === null ? null : (
        <div className="quiet small">{t('nextTry', { at: formatInstant(nextTryAt, language) })}</div>
      )}
      {refused === 0 && lastError === null ? t('never') : null}
    </>
  )
}

function Resend({ row }: { row: GatewayView }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const queries = useQueryClient()
  const send = useMutation({
    mutationFn: () => call(routes.resend, { params: { name: row.name } }),
    onSuccess: fresh => queries.setQueryData(key, fresh),
  })
  const allowed = mayUse(routes.resend, useStaff())
  if (!row.resendable) return <span className="quiet small">{t('noResend')}</span>
  return (
    <>
      <Button
        disabled={!allowed}
        loading={send.isPending}
        aria-label={t('resendOf', { name: pick(row.label.zh, row.label.en, language) })}
        onClick={() => send.mutate()}
      >
        {t('resend')}
      </Button>
      {send.isError ? <FailedToLoad error={send.error} retry={() => send.mutate()} /> : null}
    </>
  )
}
