import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOfTitle } from '#kernel/citations-in-text'
import { indexLaws, parseStatute, searchLaws } from '#modules/outreach'
import { readConfig } from '../src/platform/config.ts'
import { questions, type Wanted } from './search/questions.ts'

const limitMs = 50
/** Each question so often, in turn: a p95 over some thousands of searches. */
const rounds = 40

/**
 * 法规检索 over every imported text: p50 and p95 of a search beside the promised 50 ms and beside one plain look through the same
 * texts for the same words; then how often an article that answers stands in the first three, by kind of question.
 */
export async function run(): Promise<void> {
  const folder = readConfig().lawsFolder
  if (!existsSync(folder)) {
    console.log(`法规文件夹 ${folder} 不存在，没有可以检索的全文。`)
    return
  }
  const statutes = readdirSync(folder)
    .filter(name => name.endsWith('.md') && name !== 'INDEX.md')
    .map(name => parseStatute(name, readFileSync(join(folder, name), 'utf8')))
  const articles = statutes.flatMap(({ title, articles: own }, statute) =>
    own.map(({ text, ...article }) => ({ statute, title, ...article, body: text })),
  )
  const began = performance.now()
  const index = indexLaws(articles)
  console.log(
    `${statutes.length} 部，${articles.length} 条，建索引 ${Math.round(performance.now() - began)} ms（开机或者导入后一次）`,
  )
  const all: readonly Wanted[] = Object.values(questions).flat()
  const own: number[] = []
  const plain: number[] = []
  for (let round = 0; round < rounds; round += 1)
    for (const [question] of all) {
      const start = performance.now()
      searchLaws(index, question, 30)
      const between = performance.now()
      articles.filter(({ body }) => body.includes(question))
      own.push(between - start)
      plain.push(performance.now() - between)
    }
  const [p50, p95, raw] = [at(own, 0.5), at(own, 0.95), at(plain, 0.95)]
  console.log(
    `${own.length} 次检索：p50 ${p50.toFixed(1)} ms，p95 ${p95.toFixed(1)} ms（上限 ${limitMs} ms）；逐字查找同样的词 p95 ${raw.toFixed(1)} ms；比值 ${(p95 / raw).toFixed(1)}`,
  )
  for (const [kind, asked] of Object.entries(questions)) {
    const missed = asked.filter(one => !answers(one, question => searchLaws(index, question, 3)))
    console.log(
      `${kindWords[kind as keyof typeof questions]}：前三条里有 ${asked.length - missed.length} / ${asked.length}`,
    )
    for (const [question, ...wanted] of missed) console.log(`  没有找到：${question}（应有 ${wanted.join('、')}）`)
  }
}

const kindWords: Readonly<Record<keyof typeof questions, string>> = {
  byNumber: '法名和条号',
  byWords: '词语和常用的说法',
  slips: '写错字',
  unseen: '写好检索以后才出的题',
}

const at = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0

const answers = ([question, ...wanted]: Wanted, search: (question: string) => ReturnType<typeof searchLaws>): boolean =>
  search(question).some(({ article }) =>
    wanted.includes(`${codeOfTitle(article.title) ?? article.title} ${article.number}`),
  )
