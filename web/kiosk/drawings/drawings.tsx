import { texts } from '../texts.ts'
import './drawings.css'

/** Where the card goes: the reader at the lower right, the card flat on it. */
export function CardDrawing({ reading }: { reading: boolean }) {
  const t = texts.useTexts()
  return (
    <svg viewBox="0 0 560 520" role="img" aria-label={t('cardDrawing')} className="drawing">
      <rect x="40" y="10" width="480" height="290" rx="12" className="d-case" />
      <rect x="64" y="34" width="432" height="242" rx="6" className="d-screen" />
      <path d="M40 320h480l30 190H10z" className="d-case" />
      <path d="M300 340h180l16 120H296z" className={reading ? 'd-pad d-pad-on' : 'd-pad'} />
      <text x="160" y="416" textAnchor="middle" className="d-word">
        {t('readerLabel')}
      </text>
      <path d="M316 356h148l10 84H314z" className="d-card" />
      <path d="M420 372h28l4 36h-30z" className="d-photo" />
      <path d="M334 376h66M334 394h56M333 412h66" className="d-line" />
      {reading ? null : <path d="M392 170v136M354 272l38 42 38-42" className="d-arrow" />}
    </svg>
  )
}

/** Where the paper comes out: the slot below the screen. */
export function PaperDrawing() {
  const t = texts.useTexts()
  return (
    <svg viewBox="0 0 560 520" role="img" aria-label={t('paperDrawing')} className="drawing">
      <rect x="40" y="10" width="480" height="200" rx="12" className="d-case" />
      <rect x="64" y="34" width="432" height="152" rx="6" className="d-screen" />
      <path d="M40 230h480v270H40z" className="d-case" />
      <rect x="76" y="256" width="288" height="26" rx="6" className="d-slot" />
      <path d="M100 270h240v150H100z" className="d-card" />
      <path d="M128 306h184M128 334h184M128 362h110" className="d-line" />
      <path d="M220 384v88M182 436l38 42 38-42" className="d-arrow" />
      <text x="440" y="330" textAnchor="middle" className="d-word">
        {t('paperLabel')}
      </text>
    </svg>
  )
}
