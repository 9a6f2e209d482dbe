import type { CheckResult, ServiceCode } from '#contract/licensing'
import { DocumentPanel } from '../../services/documents/document-panel.tsx'
import { questionOfFile } from '../../services/documents/question.ts'
import { Callout, Facts } from '../../services/kit/facts.tsx'
import { Findings } from '../../services/law/findings.tsx'
import { formatDay, formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { goTo, paths } from '../app/address.ts'
import { Page } from '../app/page.tsx'
import type { ApplyDoor } from './door.ts'
import { texts } from './texts.ts'

const signs = { grant: '✓', person: '→', stop: '✕' } as const

/** 结果: the outcome in one sentence, what happens next and when, then the receipt. */
export function ResultPage({ result, service, door }: { result: CheckResult; service: ServiceCode; door: ApplyDoor }) {
  const t = texts.useTexts()
  return (
    <Page title={`${signs[result.outcome]} ${pick(result.headline, result.headlineEn)}`}>
      {result.nextSteps.length === 0 ? null : (
        <Callout tone={result.outcome === 'grant' ? 'good' : 'wait'}>
          <h2 className="apply-next">{t('next')}</h2>
          {result.nextSteps.map(step => (
            <p key={step.text}>
              {pick(step.text, step.textEn)}{' '}
              {step.by === null ? null : <strong>{t('by', { day: formatDay(step.by) })}</strong>}
            </p>
          ))}
        </Callout>
      )}
      <div className="apply-body">
        <Facts
          facts={[
            { label: t('number'), value: result.applicationNo, strong: true },
            { label: t('code'), value: result.checkCode, strong: true },
            { label: t('received'), value: formatInstant(result.receivedAt) },
          ]}
        />
      </div>
      {result.outcome === 'person' ? (
        <DocumentPanel door={door.documents} question={questionOfFile(service, result.applicationNo)} onlyWhenAsked />
      ) : null}
      <section aria-label={t('reasons')}>
        <h2>{t('reasons')}</h2>
        <Findings findings={result.findings} />
      </section>
      <div className="buttons no-print">
        <button type="button" className="act" onClick={() => goTo(door.after)}>
          {t(door.after === paths.me ? 'mine' : 'mandates')}
        </button>
        <button type="button" className="act plain" onClick={() => print()}>
          {t('receipt')}
        </button>
      </div>
    </Page>
  )
}
