import { useState } from 'react'
import { inFours } from '#contract/intelligence'
import { deviceRoutes } from '../../../agent/contract.ts'
import { Callout } from '../../services/kit/facts.tsx'
import { call } from '../../shared/api.ts'
import { Frame, type PageProps } from '../frame/frame.tsx'
import './report.css'
import { reportTexts } from './texts.ts'

/** Paper takes its time; the agent itself gives up earlier. */
const printPatience = 180_000

/** 回执: on the screen now, on paper when asked for; gone with the page. */
export function DonePage({ kiosk, send, receipt }: PageProps & { receipt: string }) {
  const t = reportTexts.useTexts()
  const [print, setPrint] = useState<'open' | 'printing' | 'printed' | 'printFailed'>('open')
  const paper = kiosk.device?.printer.state
  const canPrint = print === 'open' && paper !== 'stopped' && paper !== 'absent'
  const begin = () => {
    setPrint('printing')
    call(deviceRoutes.printSlip, { body: { receipt }, patience: printPatience }).then(
      ({ outcome }) => setPrint(outcome === 'printed' ? 'printed' : 'printFailed'),
      () => setPrint('printFailed'),
    )
  }
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={t('done')}
      tone="good"
      say="reportDone"
      other={canPrint ? { label: t('print'), press: begin } : undefined}
      main={print === 'printing' ? undefined : { label: t('finish'), press: () => send({ is: 'exit' }) }}
    >
      <p className="report-receipt" data-receipt={receipt}>
        {inFours(receipt)}
      </p>
      <p>{t('doneNext')}</p>
      <Callout tone="wait">
        <p>{t('keep')}</p>
      </Callout>
      <p role="status">{print === 'open' ? '' : t(print)}</p>
    </Frame>
  )
}
