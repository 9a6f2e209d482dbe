import { existsSync } from 'node:fs'
import { importStatutes } from '#modules/outreach'
import { systemClock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import { projectFolder } from '../platform/config.ts'
import { claimDataFolder } from '../platform/data-folder.ts'
import { assertPortFree } from '../platform/port-taken.ts'
import { composeHouse, type House, layFoundation } from './compose.ts'
import { demoAccountLines } from './demo/accounts.ts'
import { startDemoHistory } from './demo/history.ts'
import { seedLawDraft } from './demo/law-draft.ts'
import { startDemoReplay } from './demo/live.ts'
import { startDemoMarket } from './demo/market.ts'
import { startDemoOutside } from './demo/outside.ts'
import { seedWhenEmpty } from './demo/seed.ts'
import { startDemoSupervision } from './demo/supervision.ts'
import { type AgentProcess, startDemoTerminal } from './demo/terminal.ts'

export interface RunningHouse {
  readonly url: string
  stop(): Promise<void>
}

/** Everything `npm start` does, in order; `say` receives the lines a person reads. */
export async function startHouse(config: Config, say: (line: string) => void): Promise<RunningHouse> {
  const began = performance.now()
  const release = await claimDataFolder(config.dataFolder)
  try {
    await assertPortFree(config.host, config.port, 'PORT')
    if (config.mode === 'demo') await assertPortFree('127.0.0.1', config.agentPort, 'YZT_AGENT_PORT')
    const { buildWebIfStale } = await import(`${projectFolder}/web/build.ts`)
    // The front ends must lie in dist/ before the server looks for them; the county can be made meanwhile.
    const building: Promise<void> = buildWebIfStale({ log: say })
    building.catch(() => undefined)
    const foundation = await layFoundation(config)
    if (config.mode === 'demo') await seedWhenEmpty(foundation, config, say)
    await importLaws(foundation.database, config, say)
    if (config.mode === 'demo') await seedLawDraft(foundation.database, systemClock.now())
    const outside = config.mode === 'demo' ? await startDemoOutside(config) : undefined
    await building
    const house = await composeHouse(foundation, { ...config, ...outside?.settings })
    await house.startWork()
    const url = await house.app.listen({ host: config.host, port: config.port })
    const terminal = config.mode === 'demo' ? await startDemoTerminal(config, url) : undefined
    await announceStart(config, url, terminal, say)
    say(`就绪，用时 ${((performance.now() - began) / 1000).toFixed(1)} 秒。按 Ctrl-C 停止。`)
    const market = config.mode === 'demo' && config.demoMarket ? startDemoMarket(config, say) : undefined
    const past =
      config.mode === 'demo' && config.demoMarket
        ? startDemoHistory(foundation, say).then(() => startDemoSupervision(foundation, say))
        : undefined
    const replay = config.mode === 'demo' && config.demoMarket ? startDemoReplay(foundation, config, say) : undefined
    return {
      url,
      stop: async () => {
        await replay?.stop()
        await market?.stop()
        await past
        await terminal?.stop()
        await house.close()
        await outside?.stop()
        await release()
      },
    }
  } catch (error) {
    await release()
    throw error
  }
}

async function importLaws(
  database: House['services']['database'],
  config: Config,
  say: (line: string) => void,
): Promise<void> {
  if (!existsSync(config.lawsFolder)) {
    say(`法规全文未导入：${config.lawsFolder} 不存在。法条处显示标题、文号、施行日期和本系统的一句话摘要。`)
    return
  }
  const report = await importStatutes(database, config.lawsFolder)
  if (report.ok && report.value.imported.length > 0) say(`已导入法规 ${report.value.imported.length} 部。`)
}

async function announceStart(
  config: Config,
  url: string,
  terminal: AgentProcess | undefined,
  say: (line: string) => void,
): Promise<void> {
  say('')
  say('烟政通已启动')
  say(`  公众页面      ${url}/`)
  say(`  工作台        ${url}/console/`)
  if (terminal) {
    say(`  村级终端      ${terminal.url}/kiosk/`)
    say(`  模拟设备      ${terminal.url}/dock   （放身份证、换纸、断网）`)
  }
  say(`  接口文档      ${url}/api/docs`)
  if (config.mode === 'demo') for (const line of demoAccountLines(url)) say(line)
  say('')
}
