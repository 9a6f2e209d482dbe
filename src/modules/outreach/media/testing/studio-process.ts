import { createStudio } from '../studio.ts'

/** A house with nothing but its studio: opens one broadcast, says where, and ends as `main.ts` does when it is asked to. */
const [, , dataFolder = '', id = ''] = process.argv
const studio = createStudio(dataFolder)
const opened = await studio.open(id)
if (!opened.ok) throw new Error(opened.refusal)
process.stdout.write(`${JSON.stringify(opened.value)}\n`)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void studio.stop().then(() => process.exit(0)))
