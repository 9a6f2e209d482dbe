import { gradeRoutes as routes } from '#contract/credit'
import { call } from '../../shared/api.ts'
import { formatDayShort } from '../../shared/format.ts'
import { Page } from '../app/page.tsx'
import '../me/me.css'
import { useLoaded } from '../me/use-loaded.ts'
import { ProblemNote } from '../session/problem-note.tsx'
import { texts } from './texts.ts'

const readModels = () => call(routes.models)

/** 诚信经营示范店: what is announced and what was named, for everybody. */
export default function ModelsPage() {
  const t = texts.useTexts()
  const { value, problem } = useLoaded(readModels)
  return (
    <Page title={t('models')}>
      <p>{t('models.intro')}</p>
      <ProblemNote problem={problem} />
      {value?.items.length === 0 ? <p>{t('models.none')}</p> : null}
      <ul className="mine">
        {(value?.items ?? []).map(({ shopName, town, state, on }) => (
          <li key={`${town} ${shopName} ${on}`}>
            <strong>{shopName}</strong>
            <span>
              {town} · {t(`models.${state}`, { day: formatDayShort(on) })}
            </span>
          </li>
        ))}
      </ul>
    </Page>
  )
}
