import { texts } from '../texts.ts'
import { SignInForm } from './sign-in-form.tsx'
import type { FieldStaff } from './staff.ts'

export function SignInScreen({ enter }: { enter: (staff: FieldStaff) => Promise<void> }) {
  const t = texts.useTexts()
  return (
    <main className="field-page">
      <p className="product">{t('product')}</p>
      <h1>{t('signIn.title')}</h1>
      <SignInForm enter={enter} />
    </main>
  )
}
