import type { ReactNode } from 'react'
import type { WebVisitor } from '#contract/access'
import { Page } from '../app/page.tsx'
import { SignIn } from './sign-in.tsx'
import { texts } from './texts.ts'
import { askAgain, useVisitor } from './visitor.ts'

/** Pages of one's own: signed in first, then shown. */
export function SignedInOnly({ back, children }: { back: string; children: (visitor: WebVisitor) => ReactNode }) {
  const t = texts.useTexts()
  const signed = useVisitor()
  if (signed === 'unknown') return <p role="status">{t('returning')}</p>
  if (signed === 'nobody') return <SignIn back={back} />
  if (signed === 'unreachable')
    return (
      <Page title={t('unreachable')}>
        <p>{t('unreachable.help')}</p>
        <div className="buttons">
          <button type="button" className="act" onClick={askAgain}>
            {t('retry')}
          </button>
        </div>
      </Page>
    )
  return children(signed)
}
