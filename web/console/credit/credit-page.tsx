import { Link, useSearch } from '@tanstack/react-router'
import { kindCodes, ruleOf } from '#contract/credit'
import { pick } from '../../shared/i18n.ts'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import './credit.css'
import { FileList } from './file-list.tsx'
import { FileTable } from './file-table.tsx'
import type { CreditView } from './filters.ts'
import { GradesView } from './grades-view.tsx'
import { texts } from './texts.ts'
import { useClocks } from './use-credit.ts'

const views: readonly CreditView[] = ['clocks', 'grades', ...kindCodes]

/** 信用与处置: clocks, grades, and a list of each kind of file. */
export function CreditPage() {
  const t = texts.useTexts()
  const { view = 'clocks' } = useSearch({ from: '/credit' })
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
      </div>
      <p className="quiet">{t('intro')}</p>
      <nav className="credit-tabs" aria-label={t('views')}>
        {views.map(one => (
          <Link key={one} to="/credit" search={{ view: one }} aria-current={one === view ? 'page' : undefined}>
            <Name view={one} />
          </Link>
        ))}
      </nav>
      <p>{t(`help.${view}`)}</p>
      {view === 'clocks' ? <Clocks /> : view === 'grades' ? <GradesView /> : <FileList key={view} kind={view} />}
    </div>
  )
}

function Name({ view }: { view: CreditView }) {
  const t = texts.useTexts()
  if (view === 'clocks' || view === 'grades') return t(`view.${view}`)
  return pick(ruleOf(view).zh, ruleOf(view).en)
}

function Clocks() {
  const t = texts.useTexts()
  const clocks = useClocks()
  if (clocks.isError) return <FailedToLoad error={clocks.error} retry={() => void clocks.refetch()} />
  if (clocks.isPending) return <Loading />
  const { items, alarms, waitingCases } = clocks.data
  return (
    <>
      {alarms > 0 ? <p className="credit-alarm">▲ {t('alarms', { count: alarms })}</p> : null}
      {waitingCases > 0 ? (
        <p>
          <Link to="/credit" search={{ view: 'disposal', state: 'handedOver' }}>
            {t('waitingCases', { count: waitingCases })}
          </Link>
        </p>
      ) : null}
      {items.length === 0 ? <p>{t('noClocks')}</p> : <FileTable caption={t('view.clocks')} rows={items} kinds />}
    </>
  )
}
