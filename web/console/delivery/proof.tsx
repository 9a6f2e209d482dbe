import { Button } from 'antd'
import { type ItemDetail, routes } from '#contract/delivery'
import { addressOf, call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { texts } from './texts.ts'
import { useWrite } from './use-delivery.ts'
import { howWord } from './way-words.ts'

type Proven = NonNullable<ItemDetail['proof']>

/** 送达证明: how, to whom, when; the strokes; the pictures, each look on record; the receipt. */
export function Proof({ detail }: { detail: ItemDetail }) {
  const t = texts.useTexts()
  const { proof, receipt, photos, item } = detail
  return (
    <section className="card">
      <h2>{t('proof')}</h2>
      {proof === null ? <p>{t('proof.none')}</p> : <Words proof={proof} operator={item.operatorNameMasked} />}
      {photos.map(photo => (
        <Photo key={photo.id} itemNo={item.itemNo} id={photo.id} />
      ))}
      {receipt === null ? null : (
        <p>
          {t('receipt', { number: receipt.number })}{' '}
          <a href={addressOf(routes.receipt.url, { id: receipt.id })} target="_blank" rel="noreferrer">
            {t('receipt.open')}
          </a>
        </p>
      )}
    </section>
  )
}

function Words({ proof, operator }: { proof: Proven; operator: string }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const kind = proof.receiverKind as 'self'
  return (
    <>
      <p>
        <strong>
          {t('proof.line', { how: howWord(proof.how, language), kind: t(`kind.${proof.kind as 'code'}`) })}
        </strong>
      </p>
      <p>
        {t('receiver')}：{proof.receiverName || (proof.receiverKind === 'self' ? operator : '')} {t(kind)}
        {proof.relation === '' ? '' : `，${proof.relation}`}
      </p>
      {proof.witnesses.length > 0 ? <p>{t('witnesses', { names: proof.witnesses.join('、') })}</p> : null}
      <p className="quiet">
        {t('proof.at', { captured: formatInstant(proof.capturedAt, language), at: formatInstant(proof.at, language) })}
      </p>
      {proof.strokes.length > 0 ? <Signature strokes={proof.strokes} label={t('signature')} /> : null}
    </>
  )
}

function Signature({ strokes, label }: { strokes: Proven['strokes']; label: string }) {
  const points = strokes.flat()
  const [xs, ys] = [points.map(point => point[0] ?? 0), points.map(point => point[1] ?? 0)]
  const [left, top] = [Math.min(...xs) - 8, Math.min(...ys) - 8]
  return (
    <svg
      className="signature-drawn"
      role="img"
      aria-label={label}
      viewBox={`${left} ${top} ${Math.max(...xs) - left + 8} ${Math.max(...ys) - top + 8}`}
    >
      {strokes.map(stroke => (
        <polyline key={stroke.join()} points={stroke.map(point => point.join()).join(' ')} />
      ))}
    </svg>
  )
}

function Photo({ itemNo, id }: { itemNo: string; id: string }) {
  const t = texts.useTexts()
  const look = useWrite(() => call(routes.photo, { params: { itemNo, id } }))
  if (look.data)
    return <img className="proof-photo" src={`data:image/jpeg;base64,${look.data.jpeg}`} alt={t('photo')} />
  return (
    <>
      <Button size="small" loading={look.isPending} onClick={() => look.mutate(undefined)}>
        {t('photo.show')}
      </Button>{' '}
      {look.isError ? <FailedToLoad error={look.error} retry={() => look.reset()} /> : null}
    </>
  )
}
