import { type ItemState, openItemStates } from './moves.ts'

/** Not yet served. */
export const isOpenState = (state: ItemState): boolean => openItemStates.includes(state)
