import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { MeetingDetail } from '#contract/partners'
import { meetingRoutes as routes } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { GiveForm } from './give-form.tsx'

/** 会议决定 → 任务: who does what until when. */
export function DecisionForm({ meeting }: { meeting: MeetingDetail }) {
  const queries = useQueryClient()
  const give = useMutation({
    mutationFn: (body: Parameters<typeof call<typeof routes.decideTask>>[1]['body']) =>
      call(routes.decideTask, { params: { id: meeting.id }, body }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['meetings'] }),
  })
  return <GiveForm give={asked => give.mutateAsync(asked)} error={give.error} withStaff />
}
