import { type FieldRound, routes } from '#contract/delivery'
import { call, type Reply } from '../../shared/api.ts'

type Options = Reply<typeof routes.options>

/** 今天: what a courier needs until the evening without network. */
export interface Today {
  readonly rounds: readonly FieldRound[]
  readonly topics: Options['topics']
  readonly codeTries: number
}

export async function loadToday(): Promise<Today> {
  const [mine, options] = [await call(routes.myRounds), await call(routes.options)]
  return { rounds: mine.rounds, topics: options.topics, codeTries: options.codeTries }
}
