import type { ReactNode } from 'react'

interface Props {
  readonly caption: string
  readonly heads: readonly string[]
  readonly children: ReactNode
}

/** A small table of the house in a room that scrolls when the window is narrow; the caption is for who hears it. */
export function PlainTable({ caption, heads, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="table-room plain-room" aria-label={caption} tabIndex={0}>
      <table className="plain-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}
