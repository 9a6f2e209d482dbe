import type { CDPSession, Page } from 'playwright-core'

/** One picture and how long it stays. */
export interface Shot {
  readonly jpeg: Buffer
  readonly seconds: number
}

/** Waiting for the machine is shortened to this: a film is no measure of speed. */
const longestGap = 0.3
const shortestGap = 0.1

/**
 * The picture of a page as Chromium draws it (CDP screencast). A frame comes only when something changes, so the last
 * one is kept; what is held for the reader is held in the film only, so recording takes no longer than the acts.
 */
export interface Camera {
  /** Keeps the present picture for so long. */
  hold(seconds: number): void
  /** Notes what is drawn while the work goes on. */
  follow(work: () => Promise<void>): Promise<void>
  readonly shots: readonly Shot[]
  stop(): Promise<void>
}

export async function openCamera(page: Page): Promise<Camera> {
  const cdp: CDPSession = await page.context().newCDPSession(page)
  const shots: Shot[] = []
  let last: Buffer | undefined
  let following = false
  let changedAt = performance.now()
  let seenAt = 0
  const keep = (seconds: number) => {
    if (last) shots.push({ jpeg: last, seconds })
  }
  cdp.on('Page.screencastFrame', frame => {
    void cdp.send('Page.screencastFrameAck', { sessionId: frame.sessionId }).catch(() => {})
    // On a busy machine a frame may come after the picture that is newer than it.
    if (!following || (frame.metadata.timestamp ?? 0) * 1000 < seenAt) return
    const now = performance.now()
    keep(Math.min(longestGap, Math.max(shortestGap, (now - changedAt) / 1000)))
    changedAt = now
    last = Buffer.from(frame.data, 'base64')
  })
  await cdp.send('Page.startScreencast', { format: 'jpeg', quality: 92, everyNthFrame: 1 })
  return {
    shots,
    hold: keep,
    async follow(work) {
      following = true
      changedAt = performance.now()
      await work()
      await still(() => changedAt)
      following = false
      // What is held for the reader is looked at once more: the stream of frames may be behind.
      last = await page.screenshot({ type: 'jpeg', quality: 92 })
      seenAt = Date.now()
    },
    async stop() {
      await cdp.send('Page.stopScreencast')
      await cdp.detach()
    },
  }
}

/** Nothing has been drawn for a while: the page has arrived. */
async function still(changedAt: () => number): Promise<void> {
  const end = performance.now() + 3_000
  while (performance.now() - changedAt() < 350 && performance.now() < end)
    await new Promise(resolve => setTimeout(resolve, 50))
}
