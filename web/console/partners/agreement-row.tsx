import { Button, Input } from 'antd'
import { useState } from 'react'
import { type AgreementView, agencyRoutes, fields, itemKinds } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { mayUse } from '../app/permissions.ts'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { texts } from './texts.ts'
import { useAct } from './use-partners.ts'

/** One agreement with how it stands now, and what may be done with it. */
export function AgreementRow({ agreement: a }: { agreement: AgreementView }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const words = (
    table: Readonly<Record<string, { readonly zh: string; readonly en: string }>>,
    codes: readonly string[],
  ) => codes.map(code => pick(table[code]?.zh ?? code, table[code]?.en ?? code, language)).join('、')
  return (
    <section className="card gap-above" aria-label={a.no}>
      <strong>{a.no}</strong> {t(`standing.${a.standing}`)}{' '}
      <span className="quiet">{t('used', { used: a.thisMonth, quota: a.monthlyQuota })}</span>
      <div>{a.purpose}</div>
      <div className="small">
        {t('kinds')}：{words(itemKinds, a.items)} · {t('fields')}：{words(fields, a.fields)}
      </div>
      <div className="small quiet">
        {a.contact} · {formatInstant(a.from, language)} – {formatInstant(a.until, language)} · {t('reads')}{' '}
        {a.dailyReads}
        {a.secondHand ? ` · ${t('secondHand')}` : ''}
        {a.withdrawnWhy === null ? '' : ` · ${a.withdrawnWhy}`}
      </div>
      <Decisions agreement={a} />
    </section>
  )
}

function Decisions({ agreement: { no, standing } }: { agreement: AgreementView }) {
  const t = texts.useTexts()
  const staff = useStaff()
  const [why, setWhy] = useState<string>()
  const decide = useAct((word: 'agreed' | 'rejected') =>
    call(agencyRoutes.decideAgreement, { params: { no }, body: { word } }),
  )
  const end = useAct((words: string) => call(agencyRoutes.withdrawAgreement, { params: { no }, body: { why: words } }))
  if (standing === 'proposed' && mayUse(agencyRoutes.decideAgreement, staff))
    return (
      <div className="partner-row">
        <Button type="primary" loading={decide.isPending} onClick={() => decide.mutate('agreed')}>
          {t('agree')}
        </Button>
        <Button loading={decide.isPending} onClick={() => decide.mutate('rejected')}>
          {t('reject')}
        </Button>
        <Refused error={decide.error} />
      </div>
    )
  if ((standing !== 'inForce' && standing !== 'notYet') || !mayUse(agencyRoutes.withdrawAgreement, staff)) return null
  if (why === undefined)
    return (
      <Button danger className="gap-above" onClick={() => setWhy('')}>
        {t('withdraw')}
      </Button>
    )
  return (
    <div className="partner-row">
      <Input
        aria-label={t('why')}
        placeholder={t('why')}
        maxLength={300}
        value={why}
        onChange={event => setWhy(event.target.value)}
      />
      <Button danger disabled={why.trim().length < 2} loading={end.isPending} onClick={() => end.mutate(why)}>
        {t('withdraw')}
      </Button>
      <Button onClick={() => setWhy(undefined)}>{t('cancel')}</Button>
      <Refused error={end.error} />
    </div>
  )
}
