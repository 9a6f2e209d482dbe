import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { ruleBookFolder, ruleVersion } from '#modules/licensing'
import { projectFolder } from '../platform/config.ts'

/**
 * `npm run rules:keep`: 规则存本. Binds the rules as they are into one file that needs nothing else, named by their version. Run after raising
 * `ruleVersion`; a book that is there is never written again, because applications were decided by it.
 */
const made = await build({
  ...{ root: projectFolder, configFile: false, logLevel: 'warn' },
  build: {
    ...{ write: false, target: 'esnext' },
    lib: {
      ...{
        entry: join(projectFolder, 'src/modules/licensing/rules/checks/decide.ts'),
        name: 'book',
        formats: ['iife'],
      },
    },
  },
})
const [first] = Array.isArray(made) ? made : [made]
const text = first && 'output' in first ? first.output[0].code : ''
const path = join(ruleBookFolder, `${ruleVersion}.book`)
writeFileSync(path, text, { flag: 'wx' })
console.log(`${path}：${text.length} 字节`)
