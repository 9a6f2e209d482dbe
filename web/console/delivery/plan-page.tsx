import { useNavigate } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { type ItemRow, routes } from '#contract/delivery'
import { type Input as CallInput, call } from '../../shared/api.ts'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useTowns } from '../app/use-towns.ts'
import { DeliveryFrame } from './frame.tsx'
import { Labelled } from './labelled.tsx'
import { PlanView } from './plan-view.tsx'
import { texts } from './texts.ts'
import { chinaToday, minuteOf } from './times.ts'
import { useItems, useOptions, usePreview, useWrite } from './use-delivery.ts'

type PlanBody = CallInput<typeof routes.previewRound>['body']
interface Window {
  readonly opens: string
  readonly closes: string
}
const plannable = ['waiting', 'absent', 'refused']

/** 排路线: town and day, then doors, then the order with its map, then who goes. */
export function PlanPage() {
  const t = texts.useTexts()
  const towns = useTowns()
  const [town, setTown] = useState('')
  return (
    <DeliveryFrame>
      <h1>{t('plan.question')}</h1>
      <Select
        aria-label={t('town')}
        className="town-select"
        placeholder={t('town')}
        {...(town === '' ? {} : { value: town })}
        options={towns.map(one => ({ value: one.code, label: one.name }))}
        onChange={setTown}
      />
      {town === '' ? null : <TownPlan key={town} town={town} />}
    </DeliveryFrame>
  )
}

function TownPlan({ town }: { town: string }) {
  const t = texts.useTexts()
  const list = useItems({ view: 'open', town, mode: 'door' })
  const options = useOptions()
  if (list.isError) return <FailedToLoad error={list.error} retry={() => void list.refetch()} />
  if (options.isError) return <FailedToLoad error={options.error} retry={() => void options.refetch()} />
  if (list.isPending || options.isPending) return <Loading />
  const items = list.data.items.filter(item => plannable.includes(item.state))
  if (items.length === 0) return <p className="card">{t('plan.none')}</p>
  return <Planner town={town} items={items} options={options.data} />
}

type Options = NonNullable<ReturnType<typeof useOptions>['data']>

function Planner({ town, items, options }: { town: string; items: readonly ItemRow[]; options: Options }) {
  const t = texts.useTexts()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<Readonly<Record<string, Window>>>({})
  const [head, setHead] = useState({
    day: chinaToday(),
    depotCode: depotOf(town, options),
    start: '08:30',
    courierId: options.couriers[0]?.id ?? '',
  })
  const preview = usePreview()
  const body = bodyOf(town, head, chosen)
  const [seen, setSeen] = useState('')
  const fresh = seen === JSON.stringify(body)
  const plan = useWrite((given: PlanBody) => call(routes.planRound, { body: { ...given, courierId: head.courierId } }))
  const assign = () =>
    plan.mutate(body, {
      onSuccess: view => void navigate({ to: '/delivery/rounds/$id', params: { id: view.round.id } }),
    })
  return (
    <>
      <PlanHead head={head} set={change => setHead({ ...head, ...change })} options={options} />
      <Doors items={items} chosen={chosen} set={setChosen} />
      <div className="delivery-filters">
        <Button
          type={fresh ? 'default' : 'primary'}
          disabled={body.stops.length === 0}
          loading={preview.isPending}
          onClick={() => preview.mutate(body, { onSuccess: () => setSeen(JSON.stringify(body)) })}
        >
          {t('plan.preview')}
        </Button>
        <Button
          type={fresh ? 'primary' : 'default'}
          disabled={!fresh || head.courierId === ''}
          loading={plan.isPending}
          onClick={assign}
        >
          {t('plan.assign')}
        </Button>
        {preview.data !== undefined && !fresh ? <span className="quiet">{t('plan.old')}</span> : null}
      </div>
      {preview.isError ? <FailedToLoad error={preview.error} retry={() => preview.mutate(body)} /> : null}
      {plan.isError ? <FailedToLoad error={plan.error} retry={() => plan.reset()} /> : null}
      {preview.data !== undefined && fresh ? <PlanView plan={preview.data} /> : null}
    </>
  )
}

/** A service point of the town itself, if it has one: the shortest way out. */
const depotOf = (town: string, { depots }: Options): string =>
  (depots.find(depot => depot.areaCode.startsWith(town)) ?? depots[0])?.code ?? ''

interface Head {
  readonly day: string
  readonly depotCode: string
  readonly start: string
  readonly courierId: string
}

function bodyOf(areaCode: string, { day, depotCode, start }: Head, chosen: Readonly<Record<string, Window>>): PlanBody {
  const startMinute = minuteOf(start)
  return {
    areaCode,
    day,
    depotCode,
    ...(startMinute === undefined ? {} : { startMinute }),
    stops: Object.entries(chosen).map(([itemNo, { opens, closes }]) => {
      const [opensMinute, closesMinute] = [minuteOf(opens), minuteOf(closes)]
      return {
        itemNo,
        ...(opensMinute === undefined ? {} : { opensMinute }),
        ...(closesMinute === undefined ? {} : { closesMinute }),
      }
    }),
  }
}

function PlanHead({ head, set, options }: { head: Head; set: (change: Partial<Head>) => void; options: Options }) {
  const t = texts.useTexts()
  return (
    <div className="delivery-form card">
      <Labelled label={t('plan.day')}>
        {id => <Input id={id} type="date" value={head.day} onChange={event => set({ day: event.target.value })} />}
      </Labelled>
      <Labelled label={t('plan.start')}>
        {id => <Input id={id} type="time" value={head.start} onChange={event => set({ start: event.target.value })} />}
      </Labelled>
      <Labelled label={t('plan.depot')}>
        {id => (
          <Select
            id={id}
            showSearch={{ optionFilterProp: 'label' }}
            value={head.depotCode}
            options={options.depots.map(depot => ({ value: depot.code, label: depot.name }))}
            onChange={depotCode => set({ depotCode })}
          />
        )}
      </Labelled>
      <Labelled label={t('plan.courier')}>
        {id => (
          <Select
            id={id}
            value={head.courierId}
            options={options.couriers.map(courier => ({ value: courier.id, label: courier.name }))}
            onChange={courierId => set({ courierId })}
          />
        )}
      </Labelled>
    </div>
  )
}

function Doors({
  items,
  chosen,
  set,
}: {
  items: readonly ItemRow[]
  chosen: Readonly<Record<string, Window>>
  set: (chosen: Readonly<Record<string, Window>>) => void
}) {
  const t = texts.useTexts()
  const placed = items.filter(item => item.position !== null)
  const toggle = (itemNo: string, on: boolean) => {
    const { [itemNo]: _, ...rest } = chosen
    set(on ? { ...chosen, [itemNo]: { opens: '', closes: '' } } : rest)
  }
  const every = placed.every(item => chosen[item.itemNo] !== undefined)
  return (
    <table className="plain-table card">
      <caption className="visually-hidden">{t('plan.title')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <input
              type="checkbox"
              aria-label={t('plan.all')}
              checked={every}
              onChange={event =>
                set(
                  event.target.checked
                    ? Object.fromEntries(placed.map(item => [item.itemNo, { opens: '', closes: '' }]))
                    : {},
                )
              }
            />
          </th>
          <th scope="col">{t('shop')}</th>
          <th scope="col">{t('address')}</th>
          <th scope="col">{t('tries')}</th>
          <th scope="col">{t('plan.opens')}</th>
          <th scope="col">{t('plan.closes')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(item => (
          <tr key={item.itemNo}>
            <td>
              <input
                type="checkbox"
                aria-label={t('plan.choose', { no: item.shopName })}
                disabled={item.position === null}
                checked={chosen[item.itemNo] !== undefined}
                onChange={event => toggle(item.itemNo, event.target.checked)}
              />
            </td>
            <td>{item.shopName}</td>
            <td>
              {item.address}
              {item.position === null ? <div className="tone-overdue small">▲ {t('plan.noPlace')}</div> : null}
            </td>
            <td>{item.attempts > 0 ? t('tries.n', { n: item.attempts }) : '–'}</td>
            {(['opens', 'closes'] as const).map(edge => (
              <td key={edge}>
                <Input
                  type="time"
                  size="small"
                  aria-label={`${t(`plan.${edge}`)} ${item.shopName}`}
                  disabled={chosen[item.itemNo] === undefined}
                  value={chosen[item.itemNo]?.[edge] ?? ''}
                  onChange={event =>
                    set({
                      ...chosen,
                      [item.itemNo]: { opens: '', closes: '', ...chosen[item.itemNo], [edge]: event.target.value },
                    })
                  }
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
