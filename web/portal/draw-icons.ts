import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { launchBrowser } from '../shared/testing/browser.ts'

/**
 * `npm run icons`: draws the icons of the installed site from its one drawing (icon.svg). `whole` has no corners of its own: the
 * telephone cuts them, and the drawing stays within the middle four fifths.
 */
const icons = [
  { name: '192', size: 192, whole: false },
  { name: '512', size: 512, whole: false },
  { name: 'whole-512', size: 512, whole: true },
  { name: 'touch-180', size: 180, whole: true },
] as const

const folder = path.join(import.meta.dirname, 'public/icons')
const drawing = await readFile(path.join(import.meta.dirname, 'icon.svg'), 'utf8')
await mkdir(folder, { recursive: true })
const browser = await launchBrowser()
try {
  for (const { name, size, whole } of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    const sized = (whole ? drawing.replace(/ rx="\d+"/u, '') : drawing).replace(
      '<svg ',
      `<svg width="${size}" height="${size}" `,
    )
    await page.setContent(`<body style="margin:0">${sized}</body>`)
    await page.screenshot({ path: path.join(folder, `${name}.png`), omitBackground: true })
    await page.close()
  }
} finally {
  await browser.close()
}
