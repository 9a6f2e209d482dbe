import { lawOf, lawUseOf, usePath } from '../app/address.ts'
import { ChangesPage } from './changes-page.tsx'
import { LawUsePage } from './law-use-page.tsx'
import { SearchPage } from './search-page.tsx'
import { StatutePage } from './statute-page.tsx'
import './law.css'

/** 政策法规: the search with the list, one statute, its versions side by side, or one rule with its articles; which, stands in the address. */
export default function LawPage() {
  const path = usePath()
  const [asked, rule] = [lawOf(path), lawUseOf(path)]
  if (rule !== undefined) return <LawUsePage key={rule} id={rule} />
  if (asked?.key === undefined) return <SearchPage />
  return asked.changes ? <ChangesPage statute={asked.key} /> : <StatutePage key={asked.key} statute={asked.key} />
}
