import { textOfPin } from '../../services/place/pin.ts'
import { placeTexts } from '../../services/place/texts.ts'
import { useLocate } from '../../services/place/use-locate.ts'
import type { Row } from './confirm-rows.ts'
import type { NewStep } from './steps.ts'
import { texts } from './texts.ts'
import './new-licence.css'

interface Props {
  readonly rows: readonly Row[]
  readonly onChange: (step: NewStep) => void
  /** A tap in the shop is the answer of the place. */
  readonly onPlace: (value: string) => void
}

/** 这些对吗: what nearly everybody answers, each line with its 改. Nothing of it is said before the page is confirmed. */
export function ConfirmQuestion({ rows, onChange, onPlace }: Props) {
  const t = texts.useTexts()
  return (
    <dl className="confirm">
      {rows.map(({ step, label, value, locates }) => (
        <div key={step} className="confirm-row">
          <dt>{label}</dt>
          <dd>
            <span>{value}</span>
            <button
              type="button"
              className="act plain"
              aria-label={t('changeOf', { label })}
              onClick={() => onChange(step)}
            >
              {t('changeOne')}
            </button>
            {locates ? <Locate onPlace={onPlace} /> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Locate({ onPlace }: Pick<Props, 'onPlace'>) {
  const t = texts.useTexts()
  const place = placeTexts.useTexts()
  const { search, find } = useLocate(pin => onPlace(textOfPin(pin)))
  return (
    <>
      <button type="button" className="act plain confirm-wide" onClick={find}>
        {t('locate')}
      </button>
      {search === 'idle' ? null : (
        <span role="status" className="confirm-wide">
          {typeof search === 'object' ? t('vague', { metres: search.vague }) : place(search)}
        </span>
      )}
    </>
  )
}
