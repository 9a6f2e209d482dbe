type Search = Record<string, unknown>

/**
 * What of the address counts. The router lays what a page reads over all that stood in the address, so that a word the page does not know
 * would reach it all the same: here every word that was not read is taken away. The language belongs to all pages.
 */
export const knownSearch =
  <T extends object>(read: (search: Search) => T) =>
  (search: Search): T => ({ ...Object.fromEntries(unread(search)), ...read(search) })

const unread = (search: Search) =>
  Object.keys(search)
    .filter(key => key !== 'lang')
    .map(key => [key, undefined])
