import { useQuery } from '@tanstack/react-query'
import { eventRoutes as routes } from '#contract/outreach'
import { call } from '../../shared/api.ts'

export const eventsKey = ['events']
export const reachKey = ['eventReach']
export const schoolsKey = ['eventSchools']

export const useEvents = () =>
  useQuery({ queryKey: eventsKey, queryFn: ({ signal }) => call(routes.listEvents, { signal }) })
export const useReach = () =>
  useQuery({ queryKey: reachKey, queryFn: ({ signal }) => call(routes.eventReach, { signal }) })

export const useSchools = () =>
  useQuery({ queryKey: schoolsKey, queryFn: ({ signal }) => call(routes.eventSchools, { signal }) })
