import { type FormEvent, useId, useState } from 'react'
import type { WebVisitor } from '#contract/access'
import { type LicenceCard, mandateRoutes, type ServiceCode, serviceCodes, services } from '#contract/licensing'
import { type Drawing, signatureOf } from '../../../services/apply/signature.ts'
import { ToggleChoices } from '../../../services/apply/toggle-choices.tsx'
import { SignaturePad } from '../../../services/kit/signature-pad.tsx'
import { callFromPortal, freshKey, type Problem } from '../../../shared/api.ts'
import { pick } from '../../../shared/i18n.ts'
import { ProblemNote, problemIn } from '../../session/problem-note.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly licences: readonly LicenceCard[]
  readonly method: WebVisitor['method']
  readonly given: () => void
  readonly cancel: () => void
}

type Mandatable = Exclude<ServiceCode, 'issue'>
/** 新办 has no licence a mandate could be about. */
const mandatable = serviceCodes.filter((code): code is Mandatable => code !== 'issue')
const blank = { name: '', idNo: '', validFrom: '', validTo: '' }

/** 在线委托: whom, for what, until when, and the holder's own signature; what was typed stays until it was taken. */
export function GiveForm({ licences, method, given, cancel }: Props) {
  const t = texts.useTexts()
  const id = useId()
  const [licenceNo, setLicenceNo] = useState(licences[0]?.licenceNo ?? '')
  const [typed, setTyped] = useState(blank)
  const [named, setNamed] = useState<readonly string[]>([])
  const [drawing, setDrawing] = useState<Drawing>({ width: 0, height: 0, strokes: [] })
  const [unsigned, setUnsigned] = useState(false)
  const [key, setKey] = useState(freshKey)
  const [problem, setProblem] = useState<Problem>()
  const [sending, setSending] = useState(false)
  const chosen = mandatable.filter(code => named.includes(code))
  const ready = chosen.length > 0 && Object.values(typed).every(text => text.trim() !== '')

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const signature = signatureOf(drawing)
    setUnsigned(!signature.ok)
    if (!signature.ok) return
    setSending(true)
    const { name, idNo, validFrom, validTo } = typed
    const agent = { name: name.trim(), idNo: idNo.trim() }
    const body = { licenceNo, services: chosen, validFrom, validTo, agent, signature: signature.value }
    try {
      await callFromPortal(mandateRoutes.giveMandate, { body, idempotencyKey: key })
      given()
    } catch (error) {
      setProblem(problemIn(error))
      setKey(freshKey())
    } finally {
      setSending(false)
    }
  }
  const field = (name: keyof typeof blank, label: string, more: { type?: 'date'; maxLength?: number }) => (
    <div>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <input
        id={`${id}-${name}`}
        autoComplete="off"
        value={typed[name]}
        onChange={event => setTyped({ ...typed, [name]: event.target.value })}
        {...more}
      />
    </div>
  )
  return (
    <form className="mandate-form apply-body" aria-label={t('give')} noValidate onSubmit={event => void submit(event)}>
      <h2>{t('give')}</h2>
      <div>
        <label htmlFor={`${id}-licence`}>{t('forLicence')}</label>
        <select id={`${id}-licence`} value={licenceNo} onChange={event => setLicenceNo(event.target.value)}>
          {licences.map(licence => (
            <option key={licence.licenceNo} value={licence.licenceNo}>
              {licence.shopName} {licence.licenceNo}
            </option>
          ))}
        </select>
      </div>
      {field('name', t('name'), { maxLength: 15 })}
      {field('idNo', t('idNo'), { maxLength: 18 })}
      <fieldset>
        <legend>{t('what')}</legend>
        {method === 'code' ? <p className="quiet">{t('strict')}</p> : null}
        <ToggleChoices
          choices={mandatable.map(code => ({
            key: code,
            label: pick(services[code].name.zh, services[code].name.en),
          }))}
          chosen={named}
          onChange={setNamed}
        />
      </fieldset>
      <div className="mandate-days">
        {field('validFrom', t('from'), { type: 'date' })}
        {field('validTo', t('to'), { type: 'date' })}
      </div>
      <fieldset>
        <legend>{t('sign')}</legend>
        <SignaturePad drawing={drawing} onChange={setDrawing} />
      </fieldset>
      {unsigned ? (
        <p className="wrong" role="alert">
          {t('signMissing')}
        </p>
      ) : null}
      <ProblemNote problem={problem} />
      <div className="buttons">
        <button type="submit" className="act" disabled={!ready || sending}>
          {t(sending ? 'sending' : 'send')}
        </button>
        <button type="button" className="act plain" onClick={cancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  )
}
