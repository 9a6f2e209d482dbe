import { Button } from 'antd-mobile'
import { useId } from 'react'
import { Choices, TextField } from '../../parts/text-field.tsx'
import type { Method, WalkDraft } from '../draft.ts'
import { gatesNear, type Near, shopsNear } from '../near.ts'
import { texts } from '../texts.ts'
import type { StepProps } from './form.ts'

/** 步行测量 to what stands near; the straight line with its error bar is a hint beside it. */
export function DistanceStep({ draft, set, task, bundle }: StepProps) {
  const t = texts.useTexts()
  const door = { place: draft.place, onRecord: task.position }
  const gates = bundle.gates.map(({ schoolId, school, gate }) => ({
    key: `${schoolId}/${gate}`,
    name: `${school}${gate}`,
  }))
  const shops = bundle.shops.map(({ licenceNo, name }) => ({ key: licenceNo, name }))
  return (
    <>
      <p className="quiet">{t('measure.law')}</p>
      <Group
        title={t('gates')}
        none={t('none.gates')}
        other={t('other.gate')}
        near={gatesNear(door, bundle, Object.keys(draft.walks))}
        all={gates}
        walks={draft.walks}
        set={walks => set({ walks })}
      />
      <Group
        title={t('shops')}
        none={t('none.shops')}
        other={t('other.shop')}
        near={shopsNear(door, bundle, Object.keys(draft.shops))}
        all={shops}
        walks={draft.shops}
        set={shops => set({ shops })}
      />
    </>
  )
}

interface GroupProps {
  readonly title: string
  readonly none: string
  readonly other: string
  readonly near: readonly Near[]
  readonly all: readonly { readonly key: string; readonly name: string }[]
  readonly walks: Readonly<Record<string, WalkDraft>>
  readonly set: (walks: Readonly<Record<string, WalkDraft>>) => void
}

const begun: WalkDraft = { metres: '', method: 'wheel', note: '' }
/** The record holds at most so many of a kind. */
const most = 6

function Group({ title, none, other, near, all, walks, set }: GroupProps) {
  const t = texts.useTexts()
  const id = useId()
  const open = all.filter(({ key }) => !near.some(one => one.key === key))
  const put = (key: string, walk: WalkDraft) => set({ ...walks, [key]: walk })
  const drop = (key: string) => set(Object.fromEntries(Object.entries(walks).filter(([name]) => name !== key)))
  return (
    <section>
      <h2>{title}</h2>
      {near.length === 0 ? <p className="card">{none}</p> : null}
      {near.map(place => (
        <Place
          key={place.key}
          place={place}
          walk={walks[place.key]}
          put={walk => put(place.key, walk)}
          drop={() => drop(place.key)}
        />
      ))}
      {open.length === 0 || Object.keys(walks).length >= most ? null : (
        <div className="text-field">
          <label htmlFor={id}>{other}</label>
          <select id={id} value="" onChange={event => put(event.target.value, begun)}>
            <option value="">{t('choose')}</option>
            {open.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
    </section>
  )
}

const methods: readonly Method[] = ['wheel', 'tape', 'laser', 'track']

function Place({
  place,
  walk,
  put,
  drop,
}: {
  place: Near
  walk: WalkDraft | undefined
  put: (walk: WalkDraft) => void
  drop: () => void
}) {
  const t = texts.useTexts()
  const { line, limit } = place
  return (
    <div className="card gap-block">
      <strong>{place.name}</strong>
      <p className="quiet">
        {line === null
          ? t('line.none')
          : t('line', {
              metres: Math.round(line.metres),
              least: Math.floor(line.least),
              most: Math.ceil(line.most),
            })}
        {limit === null ? '' : ` · ${t('limit', { metres: limit })}`}
      </p>
      {line !== null && limit !== null && line.least >= limit ? <p className="quiet">{t('line.far')}</p> : null}
      {walk === undefined ? (
        <Button block className="main-button" onClick={() => put(begun)}>
          {t('walk.add')}
        </Button>
      ) : (
        <>
          <TextField
            label={t('metres')}
            value={walk.metres}
            set={metres => put({ ...walk, metres })}
            inputMode="decimal"
            maxLength={7}
          />
          <Choices
            label={t('method')}
            value={walk.method}
            set={method => put({ ...walk, method })}
            options={methods.map(value => ({ value, label: t(value) }))}
          />
          <TextField label={t('note')} value={walk.note} set={note => put({ ...walk, note })} maxLength={200} />
          <button type="button" className="plain-button" onClick={drop}>
            {t('walk.drop')}
          </button>
        </>
      )}
    </div>
  )
}
