import { Link } from '@tanstack/react-router'
import { Table, Tag } from 'antd'
import { itemKinds, itemStates, partnerRoutes, type TheirRow } from '#contract/partners'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { PageFailed } from '../app/problem-alert.tsx'
import { Due } from './items-table.tsx'
import { OwnLogCard } from './own-log-card.tsx'
import './partners.css'
import { useRefusalWords } from './refusal-words.ts'
import { texts } from './texts.ts'
import { TipCard } from './tip-card.tsx'
import { useInbox, useLive } from './use-partners.ts'

/** 收到的事项: the page of a partner's people. The list tells what and by when; the content is opened one by one. */
export function InboxPage() {
  const t = texts.useTexts()
  const language = useLanguage()
  useLive(partnerRoutes.stream.url, 'inbox')
  const refused = useRefusalWords()
  const list = useInbox()
  if (list.isError) return <PageFailed title={t('inbox.title')} error={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Loading />
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('inbox.title')}</h1>
      </div>
      <p className="quiet">{t('inbox.intro', { agency: list.data.agency })}</p>
      <Table<TheirRow>
        rowKey="no"
        dataSource={list.data.items}
        pagination={false}
        className="partner-inbox"
        locale={{ emptyText: t('inbox.none') }}
        columns={[
          {
            title: t('no'),
            key: 'no',
            onCell: named(t('no')),
            width: 170,
            render: (_, row) =>
              row.closed === null ? (
                <Link to="/inbox/$no" params={{ no: row.no }}>
                  {row.no}
                </Link>
              ) : (
                row.no
              ),
          },
          {
            title: t('kind'),
            key: 'kind',
            onCell: named(t('kind')),
            width: 110,
            render: (_, row) => pick(itemKinds[row.kind].zh, itemKinds[row.kind].en, language),
          },
          {
            title: t('contact'),
            key: 'contact',
            onCell: named(t('contact')),
            render: (_, row) => (
              <>
                {row.contact} {row.mine ? <Tag>{t('mine')}</Tag> : null}
              </>
            ),
          },
          {
            title: t('given'),
            key: 'given',
            onCell: named(t('given')),
            width: 190,
            render: (_, row) => (row.givenAt === null ? null : formatInstant(row.givenAt, language)),
          },
          {
            title: t('state'),
            key: 'state',
            onCell: named(t('state')),
            width: 170,
            render: (_, row) =>
              row.closed === null
                ? pick(itemStates[row.state].zh, itemStates[row.state].en, language)
                : `${t('closed')}：${refused(row.closed)}`,
          },
          { title: t('due'), key: 'due', width: 280, onCell: named(t('due')), render: (_, row) => <Due row={row} /> },
        ]}
      />
      <TipCard />
      <OwnLogCard />
    </div>
  )
}

/** On a telephone each row is a card, and each value says what it is. */
const named = (label: string) => () => ({ className: 'partner-cell', 'data-label': label })
