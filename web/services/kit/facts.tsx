import './facts.css'

export interface Fact {
  label: string
  value: string
  /** The one the question is about. */
  strong?: boolean
}

/** What the system already knows, shown to be confirmed and never as fields to fill. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(fact => (
        <div key={fact.label} className={fact.strong ? 'fact fact-strong' : 'fact'}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A word with its shape: a meaning is never colour alone. */
export function Callout({ tone, children }: { tone: 'info' | 'wait' | 'good' | 'bad'; children: React.ReactNode }) {
  return <div className={`callout callout-${tone}`}>{children}</div>
}
