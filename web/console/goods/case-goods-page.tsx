import { Link, useParams } from '@tanstack/react-router'
import { CasePanels } from './case-panels.tsx'
import './goods.css'
import { sanctionTexts } from './sanction-texts.ts'

/** 一件案件的物品、金额和裁量: the panels of the case page on a page of their own, for whoever comes from the store. */
export function CaseGoodsPage() {
  const t = sanctionTexts.useTexts()
  const { caseNo } = useParams({ from: '/goods/cases/$caseNo' })
  return (
    <div className="page goods">
      <Link className="small" to="/goods">
        {t('back')}
      </Link>
      <h1>{t('page', { caseNo })}</h1>
      <CasePanels caseNo={caseNo} />
    </div>
  )
}
