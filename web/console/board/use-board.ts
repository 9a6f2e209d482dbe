import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { boardRoutes, type FigureReport, type FigureValue, type FigureView, routes } from '#contract/metrics'
import { call } from '../../shared/api.ts'
import { groupsOfDomain, groupsOnBoard } from './headlines.ts'

export interface BoardQuery {
  readonly from: string
  readonly to: string
  readonly town?: string
}

/** Terminals announce nothing while they work: what the clock alone changes is read again so often. */
const MINUTE = 60_000

export interface KnownFigure {
  readonly figure: FigureView
  readonly value: FigureValue
  readonly before: number | null
}

/** Every figure of the board with what it was a month before; figures that have not come yet are missing. */
export function useFigures(query: BoardQuery): ReadonlyMap<string, KnownFigure> {
  return useQueries({
    queries: groupsOnBoard.flatMap(group => [
      {
        queryKey: ['board', group, 'report', query],
        queryFn: ({ signal }: { signal: AbortSignal }) => call(routes.report, { query: { ...query, group }, signal }),
        placeholderData: keepPreviousData,
        refetchInterval: MINUTE,
      },
      {
        queryKey: ['board', group, 'before', query],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          call(routes.compare, { query: { ...query, group, step: 'month' }, signal }),
        placeholderData: keepPreviousData,
      },
    ]),
    combine: results => {
      const known = new Map<string, KnownFigure>()
      for (let n = 0; n < results.length; n += 2) {
        const [now, before] = [results[n]?.data, results[n + 1]?.data]
        if (now === undefined || !('figures' in now)) continue
        now.figures.forEach((figure, at) => {
          const value = now.values[at]
          if (value) known.set(figure.code, { figure, value, before: before?.values[at]?.value ?? null })
        })
      }
      return known
    },
  })
}

export const useReport = (group: string, query: BoardQuery): FigureReport | undefined =>
  useQuery({
    queryKey: ['board', group, 'trend', query],
    queryFn: ({ signal }) => call(routes.report, { query: { ...query, group }, signal }),
    placeholderData: keepPreviousData,
  }).data

export const useEvents = (town: string | undefined) =>
  useQuery({
    queryKey: ['board', 'always', 'events', town],
    queryFn: ({ signal }) => call(boardRoutes.boardEvents, { query: town ? { town } : {}, signal }),
    placeholderData: keepPreviousData,
  }).data?.items ?? []

export const usePromises = (town: string | undefined) =>
  useQuery({
    queryKey: ['board', 'always', 'promises', town],
    queryFn: ({ signal }) => call(boardRoutes.boardPromises, { query: town ? { town } : {}, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: MINUTE,
  }).data

export const useBoardMap = (town: string | undefined) =>
  useQuery({
    queryKey: ['board', 'always', 'map', town],
    queryFn: ({ signal }) => call(boardRoutes.boardMap, { query: town ? { town } : {}, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: MINUTE,
  }).data

/** Not more often than this: a busy hour must not ask for everything at every act. Well within the five seconds promised. */
const PAUSE = 1_500

/** Reads again what a domain's announcements can have changed; true while the line stands. */
export function useLiveBoard(): boolean {
  const queries = useQueryClient()
  const [live, setLive] = useState(false)
  useEffect(() => {
    const source = new EventSource(boardRoutes.boardStream.url)
    const waiting = new Set<string>()
    let known: Record<string, number> = {}
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      timer = undefined
      for (const group of ['always', ...waiting]) void queries.invalidateQueries({ queryKey: ['board', group] })
      waiting.clear()
    }
    source.addEventListener('open', () => {
      setLive(true)
      known = {}
      // What changed while the line was down.
      void queries.invalidateQueries({ queryKey: ['board'] })
    })
    source.addEventListener('error', () => setLive(false))
    source.addEventListener('changed', ({ data }) => {
      const now = JSON.parse(JSON.parse(data).mark) as Record<string, number>
      for (const [domain, count] of Object.entries(now))
        if (known[domain] !== count) for (const group of groupsOfDomain[domain] ?? []) waiting.add(group)
      known = now
      timer ??= setTimeout(refresh, PAUSE)
    })
    return () => {
      clearTimeout(timer)
      source.close()
    }
  }, [queries])
  return live
}
