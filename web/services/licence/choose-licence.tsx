import type { LicenceCard } from '#contract/licensing'
import { formatDayShort } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { applyTexts } from '../apply/texts.ts'
import { Choices } from '../kit/button.tsx'

interface Props {
  licences: readonly LicenceCard[]
  onChoose: (licenceNo: string) => void
}

/** 一户多证: asked only when the card opens several licences. */
export function ChooseLicence({ licences, onChoose }: Props) {
  const t = applyTexts.useTexts()
  return (
    <Choices
      onChoose={onChoose}
      choices={licences.map(licence => ({
        key: licence.licenceNo,
        label: licence.shopName,
        detail: t('chooseDetail', {
          no: licence.licenceNo,
          day: formatDayShort(licence.validTo),
          state: pick(licence.stateLabel, licence.stateLabelEn),
        }),
      }))}
    />
  )
}
