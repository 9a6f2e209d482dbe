import { createRoot } from 'react-dom/client'
import { markDocument } from '../shared/language.ts'
import '../shared/tokens.css'
import { Portal } from './app/portal.tsx'
import './app/portal.css'
import { keepForOffline } from './app/keep-for-offline.ts'
import { takeFirstPart } from './app/page-parts.ts'
import { markView } from './app/view.ts'

markDocument()
markView()
const root = document.getElementById('root')
if (root === null) throw new Error('the page has no #root')
// No `await` at the top: the parts of the pages import from this file, and whoever awaits it here would wait for himself.
void takeFirstPart().then(() => {
  createRoot(root).render(<Portal />)
  keepForOffline()
})
