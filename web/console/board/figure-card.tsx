import { Link } from '@tanstack/react-router'
import { figureChange, formatValue } from '#contract/metrics'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { texts } from './texts.ts'
import type { BoardQuery, KnownFigure } from './use-board.ts'

interface Props {
  readonly known: KnownFigure
  readonly beside: KnownFigure | undefined
  readonly query: BoardQuery
  readonly chosen: boolean
  readonly choose: () => void
}

/** One figure: its name chooses it for trend, towns and map; its number opens the rows behind it. */
export function BoardFigure({ known: { figure, value, before }, beside, query, chosen, choose }: Props) {
  const t = texts.useTexts()
  const language = useLanguage()
  const name = pick(figure.name.zh, figure.name.en, language)
  return (
    <section className="board-figure" aria-label={name} data-chosen={chosen}>
      <h2>
        <button
          type="button"
          aria-pressed={chosen}
          title={pick(figure.formula.zh, figure.formula.en, language)}
          onClick={choose}
        >
          {name}
        </button>
      </h2>
      <p className="board-number" data-words={value.value === null}>
        <Link to="/figures/$code" params={{ code: figure.code }} search={query}>
          {formatValue(value.value, figure.unit, language, figure.empty)}
        </Link>
      </p>
      <p className="board-under">
        {beside && (
          <Link to="/figures/$code" params={{ code: beside.figure.code }} search={query}>
            {pick(beside.figure.name.zh, beside.figure.name.en, language)}{' '}
            {formatValue(beside.value.value, beside.figure.unit, language, beside.figure.empty)}
          </Link>
        )}
        <Change known={{ figure, value, before }} t={t} />
      </p>
    </section>
  )
}

function Change({ known: { figure, value, before }, t }: { known: KnownFigure; t: ReturnType<typeof texts.useTexts> }) {
  const change = figureChange(figure, value.value, before)
  if (change === undefined) return null
  const size = Math.abs(change.unit === 'points' ? change.amount : change.amount * 100).toFixed(1)
  const words = change.amount === 0 ? 'same' : change.amount > 0 ? 'more' : 'less'
  const tone = change.good === undefined ? '' : change.good ? 'board-green' : 'board-amber'
  return (
    <span className={tone} title={t('change.month')}>
      {t(`change.${words}.${change.unit}`, { size })}
    </span>
  )
}
