import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { answers, exitWays, schoolCampaignRoutes as routes, type SchoolCase, signings } from '#contract/credit'
import { call } from '../../shared/api.ts'
import { formatDayShort } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { cardTexts } from './card-texts.ts'
import { ExitForm, RetractForm } from './exit-form.tsx'
import { StandingSign } from './looks.tsx'
import { TalkForm } from './talk-form.tsx'

type Step = SchoolCase['may'][number]

/** 劝导和退出 of a shop that a signed walk shows inside. */
export function CaseCard({ licenceNo }: { licenceNo: string }) {
  const queries = useQueryClient()
  const key = ['schoolCase', licenceNo]
  const found = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(routes.schoolCase, { params: { licenceNo }, signal }),
  })
  if (found.isError) return <FailedToLoad error={found.error} retry={() => void found.refetch()} />
  if (found.isPending || found.data.shop === null) return null
  const fresh = (next: SchoolCase) => {
    queries.setQueryData(key, next)
    void queries.invalidateQueries({ queryKey: ['schoolBoard'] })
  }
  return <Case own={found.data} shop={found.data.shop} fresh={fresh} />
}

interface CaseProps {
  readonly own: SchoolCase
  readonly shop: NonNullable<SchoolCase['shop']>
  readonly fresh: (next: SchoolCase) => void
}

function Case({ own, shop, fresh }: CaseProps) {
  const t = cardTexts.useTexts()
  const language = useLanguage()
  const may = mayUse(routes.noteTalk, useStaff())
  const [step, setStep] = useState<Step>()
  const close = () => setStep(undefined)
  const done = (next: SchoolCase) => {
    close()
    fresh(next)
  }
  const way = own.exitWay && exitWays[own.exitWay]
  const day = (text: string) => formatDayShort(text, language)
  return (
    <>
      <h3>{t('case')}</h3>
      <p>
        <StandingSign standing={shop.standing} />{' '}
        {shop.standing === 'out' || shop.standing === 'toMeasure'
          ? null
          : t('protectedUntil', { day: day(shop.validTo) })}
      </p>
      {way && shop.exitBy !== null ? (
        <p>{t('exit', { way: pick(way.zh, way.en, language), day: day(shop.exitBy), reason: own.exitReason ?? '' })}</p>
      ) : null}
      <Talks own={own} />
      {may && step === undefined ? (
        <div className="step-buttons">
          {own.may.map(event => (
            <Button key={event} onClick={() => setStep(event)}>
              {t(event)}
            </Button>
          ))}
        </div>
      ) : null}
      {step === 'persuade' ? <TalkForm own={own} close={close} fresh={done} /> : null}
      {step === 'agree' ? <ExitForm own={own} close={close} fresh={done} /> : null}
      {step === 'retract' ? <RetractForm own={own} close={close} fresh={done} /> : null}
      <h3>{t('law')}</h3>
      {own.law.map(({ zh, basis }) => (
        <p key={basis} className="quiet small">
          {zh}（{basis}）
        </p>
      ))}
    </>
  )
}

function Talks({ own }: { own: SchoolCase }) {
  const t = cardTexts.useTexts()
  const language = useLanguage()
  return own.talks.map(({ talkedOn, officers, said, answer, answerWords, signed }) => (
    <div key={talkedOn + said} className="school-place">
      <p>{t('talk', { day: formatDayShort(talkedOn, language), officers: officers.join('、'), said })}</p>
      <p className="quiet small">
        {t('talk.answer', {
          answer: pick(answers[answer].zh, answers[answer].en, language),
          words: answerWords,
          signed: pick(signings[signed].zh, signings[signed].en, language),
        })}
      </p>
    </div>
  ))
}
