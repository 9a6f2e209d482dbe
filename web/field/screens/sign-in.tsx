import type { StaffView } from '#contract/access'
import type { Problem } from '../../shared/api.ts'
import { SignInForm } from '../session/sign-in-form.tsx'
import { texts } from '../texts.ts'

export function SignInScreen({
  enter,
  problem,
}: {
  enter: (staff: StaffView) => Promise<void>
  problem: Problem | undefined
}) {
  const t = texts.useTexts()
  return (
    <main className="field-page">
      <p className="product">{t('product')}</p>
      <h1>{t('signIn.title')}</h1>
      {problem === undefined ? null : (
        <p className="fault" role="alert">
          {problem.title} {problem.next}
        </p>
      )}
      <SignInForm enter={enter} />
    </main>
  )
}
