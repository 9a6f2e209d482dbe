import { useState } from 'react'
import type { WebVisitor } from '#contract/access'
import { mandateRoutes, routes } from '#contract/licensing'
import { callFromPortal } from '../../../shared/api.ts'
import { paths } from '../../app/address.ts'
import { Basis } from '../../app/basis.tsx'
import { Link } from '../../app/link.tsx'
import { Page } from '../../app/page.tsx'
import { SignedInOnly } from '../../session/gate.tsx'
import { ProblemNote } from '../../session/problem-note.tsx'
import '../../apply/apply.css'
import '../me.css'
import { useLoaded } from '../use-loaded.ts'
import { GiveForm } from './give-form.tsx'
import { Mandates } from './mandates.tsx'
import './mandates.css'
import { texts } from './texts.ts'

const law = [{ instrument: 'XK', article: 29 }]

/** 委托别人代办 (行政许可法第二十九条): what the holder gave, the way to take it back, and a new one. */
export default function MandatesPage() {
  return <SignedInOnly back={paths.mandates}>{visitor => <Mine visitor={visitor} />}</SignedInOnly>
}

async function readMine() {
  const [mandates, licences] = await Promise.all([
    callFromPortal(mandateRoutes.myMandates),
    callFromPortal(routes.myLicences),
  ])
  return { ...mandates, licences: licences.items }
}

function Mine({ visitor }: { visitor: WebVisitor }) {
  const t = texts.useTexts()
  const { value, problem, again } = useLoaded(readMine)
  const [step, setStep] = useState<'idle' | 'giving' | 'given'>('idle')
  const given = () => {
    setStep('given')
    again()
  }
  return (
    <Page title={t('title')}>
      <p>{t('intro')}</p>
      <ProblemNote problem={problem} />
      {value === undefined ? (
        problem ? null : (
          <p role="status">{t('loading')}</p>
        )
      ) : (
        <>
          {step === 'given' ? <p role="status">{t('done')}</p> : null}
          {value.licences.length === 0 ? (
            value.held.length === 0 ? (
              <p>{t('give.none')}</p>
            ) : null
          ) : step === 'giving' ? (
            <GiveForm licences={value.licences} method={visitor.method} given={given} cancel={() => setStep('idle')} />
          ) : (
            <div className="buttons">
              <button type="button" className="act" onClick={() => setStep('giving')}>
                {t('give')}
              </button>
            </div>
          )}
          <Mandates given={value.given} held={value.held} again={again} />
        </>
      )}
      <Basis basis={law} />
      <p>
        <Link to={paths.me}>{t('back')}</Link>
      </p>
    </Page>
  )
}
