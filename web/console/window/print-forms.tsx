import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ServiceSheet, windowRoutes } from '#contract/licensing'
import { call } from '../../shared/api.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { cleanAnswers, type Form } from './form.ts'
import { texts } from './texts.ts'

const kinds = ['application', 'mandate', 'address'] as const

/** 打印表单: filled with what is known, to be signed by hand and scanned among the papers below. */
export function PrintForms({ counterId, sheet, form }: { counterId: string; sheet: ServiceSheet; form: Form }) {
  const t = texts.useTexts()
  const make = useMutation({
    mutationFn: (kind: (typeof kinds)[number]) =>
      call(windowRoutes.windowForm, {
        params: { counterId },
        body: {
          form: kind,
          service: sheet.service,
          licenceNo: sheet.licence?.licenceNo ?? null,
          answers: cleanAnswers(sheet, form.said),
          deliver: form.deliver,
        },
      }),
    onSuccess: page => window.open(URL.createObjectURL(page), '_blank', 'noopener'),
  })
  return (
    <>
      <p className="window-row">
        {kinds.map(kind => (
          <Button key={kind} loading={make.isPending && make.variables === kind} onClick={() => make.mutate(kind)}>
            {t(`print.${kind}`)}
          </Button>
        ))}
      </p>
      {make.isError ? <FailedToLoad error={make.error} retry={() => make.reset()} /> : null}
    </>
  )
}
