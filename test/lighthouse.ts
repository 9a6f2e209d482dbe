import { paths } from '../web/portal/app/page-of.ts'
import { launchBrowser } from '../web/shared/testing/browser.ts'
import { lookAt } from '../web/shared/testing/lighthouse.ts'
import { freePort, removeFolder, startHouseProcess } from './journeys/house.ts'

/**
 * `npm run lighthouse`: every public page and the terminal with Lighthouse's mobile profile; some minutes. With an address (`npm run
 * lighthouse -- http://127.0.0.1:8080`) it looks at a house that runs, otherwise it starts one and its terminal. One example of what has
 * a page of its own (a law, a film, a class, a quiz) is found by the lists. Ends with 1 where a page falls short.
 */
const [given] = process.argv.slice(2)
const house = given === undefined ? await startHouseProcess() : undefined
const server = given?.replace(/\/$/u, '') ?? house?.server ?? ''

/** The first of a public list, as the address of its page. */
async function firstOf(list: string, page: string): Promise<string[]> {
  const [things = []] = Object.values((await (await fetch(server + list)).json()) as Record<string, { id: string }[]>)
  return things.slice(0, 1).map(({ id }) => `${page}/${id}`)
}

const examples = [
  ...['/apply/renewal', '/guide/renewal', '/guide/issue', '/law/XK', '/law/XF', '/no-such-page'],
  ...(await firstOf('/api/outreach/films', '/films')),
  ...(await firstOf('/api/outreach/live', '/live')),
  ...(await firstOf('/api/outreach/quizzes', '/quiz')),
]
const pages = [...Object.values(paths), ...examples].map(path => [path, server + path] as const)
const terminals = house === undefined ? [] : [['/kiosk/', `${house.agent}/kiosk/`] as const]

const port = await freePort()
const browser = await launchBrowser({ args: [`--remote-debugging-port=${port}`] })
let short = 0
try {
  for (const [name, address] of [...pages, ...terminals]) {
    const { marks, flaws } = await lookAt(address, port)
    console.log(`${name.padEnd(46)} ${marks.performance} ${marks.accessibility} ${marks.bestPractices}`)
    if (flaws.length === 0) continue
    short += 1
    console.log(flaws.map(flaw => `    ${flaw}`).join('\n'))
  }
} finally {
  await browser.close()
  await house?.stop()
  if (house !== undefined) removeFolder(house.dataFolder)
}
console.log(`${pages.length + terminals.length} pages, ${short} short of 95, 100 and 95`)
process.exit(short === 0 ? 0 : 1)
