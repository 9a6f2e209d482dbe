import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { routes } from '#contract/delivery'
import { call, type Input } from '../../shared/api.ts'

const all = ['delivery'] as const

export interface ItemFilters {
  readonly view: 'open' | 'done' | 'all'
  readonly town?: string
  readonly mode?: 'pickup' | 'post' | 'door' | 'electronic'
}

export const useItems = (query: ItemFilters) =>
  useQuery({ queryKey: [...all, 'items', query], queryFn: ({ signal }) => call(routes.listItems, { query, signal }) })

/** Each look at one item is on record: it is not asked again for nothing. */
export const useItem = (itemNo: string) =>
  useQuery({
    queryKey: [...all, 'item', itemNo],
    queryFn: ({ signal }) => call(routes.item, { params: { itemNo }, signal }),
    refetchOnWindowFocus: false,
    staleTime: 60_000,
  })

export const useOptions = () =>
  useQuery({
    queryKey: [...all, 'options'],
    queryFn: ({ signal }) => call(routes.options, { signal }),
    staleTime: 300_000,
  })

export const useRounds = (from: string, to: string) =>
  useQuery({
    queryKey: [...all, 'rounds', from, to],
    queryFn: ({ signal }) => call(routes.listRounds, { query: { from, to }, signal }),
  })

export const useRound = (id: string) =>
  useQuery({
    queryKey: [...all, 'round', id],
    queryFn: ({ signal }) => call(routes.round, { params: { id }, signal }),
    refetchInterval: 30_000,
  })

export const useVisits = (from: string, to: string) =>
  useQuery({
    queryKey: [...all, 'visits', from, to],
    queryFn: ({ signal }) => call(routes.listVisits, { query: { from, to }, signal }),
  })

export const useHeld = () =>
  useQuery({
    queryKey: [...all, 'held'],
    queryFn: ({ signal }) => call(routes.listHeldActs, { signal }),
    refetchInterval: 60_000,
  })

/** A write of delivery; afterwards every list of it is read anew. */
export function useWrite<V, R>(write: (value: V) => Promise<R>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: write, onSuccess: () => queries.invalidateQueries({ queryKey: all }) })
}

export const usePreview = () =>
  useMutation({ mutationFn: (body: Input<typeof routes.previewRound>['body']) => call(routes.previewRound, { body }) })
