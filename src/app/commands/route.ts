import { readFile, writeFile } from 'node:fs/promises'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { daySearch, type RouteProblem, searchRoutes, wayMatrix } from '#modules/inspection'
import { type Row, readRows } from './route-files.ts'

interface RouteOptions {
  readonly kind: 'solomon' | 'toptw'
  readonly nodes: string
  readonly instances?: string
  readonly teams?: number
  readonly seconds: number
  readonly day?: true
  readonly seed: number
  readonly only: string
  readonly out: string
}

/** `yzt route`: the planner of the day's visits on its own, for analysts and for measuring (formats: ../shared/bench/README.md). */
export function addRouteCommands(program: Command): void {
  program
    .command('route')
    .description('排当日路线：全部走到且路最短（solomon），或者在时间内看最要紧的（toptw）')
    .addOption(new Option('--kind <kind>').choices(['solomon', 'toptw']).makeOptionMandatory())
    .requiredOption('--nodes <file>', '各点：坐标、停留、开门时段、需求或者价值（CSV）')
    .option('--instances <file>', '各题的车数和载重（CSV，solomon 必需）')
    .option('--teams <n>', '只排这么多组（toptw；不写则 1 至 4 组各排一次）', positive)
    .option('--seconds <s>', '每题搜索的秒数', positive, 5)
    .option('--day', '照任务页“当日路线”的搜索步数排，不看时间')
    .option('--seed <n>', '随机数种子：同一种子、同样的步数，排法相同', Number, 1)
    .option('--only <name>', '只排名字以此开头的题', '')
    .requiredOption('--out <file>', '结果（CSV）')
    .action(async (options: RouteOptions) => {
      const lines = options.kind === 'solomon' ? await planAll(options) : await planBest(options)
      await writeFile(options.out, `${lines.join('\n')}\n`)
    })
}

function positive(text: string): number {
  const value = Number(text)
  if (!(value > 0)) throw new InvalidArgumentError('请写一个大于零的数。')
  return value
}

const nodeColumns = {
  solomon: ['x', 'y', 'demand', 'ready', 'due', 'service'],
  toptw: ['x', 'y', 'service', 'profit', 'open', 'close'],
}

async function planAll(options: RouteOptions): Promise<string[]> {
  if (options.instances === undefined) throw new Error('solomon 需要 --instances：各题的车数和载重。')
  const byName = Map.groupBy(readRows(await readFile(options.nodes, 'utf8'), options.nodes, nodeColumns.solomon), name)
  const asked = readRows(await readFile(options.instances, 'utf8'), options.instances, ['vehicles', 'capacity'])
  const lines = ['instance,route,seq,node']
  for (const { instance, numbers } of asked) {
    if (!instance.startsWith(options.only)) continue
    const nodes = (byName.get(instance) ?? []).map(({ numbers: of }) => ({
      x: of('x'),
      y: of('y'),
      service: of('service'),
      open: of('ready'),
      close: of('due'),
      demand: of('demand'),
      profit: 0,
    }))
    const limits = { vehicles: numbers('vehicles'), capacity: numbers('capacity') }
    const found = search({ goal: 'all', nodes, way: wayMatrix(nodes), ...limits }, options)
    if (found.absent.length > 0) console.error(`${instance}：有 ${found.absent.length} 个点排不进去。`)
    lines.push(...linesOf([instance], found.routes))
  }
  return lines
}

async function planBest(options: RouteOptions): Promise<string[]> {
  const rows = readRows(await readFile(options.nodes, 'utf8'), options.nodes, nodeColumns.toptw)
  const lines = ['instance,m,route,seq,node']
  for (const [instance, own] of Map.groupBy(rows, name)) {
    if (!instance.startsWith(options.only)) continue
    const nodes = own.map(({ numbers: of }) => ({
      x: of('x'),
      y: of('y'),
      service: of('service'),
      open: of('open'),
      close: of('close'),
      demand: 0,
      profit: of('profit'),
    }))
    // The format cuts distances to one decimal, those of the `pr` family to two.
    const digits = instance.startsWith('pr') ? 100 : 10
    const way = wayMatrix(nodes, length => Math.floor(length * digits + 1e-9) / digits)
    for (const vehicles of options.teams === undefined ? [1, 2, 3, 4] : [options.teams]) {
      const found = search({ goal: 'best', nodes, vehicles, capacity: Number.POSITIVE_INFINITY, way }, options)
      lines.push(...linesOf([instance, String(vehicles)], found.routes))
    }
  }
  return lines
}

const name = ({ instance }: Row): string => instance

/** `--day`: exactly as far as the route of the task board is searched, so that the benchmarks measure that one too. */
function search(problem: RouteProblem, { seed, seconds, day }: RouteOptions) {
  if (day) return searchRoutes(problem, daySearch())
  return searchRoutes(problem, { seed, now: () => performance.now(), milliseconds: seconds * 1_000 })
}

const linesOf = (keys: readonly string[], routes: readonly (readonly number[])[]): string[] =>
  routes.flatMap((nodes, route) => nodes.map((node, seq) => [...keys, route + 1, seq + 1, node].join(',')))
