import { Link } from '@tanstack/react-router'
import { graphRoutes } from '#contract/intelligence'
import { mayUse } from '../app/permissions.ts'
import { useStaff } from '../session/session.ts'
import { texts } from './texts.ts'

/** From a clue or case to what it is connected with; the graph asks there why. */
export function GraphLink({ no }: { readonly no: string }) {
  const t = texts.useTexts()
  const staff = useStaff()
  if (!mayUse(graphRoutes.openAccess, staff)) return null
  return (
    <Link to="/graph" search={{ tab: 'graph', no }}>
      {t('link')}
    </Link>
  )
}
