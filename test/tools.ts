import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromiumPlaces } from '../web/shared/testing/browser.ts'

interface Tool {
  readonly file: string | readonly string[]
  readonly debian: string
  readonly for: string
}

/** Programs the tests need beyond npm; Debian names. */
const tools: readonly Tool[] = [
  { file: chromiumPlaces, debian: 'chromium', for: 'journeys in a real browser' },
  { file: '/usr/bin/ffmpeg', debian: 'ffmpeg', for: 'a camera of still pictures for the face comparison' },
  { file: '/usr/bin/python3', debian: 'python3', for: 'the second implementation of the draw' },
  { file: '/usr/bin/socat', debian: 'socat', for: 'the card reader as a serial device' },
  { file: '/usr/bin/pdftotext', debian: 'poppler-utils', for: 'reading back printed pages' },
  {
    file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
    debian: 'fonts-noto-cjk',
    for: 'Chinese on the screen and rare characters on paper',
  },
]

const present = (tool: Tool): boolean => [tool.file].flat().some(file => existsSync(file))

/** Installs what is missing on Debian; returns a sentence for each tool that is still missing. Never skips silently. */
export function ensureTools(): string[] {
  const wanted = tools.filter(tool => !present(tool))
  const lighter = !existsSync(chromiumPlaces[0])
  if (wanted.length === 0 && !lighter) return []
  const asRoot = process.getuid?.() === 0 ? [] : existsSync('/usr/bin/sudo') ? ['sudo', '-n'] : undefined
  if (existsSync('/usr/bin/apt-get') && asRoot) {
    const install = ['install', '-y', '-qq', '--no-install-recommends']
    apt(asRoot, ['update', '-qq'])
    // Alone, for an older Debian does not know it and would then install nothing; there the whole browser does.
    if (lighter) apt(asRoot, [...install, 'chromium-headless-shell'])
    const missing = tools.filter(tool => !present(tool))
    console.log(`installing ${missing.map(tool => tool.debian).join(', ') || 'nothing more'} …`)
    if (missing.length > 0) apt(asRoot, [...install, ...missing.map(tool => tool.debian)])
  }
  return tools
    .filter(tool => !present(tool))
    .map(tool => `MISSING ${tool.debian} (for ${tool.for}): install it, on Debian with  apt-get install ${tool.debian}`)
}

function apt(asRoot: readonly string[], args: readonly string[]): void {
  const [command = 'apt-get', ...rest] = [...asRoot, 'apt-get', ...args]
  const result = spawnSync(command, rest, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (result.error) console.log(result.error.message)
}
