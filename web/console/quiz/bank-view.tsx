import { quizRoutes as routes } from '#contract/outreach'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { ItemCard } from './item-card.tsx'
import { ItemForm } from './item-form.tsx'
import { texts } from './texts.ts'
import { useBank } from './use-quiz.ts'

export function BankView() {
  const t = texts.useTexts()
  const staff = useStaff()
  const bank = useBank()
  if (bank.isError) return <FailedToLoad error={bank.error} retry={() => void bank.refetch()} />
  if (bank.isPending) return <Loading />
  // What waits for a person first.
  const items = bank.data.items.toSorted(
    (one, other) => Number(other.state === 'draft') - Number(one.state === 'draft'),
  )
  return (
    <>
      {items.length === 0 ? <p>{t('none.bank')}</p> : null}
      {items.map(item => (
        <ItemCard key={item.id} item={item} />
      ))}
      {mayUse(routes.writeItem, staff) ? <ItemForm /> : null}
    </>
  )
}
