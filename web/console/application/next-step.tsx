import { Button } from 'antd'
import { useState } from 'react'
import type { ApplicationDetail, OfficerStep } from '#contract/licensing'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { BasisLinks } from './basis-links.tsx'
import { StepForm } from './forms/step-form.tsx'
import { texts } from './texts.ts'

/** 下一步: one main button with its basis under it, then the other steps; what cannot be done is there and says why. */
export function NextStep({ detail, reload }: { detail: ApplicationDetail; reload: () => void }) {
  const t = texts.useTexts()
  const [chosen, setChosen] = useState<string>()
  const open = detail.steps.find(step => step.event === chosen && step.allowed)
  const main = detail.steps.find(step => step.main && step.allowed)
  const others = detail.steps.filter(step => step !== main)
  return (
    <section className="card next-step" aria-labelledby="next-head">
      <h2 id="next-head">{t('next')}</h2>
      {open === undefined ? null : (
        <StepForm key={open.event} detail={detail} step={open} close={() => setChosen(undefined)} reload={reload} />
      )}
      {open === undefined && main !== undefined ? <MainStep step={main} choose={setChosen} /> : null}
      {open === undefined && main === undefined ? <p>{t('next.none')}</p> : null}
      {others.length === 0 ? null : (
        <>
          <h3 className="gap-above">{t('next.other')}</h3>
          <ul className="other-steps">
            {others.map(step => (
              <OtherStep key={step.event} step={step} choose={setChosen} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

interface StepProps {
  readonly step: OfficerStep
  readonly choose: (event: string) => void
}

function MainStep({ step, choose }: StepProps) {
  const language = useLanguage()
  return (
    <div className="main-step">
      <Button type="primary" size="large" onClick={() => choose(step.event)}>
        {pick(step.label, step.labelEn, language)}
      </Button>
      <BasisLinks basis={step.basis} />
    </div>
  )
}

function OtherStep({ step, choose }: StepProps) {
  const t = texts.useTexts()
  const language = useLanguage()
  const why = pick(step.whyNot ?? '', step.whyNotEn ?? '', language)
  const id = `why-${step.event}`
  return (
    <li>
      <Button
        disabled={!step.allowed}
        onClick={() => choose(step.event)}
        {...(step.allowed ? {} : { 'aria-describedby': id })}
      >
        {pick(step.label, step.labelEn, language)}
      </Button>
      {step.allowed ? null : (
        <span id={id} className="quiet">
          {t('next.cannot', { why })}
        </span>
      )}
      <BasisLinks basis={step.basis} />
    </li>
  )
}
