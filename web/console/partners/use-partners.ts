import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { agencyRoutes, type Given, itemRoutes, partnerRoutes, tipRoutes, watchRoutes } from '#contract/partners'
import { call } from '../../shared/api.ts'

const key = 'partners'

export const useAgencies = () =>
  useQuery({ queryKey: [key, 'agencies'], queryFn: ({ signal }) => call(agencyRoutes.listAgencies, { signal }) })

type ItemQuery = NonNullable<Parameters<typeof call<typeof itemRoutes.listItems>>[1]>['query']

export const useItems = (query: ItemQuery = {}) =>
  useQuery({
    queryKey: [key, 'items', query],
    queryFn: ({ signal }) => call(itemRoutes.listItems, { signal, query }),
  })

export const useItem = (no: string) =>
  useQuery({
    queryKey: [key, 'item', no],
    queryFn: ({ signal }) => call(itemRoutes.readItem, { params: { no }, signal }),
  })

export const useOffer = (aboutNo: string) =>
  useQuery({
    queryKey: [key, 'offer', aboutNo],
    enabled: aboutNo !== '',
    retry: false,
    queryFn: ({ signal }) => call(itemRoutes.offer, { query: { aboutNo }, signal }),
  })

export const useReaches = () =>
  useQuery({
    queryKey: [key, 'reaches'],
    queryFn: ({ signal }) => call(watchRoutes.listReaches, { signal }),
    refetchInterval: 15_000,
  })

export const useDeliveries = () =>
  useQuery({ queryKey: [key, 'deliveries'], queryFn: ({ signal }) => call(watchRoutes.listDeliveries, { signal }) })

export const useLog = (agencyId: string | undefined, day: string) =>
  useQuery({
    queryKey: [key, 'log', agencyId ?? '', day],
    enabled: agencyId !== undefined,
    queryFn: ({ signal }) => call(watchRoutes.readLog, { query: { agencyId: agencyId ?? '', day }, signal }),
  })

export const usePreview = () =>
  useMutation({ mutationFn: (body: Given) => call(itemRoutes.preview, { body }), gcTime: 0 })

/** One act; whatever it changed is read again. */
export function useAct<Asked, Reply>(act: (asked: Asked) => Promise<Reply>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: act, onSuccess: () => queries.invalidateQueries({ queryKey: [key] }) })
}

export const useInbox = () =>
  useQuery({ queryKey: [key, 'inbox'], queryFn: ({ signal }) => call(partnerRoutes.list, { signal }) })

export const useTips = () =>
  useQuery({ queryKey: [key, 'inbox', 'tips'], queryFn: ({ signal }) => call(tipRoutes.listTips, { signal }) })

/** What agencies told us; looked at again while the page is open, as an agency may be telling now. */
export const useTold = () =>
  useQuery({
    queryKey: [key, 'items', 'told'],
    queryFn: ({ signal }) => call(tipRoutes.listTold, { signal }),
    refetchInterval: 15_000,
  })

/** Each opening is on record on both sides: not read again by itself. */
export const useInboxItem = (no: string) =>
  useQuery({
    queryKey: [key, 'inbox-item', no],
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) => call(partnerRoutes.read, { params: { no }, signal }),
  })

/** Reads the list again whenever the server says that something changed. */
export function useLive(url: string, part: 'items' | 'inbox'): void {
  const queries = useQueryClient()
  useEffect(() => {
    const source = new EventSource(url)
    source.addEventListener('changed', () => void queries.invalidateQueries({ queryKey: [key, part] }))
    return () => source.close()
  }, [queries, url, part])
}
