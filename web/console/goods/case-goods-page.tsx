import { Link, useParams } from '@tanstack/react-router'
import { DiscretionPanel } from './discretion-panel.tsx'
import './goods.css'
import { GoodsPanel } from './goods-panel.tsx'
import { sanctionTexts } from './sanction-texts.ts'
import { SumsPanel } from './sums-panel.tsx'

/** 一件案件的物品、金额和裁量: the three panels of the case page on a page of their own. */
export function CaseGoodsPage() {
  const t = sanctionTexts.useTexts()
  const { caseNo } = useParams({ from: '/goods/cases/$caseNo' })
  return (
    <div className="page goods">
      <Link className="small" to="/goods">
        {t('back')}
      </Link>
      <h1>{t('page', { caseNo })}</h1>
      <GoodsPanel caseNo={caseNo} />
      <div className="goods-columns">
        <SumsPanel caseNo={caseNo} />
        <DiscretionPanel caseNo={caseNo} />
      </div>
    </div>
  )
}
