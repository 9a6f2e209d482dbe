import { texts as filmTexts } from '../../shared/film/texts.ts'
import { CardDrawing, PaperDrawing } from '../drawings/drawings.tsx'
import { Frame, type PageProps } from '../frame/frame.tsx'
import { texts } from '../texts.ts'
import type { Task } from '../visit/state.ts'
import { ServiceChoices } from './home.tsx'

/** 放身份证: a drawing of the place, live from the reader. */
export function LayCardPage({ kiosk, send }: PageProps) {
  const t = texts.useTexts()
  const ft = filmTexts.useTexts()
  const reading = kiosk.device?.reader === 'cardPresent'
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={t(reading ? 'layTitleReading' : 'layTitle')}
      say="layCard"
      back={() => send({ is: 'back' })}
      other={
        kiosk.visit.service && !reading ? { label: ft('watch'), press: () => send({ is: 'filmWanted' }) } : undefined
      }
      main={
        kiosk.visit.service === 'query' && !reading
          ? { label: t('progressByNumber'), press: () => send({ is: 'progressWanted' }) }
          : undefined
      }
      drawing={<CardDrawing reading={reading} />}
    >
      <p>{t('layHint')}</p>
    </Frame>
  )
}

/** The card came first: what for? */
export function ChooseServicePage({ kiosk, send }: PageProps) {
  const t = texts.useTexts()
  const title = t('chooseServiceTitle', { name: kiosk.visit.session?.person.name ?? '' })
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={title}
      say="chooseService"
      other={kiosk.visit.helper ? undefined : { label: t('helperHere'), press: () => send({ is: 'helperCodeWanted' }) }}
      main={{ label: t('draftsOpen'), press: () => send({ is: 'draftsWanted' }) }}
    >
      {kiosk.visit.helper ? <p>{t('helperBeside', { name: kiosk.visit.helper })}</p> : null}
      <ServiceChoices send={send} />
    </Frame>
  )
}

const taskWords = {
  loadLicences: 'workingLoadLicences',
  loadSheet: 'workingLoadSheet',
  loadRecord: 'workingLoadRecord',
  submit: 'workingSubmit',
  withdraw: 'workingWithdraw',
  print: 'workingPrint',
  face: 'workingFace',
  code: 'workingCode',
} as const satisfies Record<Task, string>

/** The machine works; nothing to press, nothing moves. */
export function WorkingPage({ kiosk, send, task }: PageProps & { task: Task }) {
  const t = texts.useTexts()
  const printing = task === 'print'
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={t(taskWords[task])}
      say={printing ? 'printing' : task === 'submit' ? 'submitting' : 'working'}
      drawing={printing ? <PaperDrawing /> : undefined}
    >
      <p>{t(printing ? 'workingPrintHint' : 'waitHint')}</p>
    </Frame>
  )
}

/** 再见: the visit's data are gone from the state already; the page itself is made new in a moment. */
export function GoodbyePage({ kiosk, send }: PageProps) {
  const t = texts.useTexts()
  const lying = kiosk.device?.reader === 'cardPresent'
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={t(lying ? 'goodbyeCard' : 'goodbyeTitle')}
      say="goodbye"
      drawing={lying ? <CardDrawing reading /> : undefined}
    >
      <p>{t('goodbyePaper')}</p>
      <p>{t('goodbyeClean')}</p>
    </Frame>
  )
}
