import { Button } from 'antd-mobile'
import type { FieldAct, FieldRound, FieldStop } from '#contract/delivery'
import { clock } from '#kernel/minute-of-day'
import type { OutboxRow } from '../../device/database.ts'
import { mapLink } from '../../device/map-link.ts'
import { keepAct } from '../../outbox/outbox.ts'
import type { FieldStaff } from '../../session/staff.ts'
import { actOf } from '../act.ts'
import { ItemState, isDone, lastOf, type Placed } from '../parts/item-state.tsx'
import { texts } from '../texts.ts'
import type { Today } from '../today.ts'
import { wayTo } from '../way.ts'
import { AbsentForm } from './absent.tsx'
import { HandOverForm } from './hand-over.tsx'
import { RefusedForm } from './refused.tsx'

interface Props {
  readonly today: Today
  readonly staff: FieldStaff
  readonly round: FieldRound
  readonly stop: Placed
  readonly form: string | undefined
  readonly outbox: readonly OutboxRow[]
  readonly go: (to: string) => void
}

/** What every form gets; `keep` is done when the act lies on the telephone. */
export interface FormProps {
  readonly today: Today
  readonly stop: FieldStop
  readonly keep: (act: ActFields) => Promise<void>
}
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
export type ActFields = Without<FieldAct, 'itemNo' | 'roundId' | 'capturedAt'>

const forms = { handOver: HandOverForm, refused: RefusedForm, absent: AbsentForm, bringBack: AbsentForm } as const
const isForm = (name: string | undefined): name is keyof typeof forms =>
  name !== undefined && Object.hasOwn(forms, name)

/** 一户一页: find it, call, and one button for each thing that can happen at a door. */
export function ItemScreen({ today, staff, round, stop, form, outbox, go }: Props) {
  const t = texts.useTexts()
  const home = `item/${round.id}/${stop.itemNo}`
  const keep = async (fields: ActFields) => {
    const act = { ...fields, itemNo: stop.itemNo, roundId: round.id, capturedAt: new Date().toISOString() } as FieldAct
    await keepAct(actOf(stop, act), staff.id)
    go(home)
  }
  const Form = isForm(form) ? forms[form] : undefined
  return (
    <>
      <button type="button" className="plain-button" onClick={() => go(Form ? home : '')}>
        ‹ {t('back')}
      </button>
      <h1>{stop.shopName}</h1>
      {Form ? (
        <Form key={form} today={today} stop={stop} keep={keep} {...(form === 'bringBack' ? { back: true } : {})} />
      ) : (
        <>
          <ItemState stop={stop} outbox={outbox} />
          <Facts round={round} stop={stop} />
          <Actions stop={stop} outbox={outbox} open={name => go(`${home}/${name}`)} />
        </>
      )}
    </>
  )
}

function Facts({ round, stop }: { round: FieldRound; stop: FieldStop }) {
  const t = texts.useTexts()
  const before = round.stops.find(one => one.seq === stop.seq - 1)
  const way = before === undefined ? undefined : wayTo(before.position, stop.position)
  return (
    <>
      <ul className="facts">
        <li>{stop.address}</li>
        <li>{t('person', { name: stop.operatorNameMasked })}</li>
        <li>
          {t('paper')}：{t(stop.result)}
        </li>
        <li>
          {t('stop', { seq: stop.seq })} · {t('arrive', { time: clock(stop.arriveMinute) })}
        </li>
        {way === undefined ? null : <li>{t('way', { wind: t(way.wind), km: way.kilometres })}</li>}
      </ul>
      <div className="two-buttons">
        {stop.phone === '' ? (
          <span className="link-button off">{t('call.none')}</span>
        ) : (
          <a className="link-button" href={`tel:${stop.phone}`}>
            {t('call')}
          </a>
        )}
        <a className="link-button" href={mapLink(stop.position, stop.shopName)} target="_blank" rel="noreferrer">
          {t('map')}
        </a>
      </div>
    </>
  )
}

function Actions({ stop, outbox, open }: { stop: Placed; outbox: readonly OutboxRow[]; open: (form: string) => void }) {
  const t = texts.useTexts()
  const last = lastOf(stop, outbox)
  if (isDone(stop, outbox))
    return last === undefined ? null : <p className="card done">{t('done', { what: t(last.kind as 'absent') })}</p>
  return (
    <div className="acts">
      {last?.state === 'conflict' ? (
        <p className="fault" role="alert">
          {last.title} {last.next}
        </p>
      ) : null}
      <Button block color="primary" className="main-button" onClick={() => open('handOver')}>
        {t('handOver')}
      </Button>
      {(['absent', 'refused', 'bringBack'] as const).map(name => (
        <Button block key={name} className="main-button" onClick={() => open(name)}>
          {t(name)}
        </Button>
      ))}
    </div>
  )
}
