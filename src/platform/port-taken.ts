import { createServer } from 'node:net'

/** Another program listens where this one shall; the message names the setting that moves it. */
export class PortTaken extends Error {
  override name = 'PortTaken'
}

/**
 * Asked before anything is made, so that nobody waits for a county to hear it. Port 0 means any free one.
 * @throws PortTaken with what to do.
 */
export async function assertPortFree(host: string, port: number, setting: 'PORT' | 'YZT_AGENT_PORT'): Promise<void> {
  if (port === 0) return
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new PortTaken(`端口 ${port} 已被另一个程序占用。请先停止它，或用 ${setting} 指定另一个端口。`)
          : error,
      ),
    )
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}
