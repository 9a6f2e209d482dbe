import { DiscretionPanel } from './discretion-panel.tsx'
import './goods.css'
import { GoodsPanel } from './goods-panel.tsx'
import { NetworkPanel } from './network-panel.tsx'
import { SumsPanel } from './sums-panel.tsx'

/** 物品、合计和追诉标准、裁量 of one case: what its page shows of this part of the domain. */
export function CasePanels({ caseNo, violation }: { caseNo: string; violation?: string | null }) {
  return (
    <div className="goods gap-above">
      <GoodsPanel caseNo={caseNo} />
      <div className="goods-columns">
        <div>
          <SumsPanel caseNo={caseNo} />
          <NetworkPanel caseNo={caseNo} />
        </div>
        <DiscretionPanel caseNo={caseNo} violation={violation ?? null} />
      </div>
    </div>
  )
}
