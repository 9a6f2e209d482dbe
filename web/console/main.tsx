import { createRoot } from 'react-dom/client'
import { markDocument } from '../shared/language.ts'
import '../shared/tokens.css'
import './app/base.css'
import './table/data-table.css'
import { Console } from './app/console.tsx'

markDocument()
const root = document.getElementById('root')
if (root === null) throw new Error('the page has no #root')
createRoot(root).render(<Console />)
