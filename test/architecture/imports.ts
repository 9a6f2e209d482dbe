import { dirname, join, normalize, relative } from 'node:path'

export interface Source {
  /** Path from the project folder, with forward slashes. */
  readonly path: string
  readonly text: string
}

export interface Violation {
  readonly path: string
  readonly rule: string
}

/** Where each folder may reach: the arrows of the house (architecture §3), as data. */
const arrows: readonly { readonly from: RegExp; readonly to: readonly RegExp[]; readonly packages: RegExp }[] = [
  { from: /^src\/kernel\//, to: [/^src\/kernel\//], packages: /^$/ },
  {
    from: /^src\/modules\/(\w+)\/contract(\.ts|\/)/,
    to: [/^src\/kernel\//, /^src\/modules\/$1\/(\w+\/)?(rules|contract)/],
    packages: /^typebox$/,
  },
  {
    from: /^src\/modules\/(\w+)\/(?:\w+\/)?rules\//,
    to: [
      /^src\/kernel\//,
      /^src\/modules\/$1\/(\w+\/)?(rules|contract|refusals|texts|ports)/,
      /^src\/platform\/policy\.ts$/,
    ],
    packages: /^typebox/,
  },
  {
    from: /^src\/modules\/(\w+)\//,
    to: [/^src\/kernel\//, /^src\/platform\//, /^src\/modules\/$1\//, /^src\/modules\/\w+\/index\.ts$/, /^policy\//],
    packages: /.*/,
  },
  { from: /^src\/platform\//, to: [/^src\/kernel\//, /^src\/platform\//], packages: /.*/ },
  {
    from: /^src\/gateways\//,
    to: [/^src\/kernel\//, /^src\/platform\//, /^src\/gateways\//, /^src\/modules\/\w+\/index\.ts$/],
    packages: /.*/,
  },
  { from: /^src\/app\//, to: [/.*/], packages: /.*/ },
  {
    from: /^web\//,
    to: [/^web\//, /^src\/kernel\//, /^src\/modules\/\w+\/contract\.ts$/, /^agent\/contract\.ts$/],
    packages: /.*/,
  },
  {
    from: /^agent\//,
    to: [/^agent\//, /^src\/kernel\//, /^src\/modules\/\w+\/contract\.ts$/, /^src\/platform\/crypto\.ts$/],
    packages: /.*/,
  },
  {
    from: /^town\//,
    to: [/^town\//, /^src\/kernel\//, /^src\/modules\/\w+\/(index|contract)\.ts$/, /^src\/platform\/(csv|crypto)/],
    packages: /.*/,
  },
]

/** Which domain may call which (architecture §2); knowledge the other way is announced. */
const mayCallModule: Readonly<Record<string, readonly string[]>> = {
  access: [],
  registry: [],
  licensing: ['registry', 'access'],
  outreach: [],
  delivery: ['registry', 'licensing'],
  monitoring: ['registry'],
  inspection: ['registry'],
  credit: ['registry'],
  intelligence: ['registry'],
  cases: ['registry', 'intelligence'],
  partners: ['intelligence', 'cases'],
  metrics: [],
  policies: [],
}

const isTest = (path: string): boolean => /\.test\.tsx?$|\/testing\//.test(path)

/** Every import of a source, as a project path or a bare package name. */
function importsOf({ path, text }: Source): { project: string[]; packages: string[] } {
  const found = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g,
    ),
  ]
  const project: string[] = []
  const packages: string[] = []
  for (const [, a, b, c] of found) {
    const specifier = (a ?? b ?? c ?? '').replace(/\?.*$/, '')
    const target = projectPathOf(path, specifier)
    if (target === undefined) packages.push(specifier)
    else project.push(target)
  }
  return { project, packages }
}

function projectPathOf(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return normalize(join(dirname(from), specifier))
  const alias = /^#(kernel|platform|modules|contract)\/(.+)$/.exec(specifier)
  if (!alias) return undefined
  const [, kind, name] = alias
  if (kind === 'modules') return `src/modules/${name}/index.ts`
  if (kind === 'contract') return `src/modules/${name}/contract.ts`
  return `src/${kind}/${name}.ts`
}

/** Rule 7: enter by the front door, look down, announce up. */
export function importViolations(source: Source): Violation[] {
  if (isTest(source.path)) return []
  const arrow = arrows.find(a => a.from.test(source.path))
  if (!arrow) return []
  const own = arrow.from.exec(source.path)?.[1] ?? ''
  const { project, packages } = importsOf(source)
  const allowed = arrow.to.map(to => new RegExp(to.source.replaceAll('$1', own)))
  const wrong = project
    .filter(target => !allowed.some(to => to.test(target)))
    .map(target => `may not import ${relative('.', target)}`)
  const foreign = packages.filter(name => !arrow.packages.test(name)).map(name => `may not import the package ${name}`)
  const upward = project.flatMap(target => {
    const other = /^src\/modules\/(\w+)\//.exec(target)?.[1]
    const self = /^src\/modules\/(\w+)\//.exec(source.path)?.[1]
    return other && self && other !== self && !mayCallModule[self]?.includes(other)
      ? [`module ${self} may not call ${other}; announce instead`]
      : []
  })
  return [...wrong, ...foreign, ...upward].map(rule => ({ path: source.path, rule }))
}
