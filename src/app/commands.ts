import type { Command } from 'commander'

export type AddCommands = (program: Command) => void

/**
 * Which file knows a first word of `yzt`. Only that one is read: the agent of a small terminal and the check of a licence begin at once,
 * without the rest of the house.
 */
const commandFiles: Readonly<Record<string, () => Promise<AddCommands>>> = {
  agent: async () => (await import('./commands/agent.ts')).addAgentCommands,
  case: async () => (await import('./commands/case.ts')).addCaseCommands,
  migrate: async () => (await import('./commands/data.ts')).addDataCommands,
  demo: async () => (await import('./commands/demo.ts')).addDemoCommands,
  draw: async () => (await import('./commands/draw.ts')).addDrawCommands,
  keys: async () => (await import('./commands/keys.ts')).addKeyCommands,
  lake: async () => (await import('./commands/lake.ts')).addLakeCommands,
  law: async () => (await import('./commands/law.ts')).addLawCommands,
  ledger: async () => (await import('./commands/ledger.ts')).addLedgerCommands,
  licence: async () => (await import('./commands/licence.ts')).addLicenceCommands,
  link: async () => (await import('./commands/link.ts')).addLinkCommands,
  package: async () => (await import('./commands/package.ts')).addPackageCommands,
  partners: async () => (await import('./commands/partners.ts')).addPartnerCommands,
  risk: async () => (await import('./commands/risk.ts')).addRiskCommands,
  route: async () => (await import('./commands/route.ts')).addRouteCommands,
  rules: async () => (await import('./commands/rules.ts')).addRuleCommands,
  staff: async () => (await import('./commands/staff.ts')).addStaffCommands,
  watch: async () => (await import('./commands/watch.ts')).addWatchCommands,
}

/** The commands for this first word; all of them where it is none of them, so that the help lists the whole house. */
export async function commandsFor(word: string | undefined): Promise<AddCommands[]> {
  const one = word === undefined ? undefined : commandFiles[word]
  return one ? [await one()] : Promise.all(Object.values(commandFiles).map(read => read()))
}
