import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

/** Sheets that every page has: what main.tsx and the frame around the pages import. */
const everywhere = ['app/base.css', 'app/frame.css', 'table/data-table.css']
const classesIn = (sheet: string): Set<string> =>
  new Set([...sheet.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name))
const sheets = files.filter(file => file.endsWith('.css')).map(file => ({ file, classes: classesIn(read(file)) }))

/** Classes of a source that have a style, but only in sheets that its page may not have loaded. */
function strangers(file: string, text: string): string[] {
  const imported = [...text.matchAll(/import '(\.[^']+\.css)'/g)].map(([, path = '']) =>
    normalize(join(dirname(file), path)),
  )
  const named = [...text.matchAll(/className=(?:"([^"]*)"|\{([^}]*)\})/g)].flatMap(([, plain, code]) =>
    [...(plain ?? code ?? '').matchAll(/[a-z][\w-]+/g)].map(([name]) => name),
  )
  return [...new Set(named)].filter(name => {
    const styled = sheets.filter(({ classes }) => classes.has(name)).map(sheet => sheet.file)
    const near = (sheet: string) => dirname(file).startsWith(dirname(sheet)) || imported.includes(sheet)
    return styled.length > 0 && !styled.some(sheet => everywhere.includes(sheet) || near(sheet))
  })
}

test('a class of another folder is styled in a sheet that every page has', () => {
  const found = files
    .filter(file => file.endsWith('.tsx'))
    .flatMap(file => strangers(file, read(file)).map(name => `${file}: .${name}`))
  expect(found).toEqual([])
  expect(strangers('retailers/planted.tsx', '<p className="digest small">')).toEqual(['digest'])
})

test('no page has the browser’s own button for files, which does not speak the language of the page', () => {
  const own = files.filter(file => file.endsWith('.tsx') && read(file).includes('type="file"'))
  expect(own).toEqual(['app/file-field.tsx'])
})
