import { cite } from '#kernel/citation'

/** 纸质表单写明的依据; the words of the form and the index of the law read it. */
export const formLaw = {
  application: { true: cite('XK', 31) },
  mandate: { agent: cite('XK', 29) },
  address: { served: cite('YYH', 14, { paragraph: 1 }), electronic: cite('YYH', 14, { paragraph: 2 }) },
} as const
