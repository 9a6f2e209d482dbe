import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { projectFolder } from '../config.ts'
import { shippedFonts } from './fonts.ts'

/** The template is wrong or a datum is missing in it: a fault of ours, never of the person whose page it is. */
export class TypesettingError extends Error {
  override readonly name = 'TypesettingError'
}

const sources = join(projectFolder, 'src')
/** One compiler for the process: making it costs 0.2 s, a page then 5 to 15 ms. */
let compiler: NodeCompiler | undefined
let pagesSet = 0

/**
 * Sets one PDF. `template` is the path of a `.typ` file under `src/`, which reads `data` as JSON from its inputs:
 * never as program text, because names may hold `#`. Same data, same bytes. Takes 5 to 15 ms and blocks the thread.
 * `beside`: files the template may draw or attach, by their path from `/`.
 */
export function setPdf(template: string, data: object, beside: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  compiler ??= NodeCompiler.create({ workspace: sources, fontArgs: [{ fontPaths: [...shippedFonts] }] })
  const paths = Object.keys(beside).map(path => join(sources, path))
  for (const [path, bytes] of Object.entries(beside)) compiler.mapShadow(join(sources, path), Buffer.from(bytes))
  try {
    return compilePdf(compiler, template, data)
  } finally {
    // The next page must not meet this one's pictures.
    for (const path of paths) compiler.unmapShadow(path)
  }
}

function compilePdf(compiler: NodeCompiler, template: string, data: object): Uint8Array {
  const compiled = compiler.compile({
    mainFilePath: join(sources, template),
    inputs: { data: JSON.stringify(data) },
  })
  if (compiled.hasError() || compiled.result === null) {
    throw new TypesettingError(`${template}: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`)
  }
  const pdf = compiler.pdf(compiled.result, { creationTimestamp: 0 })
  pagesSet += 1
  // The cache of a long-lived process grows with every page; entries unused for ten evictions go.
  if (pagesSet % 50 === 0) compiler.evictCache(10)
  return pdf
}
