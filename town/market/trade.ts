import { chanceOf } from '../chance.ts'
import { spread } from './draws.ts'

/** Days between two turns of a shop's fortune. */
const stretch = 120
const sigma = 0.14

/**
 * How well a shop trades beside an ordinary year: customers come and go for honest reasons (a new neighbour, a road, an illness), so
 * that a slow rise or fall tells little by itself. Depends on the shop and the day alone.
 */
export function tradeOf(seed: number | string, licenceNo: string): (day: number) => number {
  const turns = new Map<number, number>()
  const turn = (index: number): number => {
    const known = turns.get(index) ?? spread(chanceOf(`${seed}/market/trade/${licenceNo}/${index}`), sigma)
    turns.set(index, known)
    return known
  }
  // A turn and the two before it together: what is well this quarter is mostly well the next.
  const level = (index: number): number => turn(index) * turn(index - 1) * turn(index - 2)
  return day => {
    const index = Math.floor(day / stretch)
    const along = (day - index * stretch) / stretch
    return level(index) ** (1 - along) * level(index + 1) ** along
  }
}
