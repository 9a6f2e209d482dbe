import { useState } from 'react'
import { creditCodeIn, type KnownBusiness, type ServiceSheet } from '#contract/licensing'
import { Choices } from '../../services/kit/button.tsx'
import { Facts } from '../../services/kit/facts.tsx'
import { PhotoReader } from '../verify/photo-reader.tsx'
import { texts } from './texts.ts'
import './new-licence.css'

interface BusinessProps {
  readonly offered: readonly KnownBusiness[]
  readonly onChoose: (creditCode: string) => void
  readonly onType: () => void
}

/** 名下的营业执照: a card shows what is registered, and choosing it says that this is right. */
export function BusinessQuestion({ offered, onChoose, onType }: BusinessProps) {
  const t = texts.useTexts()
  const other = 'other'
  return (
    <>
      <Choices
        choices={[
          ...offered.map(({ creditCode, name, operatorName, address }) => ({
            ...{ key: creditCode, label: name, detail: `${operatorName} · ${address}` },
          })),
          { key: other, label: t('businessOther') },
        ]}
        onChoose={key => (key === other ? onType() : onChoose(key))}
      />
      <details className="more-words">
        <summary>{t('businessWhy')}</summary>
        <p>{t('businessWhyText')}</p>
      </details>
    </>
  )
}

/** Why the code has to be typed, where the library was asked for it; and the QR of the business licence instead of typing. */
export function CodeHelp({ sheet, onCode }: { sheet: ServiceSheet; onCode: (creditCode: string) => void }) {
  const t = texts.useTexts()
  const [notIn, setNotIn] = useState(false)
  const { newShop } = sheet.known
  const look =
    newShop?.businessesLook === 'found' && newShop.businesses.length > 0 ? undefined : newShop?.businessesLook
  const read = (text: string) => {
    const code = creditCodeIn(text)
    setNotIn(code === undefined)
    if (code !== undefined) onCode(code)
  }
  return (
    <>
      {look === 'unavailable' || look === 'found' ? (
        <p role="status">{t(look === 'found' ? 'codeNone' : 'codeAway')}</p>
      ) : null}
      <div className="buttons">
        <PhotoReader found={read} label={t('codePhoto')} unread={t('codeUnread')} />
      </div>
      {notIn ? (
        <p className="wrong" role="alert">
          {t('codeNotIn')}
        </p>
      ) : null}
    </>
  )
}

/** What the market regulator says of a code that was typed: confirmed, never typed. */
export function BusinessFacts({ sheet: { known } }: { sheet: ServiceSheet }) {
  const t = texts.useTexts()
  const { business } = known
  if (!business) return null
  return (
    <>
      <Facts
        facts={[
          { label: t('shop'), value: business.name, strong: true },
          { label: t('operator'), value: business.operatorName },
          { label: t('address'), value: business.address },
        ]}
      />
      <p className="quiet">{t('factsWrong')}</p>
    </>
  )
}
