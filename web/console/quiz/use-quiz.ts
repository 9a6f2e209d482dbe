import { useQuery } from '@tanstack/react-query'
import { quizRoutes, surveyRoutes } from '#contract/outreach'
import { call } from '../../shared/api.ts'

export const bankKey = ['quizBank']
export const quizzesKey = ['quizzes']
export const surveysKey = ['surveys']

export const useBank = () =>
  useQuery({ queryKey: bankKey, queryFn: ({ signal }) => call(quizRoutes.quizBank, { signal }) })
export const useQuizzes = () =>
  useQuery({ queryKey: quizzesKey, queryFn: ({ signal }) => call(quizRoutes.listQuizzes, { signal }) })
export const useSurveys = () =>
  useQuery({ queryKey: surveysKey, queryFn: ({ signal }) => call(surveyRoutes.listSurveys, { signal }) })
export const useUnits = (id: string, open: boolean) =>
  useQuery({
    queryKey: ['surveyUnits', id],
    queryFn: ({ signal }) => call(surveyRoutes.surveyUnits, { params: { id }, signal }),
    enabled: open,
  })

/** 63.4% */
export const percent = (share: number | null): string => (share === null ? '—' : `${(share * 100).toFixed(1)}%`)
