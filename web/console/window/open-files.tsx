import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ApplicationRow, windowRoutes } from '#contract/licensing'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly counterId: string
  readonly files: readonly ApplicationRow[]
}

/** 在办的: where each stands is told at once; who wants to take one back signs the printed wish, which is noted on its page. */
export function OpenFiles({ counterId, files }: Props) {
  const t = texts.useTexts()
  const language = useLanguage()
  const make = useMutation({
    mutationFn: ({ service, licenceNo, shopName }: ApplicationRow) =>
      call(windowRoutes.windowForm, {
        params: { counterId },
        body: { form: 'withdrawal', service, licenceNo, answers: { shopName }, deliver: 'pickup' },
      }),
    onSuccess: page => window.open(URL.createObjectURL(page), '_blank', 'noopener'),
  })
  if (files.length === 0) return null
  return (
    <section className="card" aria-label={t('openFiles')}>
      <h2>{t('openFiles')}</h2>
      <p className="quiet small">{t('withdrawHere')}</p>
      {files.map(file => (
        <p key={file.applicationNo} className="window-row">
          <strong>{pick(file.serviceLabel, file.serviceLabelEn ?? '', language)}</strong>
          <span>{pick(file.stateLabel, file.stateLabelEn ?? '', language)}</span>
          <span className="quiet small">{formatInstant(file.receivedAt, language)}</span>
          <Link
            to="/applications/$applicationNo"
            params={{ applicationNo: file.applicationNo }}
            target="_blank"
            rel="noreferrer"
          >
            {file.applicationNo}
          </Link>
          {file.canWithdraw ? (
            <Button size="small" loading={make.isPending && make.variables === file} onClick={() => make.mutate(file)}>
              {t('print.withdrawal')}
            </Button>
          ) : null}
        </p>
      ))}
      {make.isError ? <FailedToLoad error={make.error} retry={() => make.reset()} /> : null}
    </section>
  )
}
