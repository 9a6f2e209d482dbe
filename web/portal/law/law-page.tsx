import { lawOf, usePath } from '../app/address.ts'
import { ChangesPage } from './changes-page.tsx'
import { SearchPage } from './search-page.tsx'
import { StatutePage } from './statute-page.tsx'
import './law.css'

/** 政策法规: the search with the list, one statute, or its versions side by side; which, stands in the address. */
export default function LawPage() {
  const asked = lawOf(usePath())
  if (asked?.key === undefined) return <SearchPage />
  return asked.changes ? <ChangesPage statute={asked.key} /> : <StatutePage statute={asked.key} />
}
