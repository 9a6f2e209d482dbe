import { FilingForm } from '../../cases/filing/form.tsx'
import type { StepProps } from './task.tsx'

/** 立案报告 of this visit, begun with what was noted as its outcome. */
export function FilingScreen({ task, visit, staffId, done }: StepProps) {
  const said = visit.content.fields['outcome']?.['words']
  return (
    <FilingForm
      about={{ taskId: task.task.id }}
      subject={task.face.shopName}
      said={typeof said === 'string' ? said : ''}
      officers={task.officers.map(({ name }) => name)}
      staffId={staffId}
      done={done}
    />
  )
}
