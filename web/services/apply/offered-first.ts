import type { Option, Question } from '#contract/licensing'

/**
 * What a page of choices offers at once, and what stands behind 还有别的. A choice whose own question shares the page is
 * answered there and is no choice any more.
 */
export function offeredFirst(
  question: Question,
  onPage: readonly Question[],
): { readonly first: readonly Option[]; readonly rest: readonly Option[] } {
  if (!('options' in question)) return { first: [], rest: [] }
  const options = question.options.filter(({ value }) => !onPage.some(({ key }) => key === value))
  return { first: options.filter(({ rare }) => !rare), rest: options.filter(({ rare }) => rare) }
}
