import { Button } from 'antd-mobile'
import { attachmentId } from '../../capture/take-photo.ts'
import { useDraft } from '../../device/draft.ts'
import { useWhereabouts } from '../../device/whereabouts.ts'
import { keepAct, keepInstead } from '../../outbox/outbox.ts'
import { SaveBar } from '../../parts/save-bar.tsx'
import { emptyDraft, missingOf, recordOf, type SiteDraft } from '../draft.ts'
import { draftId, type Given, lastOf } from '../given.ts'
import { DistanceStep } from '../steps/distances.tsx'
import { ItemStep } from '../steps/items.tsx'
import { PhotoStep } from '../steps/photos.tsx'
import { SignStep } from '../steps/signs.tsx'
import { WordStep } from '../steps/words.tsx'
import { texts } from '../texts.ts'

const steps = ['photos', 'items', 'distances', 'words', 'signs'] as const

/** 现场记录 in five steps, kept after every touch; nothing has to be done in order. */
export function RecordScreen(given: Given & { readonly step: number }) {
  const { task, bundle, staff, outbox, go } = given
  const t = texts.useTexts()
  const no = task.applicationNo
  const draftOf = draftId(staff.id, no)
  const [draft, setDraft] = useDraft<SiteDraft>(draftOf, emptyDraft(new Date().toISOString()))
  const where = useWhereabouts()
  if (draft === undefined) return null
  const nth = Math.min(Math.max(given.step, 1), steps.length)
  const name = steps[nth - 1] ?? 'photos'
  const set = (change: Partial<SiteDraft>) => setDraft({ ...draft, ...change })
  const save = async () => {
    const body = { kind: 'record' as const, replaces: null, record: recordOf(draft, new Date().toISOString()) }
    const attachments = draft.photos.map(({ digest }) => attachmentId(no, digest))
    const refused = lastOf(no, outbox)
    if (refused?.kind === 'record' && refused.state === 'conflict') await keepInstead(refused, body, attachments)
    else {
      const words = { subject: task.shopName, what: t('act.record') }
      await keepAct(
        { area: 'site-checks', matter: no, kind: 'record', ...words, body, draft: draftOf, attachments },
        staff.id,
      )
    }
    go(`task/${no}`)
  }
  const form = { draft, set, where, task, bundle, staff }
  return (
    <>
      <button
        type="button"
        className="plain-button"
        onClick={() => go(nth === 1 ? `task/${no}` : `record/${no}/${nth - 1}`)}
      >
        ‹ {t(nth === 1 ? 'back' : 'previous')}
      </button>
      <p className="quiet">
        {task.shopName} · {t('step', { n: nth, of: steps.length })}
      </p>
      <h1>{t(`step.${name}`)}</h1>
      {name === 'photos' ? <PhotoStep {...form} /> : null}
      {name === 'items' ? <ItemStep {...form} /> : null}
      {name === 'distances' ? <DistanceStep {...form} /> : null}
      {name === 'words' ? <WordStep {...form} /> : null}
      {name === 'signs' ? <SignStep {...form} /> : null}
      {nth < steps.length ? (
        <div className="save-bar">
          <Button block color="primary" className="main-button" onClick={() => go(`record/${no}/${nth + 1}`)}>
            {t('next')}
          </Button>
        </div>
      ) : (
        <SaveBar
          label={t('submit')}
          missing={missingOf(draft, bundle.leastPhotos).map(what => t(`missing.${what}`))}
          save={save}
        />
      )}
    </>
  )
}
