import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { fleetRoutes, type TerminalSettings } from '#contract/access'
import { routes as registry } from '#contract/registry'
import { call } from '../../shared/api.ts'
import type { FleetFilters } from './fleet-filters.ts'

/** 终端总览, asked for again every 15 seconds: the heartbeats come every 30. */
export function useFleet(filters: FleetFilters) {
  return useQuery({
    queryKey: ['fleet', filters],
    queryFn: ({ signal }) => call(fleetRoutes.fleet, { query: filters, signal }),
    refetchInterval: 15_000,
    placeholderData: before => before,
  })
}

export function useTerminalLife(id: string) {
  return useQuery({
    queryKey: ['fleet', 'life', id],
    queryFn: ({ signal }) => call(fleetRoutes.terminalLife, { params: { id }, signal }),
    refetchInterval: 15_000,
  })
}

/** Where the terminals stand: the service point of the register with the same code. */
export function usePlaces() {
  return useQuery({
    queryKey: ['mapPoints'],
    queryFn: ({ signal }) => call(registry.mapPoints, { signal }),
    staleTime: 300_000,
    select: points => new Map(points.servicePoints.map(({ code, lng, lat }) => [code, { lng, lat }])),
  })
}

export function useAlarmWord(verb: 'acknowledgeAlarm' | 'endAlarm') {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, note }: { id: string; note: string }) =>
      call(fleetRoutes[verb], { params: { id }, body: { note } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['fleet'] }),
  })
}

export function useSetTerminals() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { terminalIds: string[]; settings: TerminalSettings }) =>
      call(fleetRoutes.setTerminals, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['fleet'] }),
  })
}
