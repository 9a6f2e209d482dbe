import { setPdf } from '#platform/typesetting'
import { inFours } from '../rules/informant/receipt.ts'

interface Asked {
  readonly receipt: string
  readonly publicUrl: string
  readonly mode: 'demo' | 'production'
}

/** 回执 on paper, for whoever reported at a terminal: only the number he has already; nothing is looked up for it. */
export const renderSlip = ({ receipt, publicUrl, mode }: Asked): Uint8Array =>
  setPdf('modules/intelligence/papers/templates/slip.typ', {
    receipt: inFours(receipt),
    address: `${publicUrl.replace(/\/$/u, '')}/report/follow`,
    demo: mode === 'demo',
  })
