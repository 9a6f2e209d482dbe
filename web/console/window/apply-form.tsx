import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Input, Radio } from 'antd'
import { useCallback, useState } from 'react'
import type { CounterSession } from '#contract/access'
import { type CheckResult, type ServiceSheet, services, spokenDraftCode, windowRoutes } from '#contract/licensing'
import { applyTexts } from '../../services/apply/texts.ts'
import { DocumentPanel } from '../../services/documents/document-panel.tsx'
import { SignaturePad } from '../../services/kit/signature-pad.tsx'
import { call } from '../../shared/api.ts'
import { dayOfInstant, formatDay } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { Labelled } from '../delivery/labelled.tsx'
import { CheckList } from './check-list.tsx'
import { check, cleanAnswers, type Form, type FormFault, questionsOf, submission, wantsPaper } from './form.ts'
import type { MatterDoor } from './matter-door.ts'
import { PrintForms } from './print-forms.tsx'
import { QuestionField } from './question-field.tsx'
import { texts } from './texts.ts'

interface Props {
  session: CounterSession
  door: MatterDoor
  sheet: ServiceSheet
  form: Form
  startedAt: string
  onForm: (form: Form) => void
  onSent: (result: CheckResult) => void
}

const modes = ['electronic', 'pickup', 'post', 'door'] as const

/** 录入: every question of the service on one page, checked by the rules as it is typed; consent and signature last. */
export function ApplyForm({ session, door, sheet, form, startedAt, onForm, onSent }: Props) {
  const t = texts.useTexts()
  const apply = applyTexts.useTexts()
  const language = useLanguage()
  const [fault, setFault] = useState<FormFault>()
  const [steady, setSteady] = useState(false)
  const steadyNow = useCallback(() => setSteady(true), [])
  const checked = check(sheet, form)
  const stopped = checked.findings.some(({ outcome }) => outcome === 'stop')
  const submit = useMutation({
    mutationFn: (body: Exclude<ReturnType<typeof submission>, FormFault>) => door.submit(body),
    onSuccess: onSent,
  })
  const send = () => {
    const body = submission(sheet, form, startedAt)
    setFault(typeof body === 'string' ? body : undefined)
    if (typeof body !== 'string') submit.mutate(body)
  }
  const answer = (key: string, value: string) => onForm({ ...form, said: { ...form.said, [key]: value } })
  return (
    <>
      <section className="card">
        <h2>{pick(services[sheet.service].name.zh, services[sheet.service].name.en, language)}</h2>
        {questionsOf(sheet, form.said).map(question => (
          <QuestionField
            key={question.key}
            question={question}
            said={form.said}
            known={sheet.known}
            onAnswer={value => answer(question.key, value)}
          />
        ))}
        {wantsPaper(sheet, form.said) ? (
          <div className="window-question">
            <Labelled label={t('deliver')}>
              {id => (
                <Radio.Group
                  id={id}
                  value={form.deliver}
                  options={modes.map(mode => ({ value: mode, label: apply(`deliver.${mode}`) }))}
                  onChange={event => onForm({ ...form, deliver: event.target.value as Form['deliver'] })}
                />
              )}
            </Labelled>
          </div>
        ) : null}
        {form.said['phone'] === undefined ? (
          <div className="window-question">
            {sheet.phoneMasked === null ? null : <p>{t('phoneSame', { phone: sheet.phoneMasked })}</p>}
            <Labelled label={sheet.phoneMasked === null ? t('phone') : t('phoneOther')}>
              {id => (
                <Input
                  id={id}
                  inputMode="tel"
                  autoComplete="off"
                  value={form.phone}
                  onChange={event => onForm({ ...form, phone: event.target.value })}
                />
              )}
            </Labelled>
          </div>
        ) : null}
      </section>
      <CheckList checked={checked} />
      <section className="card">
        <PrintForms counterId={session.counterId} sheet={sheet} form={form} />
        <Documents {...{ door, sheet, form }} onSettled={steadyNow} />
      </section>
      <section className="card">
        <h2>{t('notice')}</h2>
        <div className="window-notice">
          {(language === 'zh' ? sheet.notice.paragraphs : sheet.notice.paragraphsEn).map(paragraph => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
        <Checkbox checked={form.agreed} onChange={event => onForm({ ...form, agreed: event.target.checked })}>
          {t('agree')}
        </Checkbox>
        <h2 className="gap-above">{t('sign')}</h2>
        <p className="quiet">{t('signHelp')}</p>
        <Checkbox checked={form.onPaper} onChange={event => onForm({ ...form, onPaper: event.target.checked })}>
          {t('onPaper')}
        </Checkbox>
        {form.onPaper ? null : (
          <div className="window-sign">
            {/* A pad that moves under the pen loses the name: the list of papers above it comes first. */}
            {steady ? (
              <SignaturePad drawing={form.drawing} onChange={drawing => onForm({ ...form, drawing })} />
            ) : (
              <p role="status">{t('signSoon')}</p>
            )}
          </div>
        )}
        <div className="window-send">
          {fault === undefined ? null : (
            <p className="missing" role="alert">
              {t(fault)}
            </p>
          )}
          {submit.isError ? <FailedToLoad error={submit.error} retry={send} /> : null}
          <div className="window-row">
            <Button
              type="primary"
              disabled={!checked.answers.ok || !form.agreed || stopped}
              loading={submit.isPending}
              onClick={send}
            >
              {t('submit')}
            </Button>
            {door.paperMandate === undefined ? <SaveDraft session={session} sheet={sheet} form={form} /> : null}
          </div>
        </div>
      </section>
    </>
  )
}

/** 材料 at the counter: scanned or photographed, listed by what has been said so far. */
function Documents({
  door,
  sheet,
  form,
  onSettled,
}: Pick<Props, 'door' | 'sheet' | 'form'> & { onSettled: () => void }) {
  const { service, licence, facts } = sheet
  const question = {
    ...{ service, licenceNo: licence?.licenceNo ?? null, applicationNo: null },
    answers: cleanAnswers(sheet, form.said),
    businessFetched: facts.business.kind === 'found',
    paperMandate: door.paperMandate === true,
  }
  return <DocumentPanel door={door.documents} question={question} onSettled={onSettled} />
}

function SaveDraft({ session, sheet, form }: Pick<Props, 'session' | 'sheet' | 'form'>) {
  const t = texts.useTexts()
  const save = useMutation({
    mutationFn: () =>
      call(windowRoutes.windowSaveDraft, {
        params: { counterId: session.counterId },
        body: {
          service: sheet.service,
          licenceNo: sheet.licence?.licenceNo ?? null,
          answers: Object.fromEntries(Object.entries(form.said).filter(([, value]) => value !== '')),
          deliver: form.deliver,
          phone: form.phone === '' ? null : form.phone,
        },
      }),
  })
  return (
    <>
      <Button loading={save.isPending} onClick={() => save.mutate()}>
        {t('save')}
      </Button>
      {save.isSuccess ? (
        <output>
          {t('saved', { code: spokenDraftCode(save.data.code), day: formatDay(dayOfInstant(save.data.expiresAt)) })}
        </output>
      ) : null}
      {save.isError ? <FailedToLoad error={save.error} retry={() => save.mutate()} /> : null}
    </>
  )
}
