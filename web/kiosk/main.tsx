import '../shared/tokens.css'
import './view.css'
import { createRoot } from 'react-dom/client'
import { markDocument } from '../shared/language.ts'
import { App } from './app.tsx'
import { markView } from './preferences.ts'

markDocument()
markView()

const host = document.getElementById('app')
if (!host) throw new Error('the page has no #app')
const root = createRoot(host)

/**
 * After a visit the page is made new under the same history entry: the heap that held names and strokes is gone,
 * and there is no way back to it. Language, view and sound begin with their defaults.
 */
function clearPage(): void {
  root.unmount()
  location.replace(location.pathname)
}

// A page that comes back from the browser's page cache would bring its memory with it.
addEventListener('pageshow', event => {
  if (event.persisted) location.replace(location.pathname)
})
// Nothing is to be found behind a long press on a public machine.
addEventListener('contextmenu', event => event.preventDefault())

root.render(<App clearPage={clearPage} />)
