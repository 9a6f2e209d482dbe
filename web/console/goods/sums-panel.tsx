import { Button } from 'antd'
import { useState } from 'react'
import { type CaseSums, crimes, criterionOf, measured, sanctionRoutes as routes } from '#contract/cases'
import { formatSticks, type Sticks } from '#kernel/quantity'
import { formatCount, formatDayShort, formatFen } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { lawText } from '../../shared/law-text.ts'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { AmountsForm } from './amounts-form.tsx'
import './goods.css'
import { sanctionTexts } from './sanction-texts.ts'
import { useSums } from './use-goods.ts'

/** 合计和追诉标准 of one case, live; for its page. */
export function SumsPanel({ caseNo }: { caseNo: string }) {
  const sums = useSums(caseNo)
  if (sums.isError) return <FailedToLoad error={sums.error} retry={() => void sums.refetch()} />
  return sums.isPending ? null : <Sums sums={sums.data} />
}

function Sums({ sums }: { sums: CaseSums }) {
  const t = sanctionTexts.useTexts()
  const language = useLanguage()
  const { priceList, duty } = sums
  return (
    <section className="card goods-panel" aria-label={t('totals')}>
      <h2>{t('totals')}</h2>
      <dl className="facts goods-facts">
        <Row
          name={t('sticks')}
          value={language === 'zh' ? formatSticks(sums.sticks as Sticks) : formatCount(sums.sticks)}
        />
        {sums.grams > 0 ? <Row name={t('grams')} value={`${formatCount(sums.grams / 1000)} kg`} /> : null}
        {sums.pieces > 0 ? <Row name={t('pieces')} value={formatCount(sums.pieces)} /> : null}
        <Row name={t('value')} value={formatFen(sums.value)} />
      </dl>
      {sums.unpriced > 0 ? <p className="tone-soon">▲ {t('unpriced', { count: sums.unpriced })}</p> : null}
      <p className="quiet small">
        {priceList === null
          ? t('list.none')
          : t('list', { ...priceList, day: formatDayShort(priceList.effective, language) })}
        {priceList !== null && priceList.sure !== 'law' ? `（${t('list.unsure')}）` : ''}
      </p>
      <h3>{t('thresholds')}</h3>
      {duty.due ? (
        <p className="tone-overdue" role="alert">
          ▲ {t('duty.due', { basis: lawText({ instrument: 'YS', article: 3 }, language) })}
        </p>
      ) : null}
      {duty.lawyerFirst ? <p className="tone-soon">▲ {t('duty.lawyer')}</p> : null}
      <p className="quiet small">{t('thresholds.rule', { percent: sums.warnPercent })}</p>
      <ul className="plain-list goods-bars">
        {sums.bars.map(bar => (
          <Threshold key={bar.code} bar={bar} />
        ))}
      </ul>
      <Established sums={sums} />
    </section>
  )
}

function Row({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** One criterion: its name and article, how far it is filled, in words and as a bar. */
function Threshold({ bar }: { bar: CaseSums['bars'][number] }) {
  const t = sanctionTexts.useTexts()
  const language = useLanguage()
  const criterion = criterionOf(bar.code)
  const of = measured[criterion.of]
  const amount = (value: number) => (of.unit === 'fen' ? formatFen(value) : formatCount(value))
  const crime = crimes[criterion.crime]
  const tone = bar.level === 'reached' ? 'overdue' : bar.level === 'near' ? 'soon' : 'calm'
  return (
    <li>
      <div className="goods-bar-head">
        <span>
          {pick(crime.zh, crime.en, language)} · {pick(of.zh, of.en, language)}
          {criterion.degree === 'graver' ? `（${t('graver')}）` : ''}
        </span>
        <strong className={`tone-${tone}`}>
          {bar.level === 'below' ? '' : '▲ '}
          {bar.percent}% {t(`level.${bar.level}`)}
        </strong>
      </div>
      <div className="goods-bar" data-level={bar.level} aria-hidden="true">
        <span style={{ width: `${Math.min(100, bar.percent)}%` }} />
      </div>
      <div className="quiet small">
        {amount(bar.value)} / {amount(bar.limit)} · {lawText(criterion.basis, language)}
      </div>
    </li>
  )
}

function Established({ sums }: { sums: CaseSums }) {
  const t = sanctionTexts.useTexts()
  const [editing, setEditing] = useState(false)
  const may = mayUse(routes.saveAmounts, useStaff())
  const { amounts } = sums
  const money = ['business', 'purchases', 'sales', 'wholesale', 'gains', 'fakeSold', 'tax'] as const
  return (
    <>
      <div className="goods-panel-head">
        <h3>{t('amounts')}</h3>
        {may && !editing ? <Button onClick={() => setEditing(true)}>{t('amounts.edit')}</Button> : null}
      </div>
      {editing ? <AmountsForm sums={sums} close={() => setEditing(false)} /> : null}
      {amounts === null ? (
        <p className="quiet">{t('amounts.none')}</p>
      ) : (
        <dl className="facts goods-facts">
          {money.map(key => {
            const value = amounts[key]
            return value === null || value === 0 ? null : <Row key={key} name={t(key)} value={formatFen(value)} />
          })}
          <Row name={t('licence')} value={t(`licence.${amounts.licence}`)} />
          <Row name={t('evidence')} value={amounts.evidence} />
        </dl>
      )}
    </>
  )
}
