import { Link, useParams } from '@tanstack/react-router'
import {
  bucketNames,
  buckets,
  custodies,
  type GoodsDetail,
  type GoodsLot,
  goodsKinds,
  natures,
  priceSources,
} from '#contract/cases'
import { formatDayShort, formatFen } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { PageFailed } from '../app/problem-alert.tsx'
import { Entries } from './entries.tsx'
import './goods.css'
import { LotActs } from './lot-acts.tsx'
import { texts } from './texts.ts'
import { useLot } from './use-goods.ts'
import { amountInWords, goodsName, keepingInWords, keepingTone } from './words.ts'

/** 一批物品: where its 支 are, who moved them, and what may be done now. */
export function LotPage() {
  const { lotNo } = useParams({ from: '/goods/$lotNo' })
  const { lot, fresh } = useLot(lotNo)
  if (lot.isError) return <PageFailed error={lot.error} retry={() => void lot.refetch()} />
  return lot.isPending ? <Loading /> : <Shown detail={lot.data} fresh={fresh} />
}

function Shown({ detail, fresh }: { detail: GoodsDetail; fresh: (next: GoodsDetail) => void }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const { lot } = detail
  return (
    <div className="page goods">
      <Link className="small" to="/goods">
        {t('back')}
      </Link>
      <div className="file-head">
        <h1>
          {lot.lotNo} {goodsName(lot, language)}
        </h1>
        <strong className={`tone-${keepingTone(lot)}`}>{keepingInWords(lot, language)}</strong>
      </div>
      <p className="quiet">
        <Link to="/goods/cases/$caseNo" params={{ caseNo: lot.caseNo }}>
          {lot.caseNo}
        </Link>{' '}
        · {detail.caseAbout}
      </p>
      {detail.condemned && lot.stored > 0 ? <p className="tone-soon">◆ {t('condemned')}</p> : null}
      {detail.undecided && lot.decision === 'confiscate' && lot.stored > 0 ? (
        <p className="tone-soon">◆ {t('undecided')}</p>
      ) : null}
      <div className="goods-columns">
        <div>
          <Numbers lot={lot} />
          <Facts lot={lot} />
          <Codes codes={detail.codes} />
        </div>
        <div>
          <LotActs key={detail.entries.length} detail={detail} fresh={fresh} />
          <Entries detail={detail} fresh={fresh} />
        </div>
      </div>
    </div>
  )
}

function Numbers({ lot }: { lot: GoodsLot }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const parts = bucketNames.filter(bucket => lot[bucket] > 0)
  return (
    <section className="card">
      <h2>{t('numbers')}</h2>
      <p>
        {t('balance', {
          held: amountInWords(lot.kind, lot.held, language),
          parts: parts.map(bucket => pick(buckets[bucket].zh, buckets[bucket].en, language)).join(' ＋ '),
        })}
      </p>
      <table className="plain-table">
        <tbody>
          {parts.map(bucket => (
            <tr key={bucket}>
              <th scope="row">{pick(buckets[bucket].zh, buckets[bucket].en, language)}</th>
              <td>{amountInWords(lot.kind, lot[bucket], language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lot.difference === 0 ? null : (
        <p className="tone-overdue">▲ {t('difference', { difference: lot.difference })}</p>
      )}
    </section>
  )
}

function Facts({ lot }: { lot: GoodsLot }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const source = Object.entries(priceSources).find(([key]) => key === lot.priceSource)?.[1]
  const rows: readonly (readonly [string, string])[] = [
    [t('kind'), pick(goodsKinds[lot.kind].zh, goodsKinds[lot.kind].en, language)],
    [t('nature'), pick(natures[lot.nature].zh, natures[lot.nature].en, language)],
    [t('custody'), pick(custodies[lot.custody].zh, custodies[lot.custody].en, language)],
    [t('seizedAt'), `${lot.seizedAt}，${formatDayShort(lot.heldOn, language)}`],
    [t('place'), lot.place],
    [t('barcode'), lot.barcode],
    [t('value'), lot.value === null ? t('unpriced') : formatFen(lot.value)],
    [
      t('price'),
      source === undefined
        ? ''
        : [pick(source.zh, source.en, language), lot.priceList ?? '', lot.brandUnlisted ? t('brandUnlisted') : '']
            .filter(Boolean)
            .join('；'),
    ],
  ]
  return (
    <section className="card gap-above">
      <h2>{t('facts')}</h2>
      <dl className="facts">
        {rows
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

function Codes({ codes }: Pick<GoodsDetail, 'codes'>) {
  const t = texts.useTexts()
  if (codes.length === 0) return null
  return (
    <section className="card gap-above">
      <h2>{t('codes', { count: codes.length })}</h2>
      <ul className="plain-list goods-codes">
        {codes.map(({ code, licenceNo }) => (
          <li key={code}>
            <code>{code}</code>{' '}
            <Link className="small" to="/retailers/$licenceNo" params={{ licenceNo }}>
              {t('codes.of', { licenceNo })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
