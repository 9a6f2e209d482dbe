import { type CheckResult, type Finding, givesNewFace, type ServiceSheet, services } from '#contract/licensing'
import { applyTexts } from '../../services/apply/texts.ts'
import { Button } from '../../services/kit/button.tsx'
import { Callout, Facts } from '../../services/kit/facts.tsx'
import { Findings } from '../../services/law/findings.tsx'
import { freshKey } from '../../shared/api.ts'
import { formatDay } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { Frame, type PageProps } from '../frame/frame.tsx'
import { texts } from '../texts.ts'
import { RatingPart } from './rating-part.tsx'
import './result-pages.css'

const tones = { grant: 'good', person: 'wait', stop: 'bad' } as const
const sounds = { grant: 'granted', person: 'person', stop: 'stopped' } as const

/** 结果: the outcome in one sentence, then what happens next and when, then the paper. */
export function ResultPage({ kiosk, send }: PageProps) {
  const t = texts.useTexts()
  const { result } = kiosk.visit
  if (!result) return null
  // 停业 and 歇业 leave nothing to print: the licence goes back to the bureau.
  const granted = result.outcome === 'grant' && printable(kiosk.visit)
  const received = result.outcome !== 'stop'
  const print = () => send({ is: 'printWanted', face: 'original', key: freshKey() })
  const leave = { label: t('exit'), press: () => send({ is: 'exit' }) }
  const receipt = {
    label: t(result.outcome === 'grant' ? 'printDecision' : 'printReceipt'),
    press: () => send({ is: 'printWanted', face: 'receipt', key: freshKey() }),
  }
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={pick(result.headline, result.headlineEn)}
      tone={tones[result.outcome]}
      say={sounds[result.outcome]}
      other={granted ? leave : received ? receipt : undefined}
      main={granted ? { label: t('printLicence'), press: print } : leave}
    >
      {result.nextSteps.length > 0 ? <NextSteps steps={result.nextSteps} /> : null}
      {received ? (
        <Facts
          facts={[
            { label: t('resultNumber'), value: result.applicationNo },
            { label: t('resultCode'), value: result.checkCode },
          ]}
        />
      ) : null}
      {granted ? <Button onPress={receipt.press}>{receipt.label}</Button> : null}
      {received ? <RatingPart kiosk={kiosk} send={send} /> : null}
      <section className="reasons" aria-label={t('reasons')}>
        <h2>{t('reasons')}</h2>
        <Findings findings={result.findings} />
      </section>
    </Frame>
  )
}

const printable = ({ sheet, answers }: PageProps['kiosk']['visit']) =>
  sheet === undefined || givesNewFace(sheet.service, answers.said)
const serviceName = ({ service }: ServiceSheet) => pick(services[service].name.zh, services[service].name.en)

function NextSteps({ steps }: { steps: CheckResult['nextSteps'] }) {
  const t = texts.useTexts()
  return (
    <Callout tone="info">
      <h2 className="next-title">{t('resultNext')}</h2>
      {steps.map(step => {
        return (
          <p key={step.text}>
            {pick(step.text, step.textEn)}
            {step.by === null ? null : (
              <strong className="next-by">{t('resultBy', { day: formatDay(step.by) })}</strong>
            )}
          </p>
        )
      })}
    </Callout>
  )
}

const ruleTitles: Readonly<Record<string, 'cannotHolder' | 'cannotState' | 'cannotDuplicate'>> = {
  R01: 'cannotHolder',
  R05: 'cannotState',
  R17: 'cannotDuplicate',
}

/** The rules already know that it cannot be done now: said before anything is signed. */
export function CannotApplyPage({ kiosk, send }: PageProps) {
  const t = texts.useTexts()
  const { sheet } = kiosk.visit
  if (!sheet) return null
  const stops = sheet.findings.filter(finding => finding.outcome === 'stop')
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={t(cannotTitle(sheet, stops), { service: serviceName(sheet) })}
      tone="bad"
      say="cannotApply"
      back={() => send({ is: 'back' })}
      main={{ label: t('otherService'), press: () => send({ is: 'back' }) }}
    >
      <Findings findings={stops} />
      {sheet.renewal?.window === 'early' ? (
        <Facts facts={[{ label: t('opensOn'), value: formatDay(sheet.renewal.opensOn), strong: true }]} />
      ) : null}
      <p className="quiet">{t('cannotNote')}</p>
    </Frame>
  )
}

function cannotTitle(sheet: ServiceSheet, stops: readonly Finding[]) {
  const [only] = stops
  if (only === undefined || stops.length > 1) return 'cannotTitle'
  if (only.rule === 'R06' && sheet.renewal?.window === 'early') return 'cannotEarly'
  return ruleTitles[only.rule] ?? 'cannotTitle'
}

/** What was chosen stops by a rule: said at once, with the way back to the same question. */
export function CannotLikeThisPage({ kiosk, send, findings }: PageProps & { findings: readonly Finding[] }) {
  const t = applyTexts.useTexts()
  const back = () => send({ is: 'back' })
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={t('stopTitle')}
      tone="bad"
      say="cannotLikeThis"
      back={back}
      main={{ label: t('stopBack'), press: back }}
    >
      <Findings findings={findings} />
    </Frame>
  )
}

/** 已保存在本机，待上传: the act is on this machine's disk; what happens next is said, and the receipt. */
export function KeptPage({ kiosk, send, receipt }: PageProps & { receipt: string }) {
  const t = texts.useTexts()
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={t('keptTitle')}
      tone="wait"
      say="kept"
      main={{ label: t('exit'), press: () => send({ is: 'exit' }) }}
    >
      <p>{t('keptWhat')}</p>
      <Facts facts={[{ label: t('keptReceipt'), value: receipt, strong: true }]} />
      <Callout tone="wait">
        <p>{t('keptNext')}</p>
      </Callout>
    </Frame>
  )
}
