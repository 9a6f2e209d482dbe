import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { routes as access } from '#contract/access'
import { call } from '../../shared/api.ts'
import { texts } from './texts.ts'

export interface DemoAccount {
  readonly account: string
  readonly password: string
  readonly code: string
}

/** The accounts of a demonstration with the code of this moment; production has no such address and shows nothing. */
export function DemoAccounts({ choose }: { choose: (account: DemoAccount) => void }) {
  const t = texts.useTexts()
  const list = useQuery({
    queryKey: ['demoAccounts'],
    queryFn: ({ signal }) => call(access.demoAccounts, { signal }),
    refetchInterval: 15_000,
    retry: false,
  })
  if (list.data === undefined) {
    return <Alert className="gap-above" type="info" title={t('demo')} description={t('demo.next')} />
  }
  return (
    <div className="demo-accounts">
      <h2>{t('demo.accounts')}</h2>
      <ul className="plain-list">
        {list.data.items.map(item => (
          <li key={item.account}>
            <Button size="small" onClick={() => choose(item)}>
              {t('demo.choose', { name: item.name })}
            </Button>{' '}
            <span className="quiet">{item.account}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
