import { Link } from '@tanstack/react-router'
import { type AgencyKind, itemKinds, itemRoutes, itemStates } from '#contract/partners'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { mayUse } from '../app/permissions.ts'
import { useStaff } from '../session/session.ts'
import { Due } from './items-table.tsx'
import { texts } from './texts.ts'
import { useItems } from './use-partners.ts'

interface Matter {
  readonly no: string
  /** It was decided to refer it: to whom, or `yes` where the kind of agency is not known. */
  readonly refer?: 'yes' | AgencyKind | undefined
}

/** 协作 on the page of a clue or case: what of it went to whom, how it stands, and the way to give more. What is to be referred begins as a draft. */
export function MatterCard(matter: Matter) {
  return mayUse(itemRoutes.listItems, useStaff()) ? <Shown {...matter} /> : null
}

function Shown({ no, refer }: Matter) {
  const t = texts.useTexts()
  const language = useLanguage()
  const items = useItems({ aboutNo: no }).data?.items ?? []
  return (
    <section className="card gap-above" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <ul>
        {items.map(row => (
          <li key={row.no}>
            <Link to="/partners/items/$no" params={{ no: row.no }}>
              {row.no}
            </Link>{' '}
            {pick(itemKinds[row.kind].zh, itemKinds[row.kind].en, language)} · {row.agency} ·{' '}
            {pick(itemStates[row.state].zh, itemStates[row.state].en, language)} · <Due row={row} />
          </li>
        ))}
      </ul>
      {refer === undefined || items.some(({ kind }) => kind === 'referral') ? null : (
        <p>
          <Link to="/partners/give" search={{ about: no, refer }}>
            {t('give.refer')}
          </Link>
        </p>
      )}
      <Link to="/partners/give" search={{ about: no }}>
        {t('give')}
      </Link>
    </section>
  )
}
