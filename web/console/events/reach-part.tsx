import { Button } from 'antd'
import type { ReachView } from '#contract/outreach'
import { useTowns } from '../app/use-towns.ts'
import { PlainTable } from '../table/plain-table.tsx'
import type { Proposal } from './events-page.tsx'
import { texts } from './texts.ts'

/** 精准: how far events have reached, and where the next ones reach most. */
export function ReachPart({ reach, plan }: { reach: ReachView; plan: (proposal: Proposal) => void }) {
  const t = texts.useTexts()
  const names = new Map(useTowns().map(({ code, name }) => [code, name]))
  const total = (of: 'shops' | 'near') => reach.towns.reduce((sum, town) => sum + town[of], 0)
  const { months, metres, unreached } = reach
  return (
    <section className="card events-reach" aria-labelledby="reach">
      <h2 id="reach">{t('reach')}</h2>
      <p>{t('reach.line', { months, metres, unreached, near: total('near'), shops: total('shops') })}</p>
      {reach.proposals.length === 0 ? <p>{t('reach.all')}</p> : <p>{t('reach.next')}</p>}
      <ul className="events-next">
        {reach.proposals.map(proposal => (
          <li key={proposal.address}>
            <span>{t('reach.proposal', { address: proposal.address, shops: proposal.shops })}</span>
            <Button onClick={() => plan(proposal)}>{t('reach.plan')}</Button>
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('byTown')}</summary>
        <PlainTable caption={t('byTown')} heads={[t('town'), t('shops'), t('near'), t('share')]}>
          {reach.towns.map(({ town, shops, near }) => (
            <tr key={town}>
              <td>{names.get(town) ?? town}</td>
              <td>{shops}</td>
              <td>{near}</td>
              <td>{`${Math.round((100 * near) / Math.max(1, shops))}%`}</td>
            </tr>
          ))}
        </PlainTable>
      </details>
    </section>
  )
}
