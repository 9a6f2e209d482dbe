import { registerSW } from 'virtual:pwa-register'
import { unstableSetRender } from 'antd-mobile'
import { createRoot, type Root } from 'react-dom/client'
import { markDocument } from '../shared/language.ts'
import '../shared/tokens.css'
import './field.css'
import { doors } from './app/areas.ts'
import { Field } from './app/field.tsx'
import { keepSending } from './outbox/send.ts'

// antd-mobile's dialogs draw into roots of their own; React 19 needs to be told how.
unstableSetRender((node, container) => {
  const host = container as typeof container & { fieldRoot?: Root }
  const made = host.fieldRoot ?? createRoot(host)
  host.fieldRoot = made
  made.render(node)
  return async () => made.unmount()
})
markDocument()
registerSW({ onOfflineReady: () => document.documentElement.setAttribute('data-offline-ready', 'true') })
keepSending(doors)
const root = document.getElementById('root')
if (root === null) throw new Error('the page has no #root')
createRoot(root).render(<Field />)
