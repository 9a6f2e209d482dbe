import type { AreaProps } from '../../app/area.ts'
import type { Today } from '../today.ts'
import { ItemScreen } from './item.tsx'
import { RoundScreen } from './round.tsx'

/** 送达: the list of doors, or one door. */
export function DeliveryScreen({ kept, staff, outbox, place, go }: AreaProps<Today>) {
  const today = kept.bundle
  const round = today.rounds.find(one => one.id === place[1])
  const stop = round?.stops.find(one => one.itemNo === place[2])
  return place[0] === 'item' && round && stop ? (
    <ItemScreen
      key={stop.itemNo}
      today={today}
      staff={staff}
      round={round}
      stop={{ ...stop, roundId: round.id }}
      form={place[3]}
      outbox={outbox}
      go={go}
    />
  ) : (
    <RoundScreen today={today} staff={staff} outbox={outbox} go={go} />
  )
}
