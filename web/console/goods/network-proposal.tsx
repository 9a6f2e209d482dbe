import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { type NetworkProposal, networkRoutes as routes } from '#contract/cases'
import { call } from '../../shared/api.ts'
import { formatCount, formatFen } from '../../shared/format.ts'
import { Refused } from '../app/refused.tsx'
import { networkTexts } from './network-texts.ts'

/** What an officer takes over into the form, still to be looked at and saved by him. */
export interface TakenOver {
  readonly links: number
  readonly layers: number
  readonly areas: number
  readonly provinces: number
  readonly value: number
  readonly sticks: number
  readonly evidence: string
}

/** 按关系图提出: which cases share something with this one; the officer leaves out what does not belong to it. */
export function NetworkProposalPart({
  caseNo,
  take,
}: {
  readonly caseNo: string
  readonly take: (taken: TakenOver) => void
}) {
  const t = networkTexts.useTexts()
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set())
  const ask = useMutation({ mutationFn: () => call(routes.proposeNetwork, { params: { no: caseNo } }) })
  const proposal = ask.data
  const chosen = proposal?.cases.filter(one => !without.has(one.caseNo)) ?? []
  return (
    <div className="goods-network">
      <Button loading={ask.isPending} onClick={() => ask.mutate()}>
        {t('propose')}
      </Button>
      <Refused error={ask.error} />
      {proposal === undefined ? null : (
        <>
          {proposal.cases.length === 0 ? <p>{t('proposed.none')}</p> : null}
          <ul className="plain-list small">
            {proposal.cases.map(one => (
              <li key={one.caseNo}>
                <Checkbox
                  checked={!without.has(one.caseNo)}
                  onChange={({ target }) => {
                    const next = new Set(without)
                    if (target.checked) next.delete(one.caseNo)
                    else next.add(one.caseNo)
                    setWithout(next)
                  }}
                >
                  <strong>{one.caseNo}</strong> {one.about ?? t('proposed.elsewhere')}
                </Checkbox>
                <div lang="zh-CN">{t('proposed.via', { via: one.via })}</div>
                <div className="quiet">
                  {t('proposed.sums', { value: formatFen(one.value), sticks: formatCount(one.sticks) })}
                </div>
              </li>
            ))}
          </ul>
          <p className="quiet small">
            {t('proposed.persons', { layers: proposal.layers })}
            {proposal.provinces.length === 0 ? '' : t('proposed.plates', { provinces: proposal.provinces.join('、') })}
            {proposal.cut ? t('proposed.cut') : ''}
          </p>
          <Button disabled={chosen.length === 0} onClick={() => take(takenOver(proposal, chosen))}>
            {t('proposed.take')}
          </Button>
        </>
      )}
    </div>
  )
}

/** This case counts among them; a plate of another province is a province beside one's own. */
function takenOver({ own, layers, provinces }: NetworkProposal, chosen: NetworkProposal['cases']): TakenOver {
  const all = [own, ...chosen]
  const sum = (of: (one: { value: number; sticks: number }) => number) => all.reduce((total, one) => total + of(one), 0)
  return {
    links: all.length,
    layers,
    areas: new Set(all.flatMap(({ area }) => area ?? [])).size,
    provinces: new Set(['粤', ...provinces]).size,
    value: sum(({ value }) => value),
    sticks: sum(({ sticks }) => sticks),
    evidence: `关系图：${chosen.map(({ caseNo, via }) => `${caseNo}（${via}）`).join('；')}`.slice(0, 300),
  }
}
