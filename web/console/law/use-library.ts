import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { editorRoutes, routes as outreach } from '#contract/outreach'
import { call } from '../../shared/api.ts'

const drafts = ['lawDrafts'] as const

export const useLibrary = (on: string | undefined) =>
  useQuery({
    queryKey: ['statutes', on ?? ''],
    queryFn: ({ signal }) => call(outreach.listStatutes, { query: on === undefined ? {} : { on }, signal }),
  })

export const useSearch = (q: string) =>
  useQuery({
    queryKey: ['lawSearch', q],
    queryFn: ({ signal }) => call(outreach.searchLaws, { query: { q }, signal }),
    enabled: q !== '',
  })

export const useStatute = (key: string) =>
  useQuery({
    queryKey: ['statute', key],
    queryFn: ({ signal }) => call(outreach.getStatute, { params: { key }, signal }),
  })

/** Asked for a version that has one before it. */
export const useImpact = (key: string, asked: boolean) =>
  useQuery({
    queryKey: ['lawImpact', key],
    queryFn: ({ signal }) => call(outreach.getStatuteImpact, { params: { key }, signal }),
    enabled: asked,
  })

export const useLawUse = (id: string) =>
  useQuery({ queryKey: ['lawUse', id], queryFn: ({ signal }) => call(outreach.getUse, { params: { id }, signal }) })

export const useLawDrafts = (enabled: boolean) =>
  useQuery({
    queryKey: drafts,
    queryFn: ({ signal }) => call(editorRoutes.listLawDrafts, { signal }),
    enabled,
  })

export const useLawDraft = (id: number) =>
  useQuery({
    queryKey: ['lawDraft', id],
    queryFn: ({ signal }) => call(editorRoutes.getLawDraft, { params: { id }, signal }),
  })

type Drafts = Awaited<ReturnType<typeof call<typeof editorRoutes.listLawDrafts>>>

/** Every act answers with the drafts as they stand afterwards; what is read of the library may have changed. */
export function useLawAct<Input>(
  act: (input: Input) => Promise<Drafts>,
  after: (fresh: Drafts) => void = () => undefined,
) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: fresh => {
      queries.setQueryData(drafts, fresh)
      for (const key of ['statutes', 'statute', 'lawImpact', 'lawDraft', 'lawSearch'])
        void queries.invalidateQueries({ queryKey: [key] })
      after(fresh)
    },
  })
}
