/** 已了结: nobody works on it any more. */
const over: ReadonlySet<string> = new Set(['closed', 'archived', 'notFiled', 'referred', 'withdrawn', 'terminated'])
export const isCaseOver = (state: string): boolean => over.has(state)
