import { Empty } from 'antd'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { HeldActs } from './held-acts.tsx'
import { HelpCalls } from './help-calls.tsx'
import { ProposeTerminal } from './propose-terminal.tsx'
import { TerminalTable } from './terminal-table.tsx'
import './terminals.css'
import { texts } from './texts.ts'
import { useTerminals } from './use-terminals.ts'

/** 终端: who calls for help, how the machines are, and their enrolment by two people. */
export function TerminalPage() {
  const t = texts.useTexts()
  const list = useTerminals()
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
      {list.isError ? (
        <FailedToLoad error={list.error} retry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Loading />
      ) : list.data.items.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={
            <>
              <div>{t('empty')}</div>
              <div className="quiet">{t('empty.next')}</div>
            </>
          }
        />
      ) : (
        <TerminalTable terminals={list.data.items} />
      )}
    </div>
  )
}
