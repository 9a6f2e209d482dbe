import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { type PrintTicket, windowPrintRoutes } from '#contract/licensing'
import { call } from '../../shared/api.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly counterId: string
  readonly licenceNo: string
}

/**
 * 查询打印: one sheet of the ledger, opened as a page that the browser prints. Until the officer says what became of it, the
 * same button opens the same sheet; after that it is another copy, with the next number, and only because it was pressed.
 */
export function PrintQuery({ counterId, licenceNo }: Props) {
  const t = texts.useTexts()
  const [sheet, setSheet] = useState<PrintTicket>()
  const print = useMutation({
    mutationFn: async () => {
      const ticket = await call(windowPrintRoutes.windowReservePrint, { params: { counterId }, body: { licenceNo } })
      setSheet(ticket)
      const params = { counterId, printId: ticket.printId }
      return call(windowPrintRoutes.windowPrintPage, { params })
    },
    onSuccess: page => window.open(URL.createObjectURL(page), '_blank', 'noopener'),
  })
  const tell = useMutation({
    mutationFn: ({ printId, printed }: { printId: string; printed: boolean }) =>
      call(windowPrintRoutes.windowTellPrint, { params: { counterId, printId }, body: { printed } }),
    onSuccess: setSheet,
  })
  return (
    <>
      <p className="window-row">
        <Button loading={print.isPending} onClick={() => print.mutate()}>
          {t('query.print')}
        </Button>
        {sheet === undefined ? null : (
          <Told sheet={sheet} busy={tell.isPending} onTell={printed => tell.mutate({ ...sheet, printed })} />
        )}
      </p>
      {print.isError ? <FailedToLoad error={print.error} retry={() => print.mutate()} /> : null}
      {tell.isError ? <FailedToLoad error={tell.error} retry={() => tell.reset()} /> : null}
    </>
  )
}

interface ToldProps {
  readonly sheet: PrintTicket
  readonly busy: boolean
  readonly onTell: (printed: boolean) => void
}

/** What is known of the sheet, and the words that are still open about it; an unknown one may turn up after all. */
function Told({ sheet: { copyNo, state }, busy, onTell }: ToldProps) {
  const t = texts.useTexts()
  const no = String(copyNo)
  if (state === 'confirmed') return <output>{t('query.confirmed', { no })}</output>
  const unknown = state === 'unknown'
  return (
    <>
      <output>{t(unknown ? 'query.unknown' : 'query.reserved', { no })}</output>
      <Button type="primary" disabled={busy} onClick={() => onTell(true)}>
        {t('query.yes')}
      </Button>
      {unknown ? null : (
        <Button disabled={busy} onClick={() => onTell(false)}>
          {t('query.no')}
        </Button>
      )}
    </>
  )
}
