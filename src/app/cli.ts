#!/usr/bin/env node
import { Command } from 'commander'
import { addAgentCommands } from './commands/agent.ts'
import { addCaseCommands } from './commands/case.ts'
import { addDataCommands } from './commands/data.ts'
import { addDemoCommands } from './commands/demo.ts'
import { addDrawCommands } from './commands/draw.ts'
import { addKeyCommands } from './commands/keys.ts'
import { addLakeCommands } from './commands/lake.ts'
import { addLawCommands } from './commands/law.ts'
import { addLedgerCommands } from './commands/ledger.ts'
import { addLicenceCommands } from './commands/licence.ts'
import { addLinkCommands } from './commands/link.ts'
import { addPackageCommands } from './commands/package.ts'
import { addPartnerCommands } from './commands/partners.ts'
import { addRiskCommands } from './commands/risk.ts'
import { addRouteCommands } from './commands/route.ts'
import { addRuleCommands } from './commands/rules.ts'
import { addStaffCommands } from './commands/staff.ts'
import { addWatchCommands } from './commands/watch.ts'

/** `yzt`: every command of the house. A refusal is a Chinese sentence and exit code 1; a wrong command line is 2. */
const program = new Command('yzt')
  .description('烟政通 yanzhengtong')
  .enablePositionalOptions()
  .exitOverride()
  .configureOutput({ writeErr: text => process.stderr.write(text) })
for (const add of [
  addAgentCommands,
  addCaseCommands,
  addDataCommands,
  addDemoCommands,
  addDrawCommands,
  addKeyCommands,
  addLakeCommands,
  addLawCommands,
  addLedgerCommands,
  addLicenceCommands,
  addLinkCommands,
  addPackageCommands,
  addPartnerCommands,
  addRiskCommands,
  addRouteCommands,
  addRuleCommands,
  addStaffCommands,
  addWatchCommands,
])
  add(program)

try {
  await program.parseAsync()
} catch (error) {
  const usage = error instanceof Error && 'code' in error && String(error.code).startsWith('commander.')
  if (usage) process.exit('exitCode' in error && error.exitCode === 0 ? 0 : 2)
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
