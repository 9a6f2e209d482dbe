#!/usr/bin/env node
import { Command } from 'commander'
import { keepCompiled } from '../platform/compile-cache.ts'
import { commandsFor } from './commands.ts'

keepCompiled()

/** `yzt`: every command of the house. A refusal is a Chinese sentence and exit code 1; a wrong command line is 2. */
const program = new Command('yzt')
  .description('烟政通 yanzhengtong')
  .enablePositionalOptions()
  .exitOverride()
  .configureOutput({ writeErr: text => process.stderr.write(text) })
for (const add of await commandsFor(process.argv[2])) add(program)

try {
  await program.parseAsync()
} catch (error) {
  const usage = error instanceof Error && 'code' in error && String(error.code).startsWith('commander.')
  if (usage) process.exit('exitCode' in error && error.exitCode === 0 ? 0 : 2)
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
