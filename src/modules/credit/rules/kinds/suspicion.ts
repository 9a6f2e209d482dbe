import { ok } from '#kernel/refusal'
import type { Moves } from '#kernel/state-table'
import { textIn, words } from '../fields.ts'
import type { KindRule } from '../file.ts'

/** 疑似一户多证、人证不符: what the register hints at; a person looks and says whether it is so. */
const suspicionMoves = {
  open: { confirm: 'confirmed', dismiss: 'dismissed' },
  confirmed: {},
  dismissed: {},
} as const satisfies Moves

export const suspicion: KindRule = {
  zh: '疑似情形',
  en: 'Suspicion',
  prefix: 'YS',
  moves: suspicionMoves,
  states: {
    open: { zh: '待核实', en: 'To be looked into' },
    confirmed: { zh: '属实，已提请列入档案', en: 'True, entry proposed' },
    dismissed: { zh: '已排除', en: 'Dismissed' },
  },
  open: null,
  events: {
    confirm: { zh: '属实', en: 'True', by: ['inspector', 'analyst', 'head'], asks: [words('核实的事实', 'Facts')] },
    dismiss: {
      zh: '排除（例如家庭成员、雇员经营，合法）',
      en: 'Dismiss (family or employees may lawfully help)',
      by: ['inspector', 'analyst', 'head'],
      asks: [words('理由', 'Why')],
    },
  },
  begin: () => ok({}),
  decide: ({ event, file, input }) => {
    if (event !== 'confirm') return ok({})
    const licences = Array.isArray(file.data['licences']) ? file.data['licences'].map(String) : [file.licenceNo]
    const data = { reason: String(file.data['what']), words: textIn(input, 'words'), evidence: file.id }
    return ok({ effects: [{ do: 'open', kind: 'watch', data, licences }] })
  },
}
