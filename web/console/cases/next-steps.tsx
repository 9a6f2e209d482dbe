import { Button } from 'antd'
import { useState } from 'react'
import type { CaseDetail } from '#contract/cases'
import { pick } from '../../shared/i18n.ts'
import { BasisLinks } from '../application/basis-links.tsx'
import type { Part } from './case-page.tsx'
import { StepForm } from './step-form.tsx'
import { texts } from './texts.ts'

type Step = CaseDetail['steps'][number]

/** 下一步: the first thing this person can do, then the others; what cannot be done says why and by which article. */
export function NextSteps({ detail, fresh }: Part) {
  const t = texts.useTexts()
  const possible = detail.steps.filter(({ whyNot }) => whyNot === null)
  const waiting = detail.steps.filter(({ whyNot, onward }) => whyNot !== null && onward)
  const [doing, setDoing] = useState<string>()
  return (
    <section className="card case-next" aria-label={t('next')}>
      <h2>{t('next')}</h2>
      {detail.steps.length === 0 ? <p className="quiet">{t('ended')}</p> : null}
      {detail.steps.length > 0 && possible.length === 0 ? <p>{t('notYours')}</p> : null}
      {possible.map((step, n) => (
        <OneStep
          key={step.event}
          step={step}
          first={n === 0 && step.onward}
          open={doing === step.event}
          toggle={() => setDoing(doing === step.event ? undefined : step.event)}
        >
          {doing === step.event ? <StepForm key={step.event} event={step.event} detail={detail} fresh={fresh} /> : null}
        </OneStep>
      ))}
      {waiting.length === 0 ? null : <h3>{t('waiting')}</h3>}
      {waiting.map(step => (
        <OneStep key={step.event} step={step} first={false} open={false} toggle={() => undefined} />
      ))}
    </section>
  )
}

interface OneProps {
  readonly step: Step
  readonly first: boolean
  readonly open: boolean
  readonly toggle: () => void
  readonly children?: React.ReactNode
}

function OneStep({ step, first, open, toggle, children }: OneProps) {
  const { whyNot, unmet, basis } = step
  return (
    <div className="case-step">
      <div className="case-step-head">
        <Button
          type={first || open ? 'primary' : 'default'}
          disabled={whyNot !== null}
          onClick={toggle}
          aria-expanded={open}
        >
          {pick(step.zh, step.en)}
        </Button>
        <BasisLinks basis={basis} />
      </div>
      {whyNot === null ? null : (
        <ul className="plain-list small case-why">
          {(unmet.length === 0 ? [{ ...whyNot, basis: '' }] : unmet).map(why => (
            <li key={why.zh}>
              {pick(why.zh, why.en)} <span className="quiet">{why.basis}</span>
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  )
}
