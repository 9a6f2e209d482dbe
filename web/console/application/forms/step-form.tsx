import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { type ApplicationDetail, type OfficerStep, routes } from '#contract/licensing'
import { call, Problem } from '../../../shared/api.ts'
import { pick } from '../../../shared/i18n.ts'
import { useLanguage } from '../../../shared/language.ts'
import { FailedToLoad, ProblemAlert } from '../../app/problem-alert.tsx'
import { BasisLinks } from '../basis-links.tsx'
import { texts } from '../form-texts.ts'
import { type Missing, type StepBody, type StepDraft, stepBody } from '../step-body.ts'
import { useTakeStep } from '../use-application.ts'
import { useDraft } from '../use-draft.ts'
import { StepFields } from './step-fields.tsx'

interface Props {
  readonly detail: ApplicationDetail
  readonly step: OfficerStep
  readonly close: () => void
  readonly reload: () => void
}

/** One step in the page, never in a window above it: fields, one main button, its legal basis small under it. */
export function StepForm({ detail, step, close, reload }: Props) {
  const t = texts.useTexts()
  const language = useLanguage()
  const { draft, change, drop } = useDraft(detail, step.event)
  const take = useTakeStep(detail.applicationNo)
  const [missing, setMissing] = useState<Missing>()
  const label = pick(step.label, step.labelEn, language)
  const loadLatest = () => {
    take.reset()
    reload()
  }
  const send = () => {
    const made = stepBody(step, draft, detail.version)
    if ('missing' in made) return setMissing(made.missing)
    setMissing(undefined)
    take.mutate(made.body, {
      onSuccess: () => {
        drop()
        close()
      },
    })
  }
  return (
    <form
      className="step-form"
      aria-label={label}
      onSubmit={event => {
        event.preventDefault()
        send()
      }}
    >
      <StepFields
        form={step.form}
        grounds={step.grounds}
        colleagues={detail.colleagues}
        parties={detail.parties}
        draft={draft}
        change={change}
      />
      {missing === undefined ? null : (
        <p className="missing" role="alert">
          {t(missing)}
        </p>
      )}
      {take.isError ? <StepProblem error={take.error} retry={send} reload={loadLatest} /> : null}
      <div className="step-buttons">
        <Button type="primary" htmlType="submit" size="large" loading={take.isPending}>
          {t('submit', { label })}
        </Button>
        {step.paper === null ? null : <Preview detail={detail} step={step} draft={draft} tell={setMissing} />}
        <Button onClick={close}>{t('close')}</Button>
      </div>
      <BasisLinks basis={step.basis} />
      {step.form === 'none' ? null : <p className="quiet small">{t('draft')}</p>}
    </form>
  )
}

/** 预览文书: the page exactly as it will be issued, but for number, date of issue and seal; nothing is done by it. */
function Preview({ detail, step, draft, tell }: PreviewProps) {
  const t = texts.useTexts()
  const [url, setUrl] = useState<string>()
  const make = useMutation({
    mutationFn: (body: StepBody) => call(routes.previewStep, { params: { applicationNo: detail.applicationNo }, body }),
    onSuccess: page => setUrl(URL.createObjectURL(page)),
  })
  const ask = () => {
    const made = stepBody(step, draft, detail.version)
    if ('missing' in made) return tell(made.missing)
    tell(undefined)
    setUrl(undefined)
    make.mutate(made.body)
  }
  return (
    <>
      <Button onClick={ask} loading={make.isPending}>
        {t('preview')}
      </Button>
      {url === undefined ? null : (
        <a href={url} target="_blank" rel="noreferrer">
          {t('preview.open')}
        </a>
      )}
      {make.isError ? <FailedToLoad error={make.error} retry={ask} /> : null}
    </>
  )
}

interface PreviewProps extends Pick<Props, 'detail' | 'step'> {
  readonly draft: StepDraft
  readonly tell: (missing: Missing | undefined) => void
}

/** 409: somebody else was faster, or this page is old. The text stays; only what is shown is read again. */
function StepProblem({ error, retry, reload }: { error: Error; retry: () => void; reload: () => void }) {
  const t = texts.useTexts()
  const conflicts = error instanceof Problem && error.status === 409 && error.code !== 'twinInFlight'
  if (!conflicts) return <FailedToLoad error={error} retry={retry} />
  const conflict = new Problem({
    status: 409,
    code: error.code,
    title: t('conflict'),
    next: t('conflict.next'),
    basis: error.basis,
  })
  return <ProblemAlert problem={conflict} action={<Button onClick={reload}>{t('conflict.reload')}</Button>} />
}
