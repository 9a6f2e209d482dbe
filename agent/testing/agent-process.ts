/** The agent as a process of its own, for tests that kill it. Options come as JSON in the first argument. */
import { startAgent } from '../main.ts'

const { dieBeforeSend, ...options } = JSON.parse(process.argv[2] ?? '{}')
const started = await startAgent({
  ...options,
  journalLimits: { leastFreeBytes: 0, reserveBytes: 0 },
  // Between the fsync of the act and the first byte to the server: the worst moment (fault F10).
  ...(dieBeforeSend ? { beforeSend: () => process.kill(process.pid, 'SIGKILL') } : {}),
})
if (!started.ok) {
  process.stdout.write(`refused ${started.refusal} ${JSON.stringify(started.details)}\n`)
  process.exit(3)
}
const { value: agent } = started
process.stdout.write(`url ${agent.url}\n`)
process.on('SIGTERM', () => void agent.stop().then(() => process.exit(0)))
