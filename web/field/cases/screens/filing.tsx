import { FilingForm } from '../filing/form.tsx'
import { texts } from '../filing/texts.ts'
import type { Given } from '../given.ts'

/** 立案报告 of a case that is being checked. */
export function FilingScreen({ one, staff, go }: Given) {
  const t = texts.useTexts()
  const back = () => go(`case/${one.no}`)
  return (
    <>
      <button type="button" className="plain-button" onClick={back}>
        ‹ {t('back')}
      </button>
      <FilingForm
        about={{ caseNo: one.no }}
        subject={one.about}
        said=""
        officers={[staff.name, ...(one.second === null ? [] : [one.second.name])]}
        staffId={staff.id}
        done={back}
      />
    </>
  )
}
