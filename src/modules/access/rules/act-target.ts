/** Addresses a sealed act may reach: the licence services and the call for help. */
const targets = [/^\/api\/licensing\/[\w\-/~.]+$/u, /^\/api\/access\/help-calls$/u]

/**
 * Whether a sealed act (办理动作) may be run. Only POST, only citizens' matters: a terminal must not reach the staff's
 * doors or its own through the envelope. No query, no escapes, no `..`: the address means what it looks like.
 */
export function mayRunAct(act: { readonly method: string; readonly url: string }): boolean {
  return act.method === 'POST' && !act.url.includes('..') && targets.some(target => target.test(act.url))
}
