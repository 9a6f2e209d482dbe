import { Table } from 'antd'
import type { IndicatorView } from '#contract/monitoring'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { texts } from './texts.ts'

/** 指标说明 with the rate of false alarms that people's verdicts give each of them. */
export function IndicatorTable({ indicators }: { indicators: readonly IndicatorView[] }) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <section aria-label={t('indicators')}>
      <h2>{t('indicators')}</h2>
      <Table<IndicatorView>
        rowKey="code"
        dataSource={[...indicators]}
        pagination={false}
        scroll={{ x: 900 }}
        columns={[
          {
            title: t('indicator'),
            key: 'name',
            width: 220,
            render: (_, row) => `${row.code} ${pick(row.zh, row.en, language)}`,
          },
          {
            title: t('meaning'),
            key: 'meaning',
            render: (_, row) => (
              <span lang="zh-CN">
                {row.meaning}
                <span className="quiet small alert-source">{row.source}</span>
              </span>
            ),
          },
          { title: t('judged'), dataIndex: 'judged', width: 100 },
          {
            title: t('wrong'),
            key: 'wrong',
            width: 110,
            render: (_, row) =>
              row.judged === 0 ? t('noRate') : t('rate', { rate: Math.round((100 * row.wrong) / row.judged) }),
          },
        ]}
      />
    </section>
  )
}
