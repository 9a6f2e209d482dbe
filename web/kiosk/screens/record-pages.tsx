import { ChooseLicence } from '../../services/licence/choose-licence.tsx'
import { Record } from '../../services/query/record.tsx'
import { queryTexts } from '../../services/query/texts.ts'
import { freshKey } from '../../shared/api.ts'
import { Frame, type PageProps } from '../frame/frame.tsx'
import { texts } from '../texts.ts'
import { currentLicence } from '../visit/service.ts'

/** 查询打印: which licence, when the card opens several. */
export function ChooseForQueryPage({ kiosk, send }: PageProps) {
  const t = texts.useTexts()
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={t('chooseForQueryTitle')}
      say="chooseLicence"
      back={() => send({ is: 'back' })}
    >
      <ChooseLicence
        licences={kiosk.visit.licences}
        onChoose={licenceNo => send({ is: 'licenceForQuery', licenceNo })}
      />
    </Frame>
  )
}

/** 查询打印: state, facts, how far things are, and the watermarked print. */
export function RecordPage({ kiosk, send }: PageProps) {
  const t = queryTexts.useTexts()
  const words = texts.useTexts()
  const open = kiosk.visit.applications.find(application => application.canWithdraw)
  const withdraw = (applicationNo: string) => send({ is: 'withdrawWanted', applicationNo, key: freshKey() })
  const licence = currentLicence(kiosk)
  if (!licence) return null
  const print = () => send({ is: 'printWanted', face: 'query', key: freshKey() })
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={t('title')}
      say="record"
      back={() => send({ is: 'back' })}
      main={{ label: t('print'), press: print }}
      other={open ? { label: words('withdraw'), press: () => withdraw(open.applicationNo) } : undefined}
    >
      <Record licence={licence} applications={kiosk.visit.applications} />
    </Frame>
  )
}
