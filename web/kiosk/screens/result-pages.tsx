import type { CheckResult, Finding, RenewalSheet } from '#contract/licensing'
import { Callout, Facts } from '../../services/kit/facts.tsx'
import { Findings } from '../../services/law/findings.tsx'
import { freshKey } from '../../shared/api.ts'
import { formatDay, formatDayShort } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { Frame, type PageProps } from '../frame/frame.tsx'
import { texts } from '../texts.ts'
import './result-pages.css'

const tones = { grant: 'good', person: 'wait', stop: 'bad' } as const
const sounds = { grant: 'granted', person: 'person', stop: 'stopped' } as const

/** 结果: the outcome in one sentence, then what happens next and when, then the paper. */
export function ResultPage({ kiosk, send }: PageProps) {
  const t = texts.useTexts()
  const { result } = kiosk.visit
  if (!result) return null
  const granted = result.outcome === 'grant'
  const print = () => send({ is: 'printWanted', face: 'original', key: freshKey() })
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={headline(result, t('resultGranted', { day: formatDayShort(result.licence?.validTo ?? '') }))}
      tone={tones[result.outcome]}
      say={sounds[result.outcome]}
      other={granted ? { label: t('exit'), press: () => send({ is: 'exit' }) } : undefined}
      main={
        granted ? { label: t('printLicence'), press: print } : { label: t('exit'), press: () => send({ is: 'exit' }) }
      }
    >
      {result.nextSteps.length > 0 ? <NextSteps steps={result.nextSteps} /> : null}
      {result.outcome === 'stop' ? null : <Facts facts={[{ label: t('resultNumber'), value: result.applicationNo }]} />}
      <section className="reasons" aria-label={t('reasons')}>
        <h2>{t('reasons')}</h2>
        <Findings findings={result.findings} />
      </section>
    </Frame>
  )
}

/** A grant says the new day itself; everything else is the server's sentence. */
const headline = (result: CheckResult, granted: string): string =>
  result.outcome === 'grant' && result.licence !== null ? granted : pick(result.headline, result.headlineEn)

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
export function CannotRenewPage({ kiosk, send }: PageProps) {
  const t = texts.useTexts()
  const { sheet } = kiosk.visit
  if (!sheet) return null
  const stops = sheet.findings.filter(finding => finding.outcome === 'stop')
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={t(cannotTitle(sheet, stops))}
      tone="bad"
      say="cannotRenew"
      back={() => send({ is: 'back' })}
      main={{ label: t('otherService'), press: () => send({ is: 'back' }) }}
    >
      <Findings findings={stops} />
      {sheet.window === 'early' ? (
        <Facts facts={[{ label: t('opensOn'), value: formatDay(sheet.opensOn), strong: true }]} />
      ) : null}
      <p className="quiet">{t('cannotNote')}</p>
    </Frame>
  )
}

function cannotTitle(sheet: RenewalSheet, stops: readonly Finding[]) {
  const [only] = stops
  if (only === undefined || stops.length > 1) return 'cannotTitle'
  if (only.rule === 'R06' && sheet.window === 'early') return 'cannotEarly'
  return ruleTitles[only.rule] ?? 'cannotTitle'
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
