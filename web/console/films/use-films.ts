import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FilmDeskLine, filmRoutes as routes } from '#contract/outreach'
import { call, type Input } from '../../shared/api.ts'

export const filmsKey = ['films']

/** How far a film is comes by itself while one is made. */
export const useFilms = () =>
  useQuery({
    queryKey: filmsKey,
    queryFn: ({ signal }) => call(routes.listFilms, { signal }),
    refetchInterval: ({ state }) => (state.data?.items.some(film => film.state === 'encoding') ? 1_500 : false),
  })

export function useFilmStep({ id, version }: Pick<FilmDeskLine, 'id' | 'version'>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (step: Omit<Input<typeof routes.stepFilm>['body'], 'version'>) =>
      call(routes.stepFilm, { params: { id }, body: { ...step, version } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: filmsKey }),
  })
}
