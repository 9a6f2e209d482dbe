import { FleetOverview } from './fleet-overview.tsx'
import { HeldActs } from './held-acts.tsx'
import { HelpCalls } from './help-calls.tsx'
import { ProposeTerminal } from './propose-terminal.tsx'
import './terminals.css'
import { texts } from './texts.ts'

/** 终端: who calls for help, how the machines are, and their enrolment by two people. */
export function TerminalPage() {
  const t = texts.useTexts()
  return (
    <div className="page terminal-page">
      <div className="page-head">
        <h1>{t('title')}</h1>
      </div>
      <div className="terminal-columns">
        <HelpCalls />
        <ProposeTerminal />
      </div>
      <HeldActs />
      <FleetOverview />
    </div>
  )
}
