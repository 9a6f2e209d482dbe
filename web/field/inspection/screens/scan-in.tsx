import { Button } from 'antd-mobile'
import { useState } from 'react'
import { SaveBar } from '../../parts/save-bar.tsx'
import { Choices, TextBox, TextField, Tick } from '../../parts/text-field.tsx'
import { checkLicence, type ScanFinding } from '../check-licence.ts'
import { CodeReader } from '../parts/code-reader.tsx'
import { texts } from '../texts.ts'
import type { StepProps } from './task.tsx'

const kinds = ['QRCode'] as const
const whys = ['code', 'none', 'closed', 'bad', 'other'] as const
type Why = (typeof whys)[number]

/** 扫码入企: the licence on the wall is checked here without network; what cannot be scanned is typed with its reason. */
export function ScanInScreen(props: StepProps) {
  const { day, task, keep, done } = props
  const t = texts.useTexts()
  const [shown, setShown] = useState(false)
  const [typed, setTyped] = useState('')
  const [finding, setFinding] = useState<ScanFinding>()
  const [byNumber, setByNumber] = useState(false)
  const look = async (text: string) => setFinding(await checkLicence(text, day, task.task.licenceNo))
  const good = finding?.kind === 'good' ? finding : undefined
  return (
    <>
      <h2>{t('step.scanIn')}</h2>
      <Tick label={t('shown')} value={shown} set={setShown} />
      {byNumber ? (
        <ByNumber {...props} shown={shown} />
      ) : (
        <>
          <h2>{t('scan.camera')}</h2>
          <CodeReader kinds={kinds} found={text => void look(text)} />
          <TextBox label={t('scan.typed')} value={typed} set={setTyped} max={1_600} />
          <Button block className="main-button" disabled={typed.trim() === ''} onClick={() => void look(typed)}>
            {t('scan.check')}
          </Button>
          {finding === undefined ? null : <Found finding={finding} />}
          <SaveBar
            label={t('scan.enter')}
            missing={[...(shown ? [] : [t('missing.shown')]), ...(good ? [] : [t('missing.scan')])]}
            save={async () => {
              if (good) await keep({ kind: 'scanIn', shown: true, how: { kind: 'token', text: good.text } })
              done()
            }}
          />
          <Button block className="main-button gap-above" onClick={() => setByNumber(true)}>
            {t('scan.useNumber')}
          </Button>
        </>
      )}
    </>
  )
}

function Found({ finding }: { finding: ScanFinding }) {
  const t = texts.useTexts()
  if (finding.kind === 'good') {
    const look = finding.status === 'bad' ? 'fault' : 'card done'
    return (
      <p className={look}>
        ✓ {t('scan.good', { shop: finding.shop, status: t(`scan.status.${finding.status}`) })}
        {finding.list === null ? '' : t(finding.list.stale ? 'scan.listStale' : 'scan.list', { ...finding.list })}
      </p>
    )
  }
  return (
    <p className="fault" role="alert">
      {finding.kind === 'other' ? t('scan.other', { no: finding.no }) : t(`scan.${finding.kind}`)}
    </p>
  )
}

function ByNumber({ task, keep, done, shown }: StepProps & { shown: boolean }) {
  const t = texts.useTexts()
  const [no, setNo] = useState('')
  const [why, setWhy] = useState<Why>('code')
  const [other, setOther] = useState('')
  const reason = why === 'other' ? other.trim() : t(`scan.reason.${why}`)
  const wrong = no.length === 12 && no !== task.task.licenceNo
  const missing = [
    ...(shown ? [] : [t('missing.shown')]),
    ...(no === task.task.licenceNo ? [] : [t('scan.number')]),
    ...(reason === '' ? [t('missing.reason')] : []),
  ]
  return (
    <>
      <TextField label={t('scan.number')} value={no} set={setNo} inputMode="numeric" maxLength={12} />
      {wrong ? (
        <p className="fault" role="alert">
          {t('scan.wrongNumber')}
        </p>
      ) : null}
      <Choices
        label={t('scan.reason')}
        value={why}
        set={setWhy}
        options={whys.map(value => ({ value, label: t(`scan.reason.${value}`) }))}
      />
      {why === 'other' ? <TextField label={t('scan.reason.text')} value={other} set={setOther} /> : null}
      <SaveBar
        label={t('scan.enter')}
        missing={missing}
        save={async () => {
          await keep({ kind: 'scanIn', shown: true, how: { kind: 'number', licenceNo: no, reason } })
          done()
        }}
      />
    </>
  )
}
