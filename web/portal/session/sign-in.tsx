import { useState } from 'react'
import type { Problem } from '../../shared/api.ts'
import { paths } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'
import { CodeForm } from './code-form.tsx'
import { ProblemNote, problemIn } from './problem-note.tsx'
import './session.css'
import { texts } from './texts.ts'
import { goToIdentity } from './visitor.ts'

/** 登录: two ways of equal size, and where to go without either (无障碍：不以一种方式为唯一). */
export function SignIn({ back, stepUp }: { back: string; stepUp?: string }) {
  const t = texts.useTexts()
  return (
    <Page title={t(stepUp === undefined ? 'title' : 'stepUp')}>
      <p>{stepUp === undefined ? t('intro') : t('stepUp.intro', { service: stepUp })}</p>
      {stepUp === undefined ? <CodeForm /> : null}
      <IdentityWay back={back} />
      <p>
        <Link to={paths.points}>{t('points')}</Link>
      </p>
      <p className="quiet">{t('notice')}</p>
    </Page>
  )
}

function IdentityWay({ back }: { back: string }) {
  const t = texts.useTexts()
  const [problem, setProblem] = useState<Problem>()
  const go = () => goToIdentity(back).catch(error => setProblem(problemIn(error)))
  return (
    <section className="way">
      <h2>{t('byIdentity')}</h2>
      <p>{t('byIdentity.help')}</p>
      <ProblemNote problem={problem} />
      <button type="button" className="act" onClick={() => void go()}>
        {t('byIdentity')}
      </button>
    </section>
  )
}
