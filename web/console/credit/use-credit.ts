import { useQuery } from '@tanstack/react-query'
import { fileRoutes as routes } from '#contract/credit'
import { call } from '../../shared/api.ts'

/** The clocks, with who may be named for a talk; the forms of the area share it. */
export const useClocks = () =>
  useQuery({ queryKey: ['credit', 'clocks'], queryFn: ({ signal }) => call(routes.clocks, { signal }) })
