import type { Command } from 'commander'
import { enrol, startAgent, startDock } from '../../../agent/main.ts'

interface AgentFlags {
  dock?: boolean
  server?: string
  data: string
  reader?: string
  printer?: string
  printerDevice?: string
  port: string
  cards?: string
  desk?: string[]
}

/** 终端设备代理: runs on each village terminal. */
export function addAgentCommands(program: Command): void {
  const agent = program
    .command('agent', { isDefault: false })
    .description('村级终端的设备代理')
    .enablePositionalOptions()
    .option('--dock', '带模拟设备（读卡器、打印机、网络），仅供演示和试验')
    .option('--server <url>', '服务器地址')
    .option('--data <dir>', '本终端的数据文件夹', './var/terminal')
    .option('--reader <port>', 'tty:/dev/ttyUSB0 或 tcp:主机:端口')
    .option('--printer <url>', 'ipp://主机:端口/路径（打印机或 CUPS 队列）')
    .option('--printer-device <url>', '打印队列后面的打印机（ipp://…）；队列说打完后再向它核实')
    .option('--port <n>', '本机端口', '8081')
    .option('--desk <origin...>', '窗口读卡：允许哪个工作台网页向本机读卡器要一次读卡，如 https://yzt.example.gov.cn')
    .option('--cards <file>', '模拟身份证清单（与 --dock 合用）')
    .action(runAgent)
  agent
    .command('enrol')
    .description('凭一次性入网码登记本终端')
    .requiredOption('--server <url>', '服务器地址')
    .requiredOption('--code <code>', '入网码')
    .option('--data <dir>', '本终端的数据文件夹', './var/terminal')
    .action(async ({ server, code, data }: { server: string; code: string; data: string }) => {
      const enrolled = await enrol({ dataDir: data, server, code })
      if (!enrolled.ok) throw new Error(`入网没有成功：${enrolled.refusal}`)
      console.log(`已入网：${enrolled.value.name}`)
    })
}

async function runAgent(flags: AgentFlags): Promise<void> {
  const dock = flags.dock
    ? await startDock({
        server: flags.server ?? 'http://127.0.0.1:8080',
        ...(flags.cards ? { cards: flags.cards } : {}),
      })
    : undefined
  const started = await startAgent({
    dataDir: flags.data,
    port: Number(flags.port),
    ...(dock
      ? {
          dock,
          demo: true,
          server: dock.proxyUrl,
          reader: `tcp:127.0.0.1:${dock.readerPort}`,
          printer: dock.printerUrl,
        }
      : {}),
    ...(!dock && flags.server ? { server: flags.server } : {}),
    ...(flags.reader ? { reader: flags.reader } : {}),
    ...(flags.printer ? { printer: flags.printer } : {}),
    ...(flags.desk ? { deskOrigins: flags.desk } : {}),
    ...(flags.printerDevice ? { printerDevice: flags.printerDevice } : {}),
  })
  if (!started.ok) throw new Error(`终端代理没有启动：${started.refusal} ${JSON.stringify(started.details ?? {})}`)
  console.log(`agent ${started.value.url}`)
  const stop = async () => {
    await started.value.stop()
    await dock?.stop()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  // The demo's server is our parent: when it dies without a word, so do we.
  process.on('disconnect', stop)
}
