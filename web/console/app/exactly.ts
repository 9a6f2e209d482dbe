/** A link of a filter is the current one only where the whole address is the same; otherwise 全部 would always be. */
export const exactly = { exact: true, includeSearch: true } as const
