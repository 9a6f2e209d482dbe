import type { Source, Violation } from './imports.ts'

interface Shape {
  readonly rule: string
  readonly where: RegExp
  readonly except?: RegExp
  readonly breaks: (source: Source) => boolean
}

const has =
  (pattern: RegExp) =>
  ({ text }: Source): boolean =>
    pattern.test(withoutComments(text))
const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|(^|[^:'"`])\/\/[^\n]*/g, '$1')

/** What a reviewer would say each time; said once here. */
const shapes: readonly Shape[] = [
  {
    rule: 'a file over 300 lines says two things',
    where: /\.(ts|tsx)$/,
    except: /\.test\.tsx?$|\/testing\//,
    breaks: ({ text }) => text.split('\n').length > 300,
  },
  {
    rule: 'utils, common, helpers and misc are no names',
    where: /(^|\/)(utils?|common|helpers?|misc|lib)(\.|\/)/,
    breaks: () => true,
  },
  {
    rule: 'chance comes from the operating system (#platform/crypto)',
    where: /^(src|agent)\//,
    except: /\.test\.ts$/,
    breaks: has(/Math\.random/),
  },
  {
    rule: 'printing belongs to the command line',
    where: /^(src|agent)\//,
    except: /^src\/app\/|^agent\/(main|log)\.ts|\.test\.ts$|\/testing\//,
    breaks: has(/\bconsole\./),
  },
  {
    rule: 'only config.ts reads the environment',
    where: /^src\//,
    except: /^src\/platform\/(config\.ts|embedded-postgres\/)|\.test\.ts$|\/testing\//,
    breaks: has(/process\.env/),
  },
  {
    rule: 'no lost types',
    where: /\.(ts|tsx)$/,
    except: /\.test\.tsx?$/,
    breaks: ({ text }) =>
      /(:|\bas|<)\s*any\b(?!\w)/.test(withoutComments(text)) || /@ts-(ignore|expect-error|nocheck)/.test(text),
  },
  {
    rule: 'today is passed in',
    where: /^src\/(kernel|modules)\//,
    except: /\.test\.ts$|\/testing\//,
    breaks: has(/Temporal\.Now|Date\.now\(|new Date\(\)/),
  },
  {
    rule: 'a front door lists its names one by one',
    where: /^src\/modules\/\w+\/index\.ts$/,
    breaks: has(/export \*/),
  },
  {
    rule: 'SQL is never built from strings',
    where: /^src\//,
    except: /\.test\.ts$/,
    breaks: has(/\.(query|raw)\(\s*["'`][^"'`]*["'`]\s*\+/),
  },
]

/** Planted examples of each stand in architecture.test.ts. */
export const shapeViolations = (source: Source): Violation[] =>
  shapes
    .filter(shape => shape.where.test(source.path) && !shape.except?.test(source.path) && shape.breaks(source))
    .map(({ rule }) => ({ path: source.path, rule }))
