import { texts } from './texts.ts'

type Text = Parameters<typeof texts.t>

/** The words of a flag; a flag this page does not know is shown as it came. */
export function flagText(flag: string): Text | undefined {
  if (flag === 'LATE') return ['flag.late']
  const days = /^EXPIRY_(\d+)$/u.exec(flag)?.[1]
  if (days !== undefined) return ['flag.expiry', { days }]
  const year = /^HOLIDAYS_(\d{4})_UNPUBLISHED$/u.exec(flag)?.[1]
  return year === undefined ? undefined : ['flag.holidays', { year }]
}

/** 标记 of a file: filed late, expiry near, or a limit that cannot be counted yet. */
export function Flags({ flags }: { flags: readonly string[] }) {
  const t = texts.useTexts()
  return flags.map(flag => {
    const [key, details] = flagText(flag) ?? []
    return (
      <span key={flag} className="flag">
        {key === undefined ? flag : t(key, details)}
      </span>
    )
  })
}
