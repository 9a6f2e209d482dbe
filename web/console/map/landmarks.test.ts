import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const folder = join(import.meta.dirname, '..')

it('a map is a landmark by its own name: no section around it says the same name again', () => {
  const pages = globSync('**/*.tsx', { cwd: folder }).map(
    file => [file, readFileSync(join(folder, file), 'utf8')] as const,
  )
  const withMap = pages.filter(([, source]) => source.includes('<MapPanel'))
  expect(withMap.length).toBeGreaterThan(2)
  const twice = withMap.filter(([, source]) => {
    const label = /<MapPanel[^>]*?label=(\{[^}]*\})/s.exec(source)?.[1]
    return (
      label !== undefined && new RegExp(`<section[^>]*aria-label=${label.replaceAll(/[{}()]/g, '\\$&')}`).test(source)
    )
  })
  expect(twice.map(([file]) => file)).toEqual([])
})
