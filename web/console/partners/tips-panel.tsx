import { Link } from '@tanstack/react-router'
import { Table } from 'antd'
import { type ToldTip, tipMatters, tipOutcomes } from '#contract/partners'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { tipTexts } from './tip-texts.ts'
import { useTold } from './use-partners.ts'

/** 报来的线索: what agencies told, the clue it became, and what they heard of it. */
export function TipsPanel() {
  const t = tipTexts.useTexts()
  const language = useLanguage()
  const list = useTold()
  if (list.isError) return <FailedToLoad error={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Loading />
  return (
    <>
      <p className="quiet">{t('told.intro')}</p>
      <Table<ToldTip>
        rowKey="no"
        dataSource={list.data.items}
        pagination={list.data.items.length > 20 ? { pageSize: 20 } : false}
        scroll={{ x: 1000 }}
        locale={{ emptyText: t('none') }}
        columns={[
          {
            title: t('no'),
            key: 'no',
            width: 170,
            render: (_, { no, ref }) => (
              <>
                {no}
                {ref === no ? null : <div className="quiet small">{ref}</div>}
              </>
            ),
          },
          { title: t('agency'), key: 'agency', dataIndex: 'agency' },
          {
            title: t('matter'),
            key: 'matter',
            width: 130,
            render: (_, { matter }) => pick(tipMatters[matter].zh, tipMatters[matter].en, language),
          },
          { title: t('at'), key: 'at', width: 190, render: (_, { at }) => formatInstant(at, language) },
          {
            title: t('clue'),
            key: 'clue',
            width: 160,
            render: (_, { clueNo }) =>
              clueNo === null ? (
                t('waiting')
              ) : (
                <Link to="/clues/$no" params={{ no: clueNo }}>
                  {clueNo}
                </Link>
              ),
          },
          { title: t('answer'), key: 'answer', width: 260, render: (_, tip) => <Answer tip={tip} /> },
        ]}
      />
    </>
  )
}

function Answer({ tip: { outcome, answeredAt } }: { tip: ToldTip }) {
  const t = tipTexts.useTexts()
  const language = useLanguage()
  if (outcome === null || answeredAt === null) return <span className="quiet">{t('notYet')}</span>
  const word = pick(tipOutcomes[outcome].zh, tipOutcomes[outcome].en, language)
  return <>{t('outcome', { outcome: word, at: formatInstant(answeredAt, language) })}</>
}
