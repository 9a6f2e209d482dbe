import { actorLabel } from '#kernel/actor'
import type { Ask } from '#platform/module'
import type { Writer } from '../actions/writer.ts'

export const writerOf = ({ actor, at }: Pick<Ask, 'actor' | 'at'>): Writer => ({ by: actorLabel(actor), at })
