import type { ReactNode } from 'react'
import './delivery.css'

/** What every page of delivery stands in. */
export function DeliveryFrame({ children }: { children: ReactNode }) {
  return <div className="page delivery-page">{children}</div>
}
