import { createRoot } from 'react-dom/client'
import { markDocument } from '../shared/language.ts'
import '../shared/tokens.css'
import { Portal } from './app/portal.tsx'
import './app/portal.css'
import { keepForOffline } from './app/keep-for-offline.ts'
import { markView } from './app/view.ts'

markDocument()
markView()
const root = document.getElementById('root')
if (root === null) throw new Error('the page has no #root')
createRoot(root).render(<Portal />)
keepForOffline()
