import { Button } from 'antd-mobile'
import { sm3 } from 'sm-crypto-v2'
import type { RecordAct } from '#contract/cases'
import { attachmentId } from '../../capture/take-photo.ts'
import { useDraft } from '../../device/draft.ts'
import { fixNow, useWhereabouts } from '../../device/whereabouts.ts'
import { keepAct, keepInstead } from '../../outbox/outbox.ts'
import { SaveBar } from '../../parts/save-bar.tsx'
import { emptyDraft, missingOf, type RecordDraft, type RecordKind, recordOf } from '../draft.ts'
import { draftId, type Given } from '../given.ts'
import { CheckStep } from '../steps/check.tsx'
import { PeopleStep } from '../steps/people.tsx'
import { PhotoStep } from '../steps/photos.tsx'
import { SignStep } from '../steps/signs.tsx'
import { WordStep } from '../steps/words.tsx'
import { texts } from '../texts.ts'

const steps = ['people', 'words', 'photos', 'check', 'signs'] as const

/** 制作笔录 in five steps, kept after every touch; at the end its SM3 is taken on the telephone and it is never changed again. */
export function RecordScreen(given: Given & { readonly kind: RecordKind; readonly step: number }) {
  const { one, staff, outbox, go, kind } = given
  const t = texts.useTexts()
  const { no } = one
  const id = draftId(staff.id, no, kind)
  const [draft, setDraft] = useDraft<RecordDraft>(id, emptyDraft(kind, new Date(), one.address))
  const where = useWhereabouts()
  if (draft === undefined || one.second === null) return null
  const second = one.second
  const nth = Math.min(Math.max(given.step, 1), steps.length)
  const name = steps[nth - 1] ?? 'people'
  const set = (change: Partial<RecordDraft>) => setDraft({ ...draft, ...change })
  const save = async () => {
    const record = recordOf(draft, { caseNo: no, second: second.id, now: new Date(), fix: fixNow(where) })
    const digest = sm3(new TextEncoder().encode(JSON.stringify(record)))
    const body: RecordAct = { kind: 'record', record, digest }
    const attachments = draft.photos.map(photo => attachmentId(no, photo.digest))
    const refused = outbox.findLast(row => row.matter === no && row.kind === kind && row.state === 'conflict')
    if (refused) await keepInstead(refused, body, attachments)
    else {
      const words = { subject: one.about, what: t(`act.${kind}`) }
      await keepAct({ area: 'cases', matter: no, kind, ...words, body, draft: id, attachments }, staff.id)
    }
    go(`case/${no}`)
  }
  const form = { draft, set, where, one, staff, second }
  const back = nth === 1 ? `case/${no}` : `record/${no}/${kind}/${nth - 1}`
  return (
    <>
      <button type="button" className="plain-button" onClick={() => go(back)}>
        ‹ {t(nth === 1 ? 'back' : 'previous')}
      </button>
      <p className="quiet">
        {t(`act.${kind}`)} · {t('step', { n: nth, of: steps.length })}
      </p>
      <h1>{t(`step.${name}`)}</h1>
      {name === 'people' ? <PeopleStep {...form} /> : null}
      {name === 'words' ? <WordStep {...form} /> : null}
      {name === 'photos' ? <PhotoStep {...form} /> : null}
      {name === 'check' ? <CheckStep {...form} /> : null}
      {name === 'signs' ? <SignStep {...form} /> : null}
      {nth < steps.length ? (
        <div className="save-bar">
          <Button block color="primary" className="main-button" onClick={() => go(`record/${no}/${kind}/${nth + 1}`)}>
            {t('next')}
          </Button>
        </div>
      ) : (
        <SaveBar label={t('submit')} missing={missingOf(draft).map(what => t(`missing.${what}`))} save={save} />
      )}
    </>
  )
}
