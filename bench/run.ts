import { readdirSync } from 'node:fs'

/** `npm run bench -- NAME`: each bench is a program that prints a ratio against a limit measured in the same run. */
const names = readdirSync(import.meta.dirname)
  .filter(file => file.endsWith('.ts') && file !== 'run.ts')
  .map(file => file.slice(0, -3))
const [name] = process.argv.slice(2)
if (name === undefined || !names.includes(name)) {
  console.error(`npm run bench -- NAME，可以是：${names.join('、')}`)
  process.exit(1)
}
const { run } = (await import(`./${name}.ts`)) as { run: () => Promise<void> }
await run()
process.exit(0)
