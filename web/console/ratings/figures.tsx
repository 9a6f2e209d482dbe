import { useQuery } from '@tanstack/react-query'
import { Segmented, Table } from 'antd'
import { useState } from 'react'
import { gradeLabels, grades, type RatingFigure, ratingRoutes as routes } from '#contract/licensing'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { texts } from './texts.ts'

const groups = ['service', 'town', 'channel'] as const
type Group = (typeof groups)[number]

/** 评价统计 by service, town or channel; the grades of small groups stay hidden, so that nobody can guess whose they are. */
export function Figures() {
  const t = texts.useTexts()
  const language = useLanguage()
  const [by, setBy] = useState<Group>('service')
  const figures = useQuery({
    queryKey: ['ratingFigures', by],
    queryFn: ({ signal }) => call(routes.ratingFigures, { query: { by }, signal }),
  })
  if (figures.isError) return <FailedToLoad error={figures.error} retry={() => void figures.refetch()} />
  if (figures.isPending) return <Loading />
  const { items, smallestGroup } = figures.data
  const withheld = t('withheld', { count: smallestGroup })
  return (
    <section className="card">
      <div className="rating-head">
        <h2>{t('figures')}</h2>
        <Segmented<Group>
          aria-label={t('by')}
          value={by}
          onChange={setBy}
          options={groups.map(value => ({ value, label: t(value) }))}
        />
      </div>
      <Table<RatingFigure>
        rowKey="key"
        size="small"
        dataSource={[...items]}
        pagination={false}
        scroll={{ x: 900 }}
        columns={[
          { title: t(by), key: 'label', render: (_, row) => pick(row.label, row.labelEn, language) },
          { title: t('matters'), dataIndex: 'done', align: 'right' },
          { title: t('count'), dataIndex: 'rated', align: 'right' },
          {
            title: t('good'),
            key: 'good',
            align: 'right',
            render: (_, { counts, rated }) => (counts === null ? withheld : share(counts, rated)),
          },
          ...grades.map((grade, place) => ({
            title: pick(gradeLabels[grade].zh, gradeLabels[grade].en, language),
            key: String(grade),
            align: 'right' as const,
            render: (_: unknown, { counts }: RatingFigure) => counts?.[place] ?? '—',
          })),
        ]}
      />
    </section>
  )
}

/** 好评 is 基本满意 and better. */
const share = ([best = 0, good = 0, fair = 0]: readonly number[], rated: number): string =>
  `${Math.round(((best + good + fair) / rated) * 100)}%`
