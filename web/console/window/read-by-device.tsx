import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { type CounterSession, counterRoutes } from '#contract/access'
import { deviceRoutes } from '../../../agent/contract.ts'
import { call, callDevice } from '../../shared/api.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import type { TypedCard } from './form.ts'
import { texts } from './texts.ts'

/** The agent waits 20 s for the card; the page is more patient than it. */
const patience = 45_000

/** 读卡器: the device on this desk reads the card and tells the server itself; this page only hears whose it was. */
export function ReadByDevice({ onOpen }: { onOpen: (session: CounterSession, card: TypedCard) => void }) {
  const t = texts.useTexts()
  const read = useMutation({
    mutationFn: async () => {
      const { readingId, ticket, reader } = await call(counterRoutes.askDeskReading)
      return callDevice(reader, deviceRoutes.deskReading, { body: { readingId, ticket }, patience })
    },
    onSuccess: ({ session, card }) => onOpen(session, card),
  })
  return (
    <div className="window-question">
      <p>{t('device')}</p>
      <Button type="primary" loading={read.isPending} onClick={() => read.mutate()}>
        {t('readCard')}
      </Button>
      {read.isPending ? <output className="quiet"> {t('layCard')}</output> : null}
      {read.isError ? <FailedToLoad error={read.error} retry={() => read.mutate()} /> : null}
      {read.isError ? <p className="quiet">{t('noDevice')}</p> : null}
    </div>
  )
}
