import { useEffect, useRef, useState } from 'react'
import { type DeviceState, deviceRoutes } from '../../../agent/contract.ts'
import { followHouse } from '../preferences.ts'
import { advance } from './advance.ts'
import { run } from './effects.ts'
import type { KioskEvent } from './events.ts'
import { type Kiosk, newKiosk, type Screen } from './state.ts'

export type Send = (event: KioskEvent) => void

/** The terminal's state and the only way to change it. */
export function useKiosk(clearPage: () => void): { kiosk: Kiosk; send: Send } {
  const [kiosk, setKiosk] = useState(newKiosk)
  const machine = useRef<Machine>(undefined)
  machine.current ??= makeMachine(setKiosk, clearPage)
  const { send } = machine.current
  useEffect(() => followDevice(send), [send])
  const sound = kiosk.device?.settings
  const [voice, volume] = [sound?.voice, sound?.volume]
  useEffect(() => {
    if (voice !== undefined && volume !== undefined) followHouse({ voice, volume })
  }, [voice, volume])
  return { kiosk, send }
}

interface Machine {
  send: Send
}

/** State lives outside React's queue, so that an effect always sees the step it was born from. */
function makeMachine(onChange: (kiosk: Kiosk) => void, clearPage: () => void): Machine {
  let kiosk = newKiosk
  let visitOver = new AbortController()
  const send: Send = event => {
    const { number: before, screen: from } = kiosk.visit
    const [next, ...effects] = advance(kiosk, event)
    kiosk = next
    if (next.visit.number !== before || leftTheCard(event, from)) {
      visitOver.abort()
      visitOver = new AbortController()
    }
    onChange(next)
    const { signal } = visitOver
    const own = next.visit.number
    const answer: Send = reply => {
      // A late reply of an earlier citizen must never reach this one.
      if (kiosk.visit.number === own && !signal.aborted) send(reply)
    }
    for (const effect of effects) void run(effect, { kiosk: () => next, send: answer, signal, clearPage })
  }
  return { send }
}

/** Going away from the card drawing, to the film too, stops the waiting reader. */
const leftTheCard = (event: KioskEvent, from: Screen): boolean =>
  event.is === 'exit' || (event.is === 'filmWanted' && from.name === 'layCard')

/** Follows the device by its event stream; where the agent stopped answering, that is said and tried again. */
function followDevice(send: Send): () => void {
  let source: EventSource
  let retry: ReturnType<typeof setTimeout>
  const open = () => {
    source = new EventSource(deviceRoutes.events.url)
    source.onmessage = message =>
      send({ is: 'deviceChanged', device: JSON.parse(message.data as string) as DeviceState })
    source.onerror = () => {
      send({ is: 'deviceLost' })
      // The browser reconnects by itself after a cut, but not after an answer that was no stream.
      if (source.readyState === EventSource.CLOSED) retry = setTimeout(open, 2000)
    }
  }
  open()
  return () => {
    clearTimeout(retry)
    source.close()
  }
}
