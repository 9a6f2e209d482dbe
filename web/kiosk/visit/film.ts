import { inVisit, type Kiosk, type Step, show } from './state.ts'

/** 看示范: from the page that asks for the card, a step of the application, or the question before a withdrawal; what was answered stays. */
export function filmWanted(kiosk: Kiosk): Step {
  const { screen, service } = kiosk.visit
  if (screen.name === 'withdrawConfirm') return [show(kiosk, { name: 'film', film: 'withdraw', behind: screen })]
  if (service === undefined || (screen.name !== 'layCard' && screen.name !== 'apply')) return [kiosk]
  return [show(kiosk, { name: 'film', film: service, behind: screen })]
}

/** Back to where it was asked for; the reader, let go for the film, waits for the card again. */
export function filmOver(kiosk: Kiosk): Step {
  const { screen } = kiosk.visit
  if (screen.name !== 'film') return [kiosk]
  const back = inVisit(kiosk, { screen: screen.behind })
  return screen.behind.name === 'layCard' ? [back, { do: 'openSession' }] : [back]
}
