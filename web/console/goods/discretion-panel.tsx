import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import {
  type Base,
  bases,
  type FactorCode,
  factorCodes,
  factorOf,
  sanctionRoutes as routes,
  type ViolationCode,
  violationCodes,
  violationOf,
  type Weighing,
} from '#contract/cases'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Refused } from '../app/refused.tsx'
import { ChoiceField } from './pieces.tsx'
import './goods.css'
import { sanctionTexts } from './sanction-texts.ts'
import { WeighingView } from './weighing-view.tsx'

const effects = ['exempt', 'lighter', 'heavier'] as const

/** 裁量 of one case, for its page: violation and factors in, range, step, similar cases and proposal out. */
export function DiscretionPanel({ caseNo, violation: given }: { caseNo: string; violation?: string | null }) {
  const t = sanctionTexts.useTexts()
  const language = useLanguage()
  const [violation, setViolation] = useState<ViolationCode | undefined>(violationCodes.find(code => code === given))
  const [like, setLike] = useState<ViolationCode>()
  const [serious, setSerious] = useState(false)
  const [base, setBase] = useState<Base>()
  const [factors, setFactors] = useState<readonly FactorCode[]>([])
  const row = violation && violationOf(violation)
  const asked = violation && {
    ...{ violation, serious, factors: [...factors] },
    ...(violation === 'P20' && like !== undefined ? { like } : {}),
    ...(base === undefined ? {} : { base }),
  }
  const [shown, setShown] = useState<Weighing>()
  const reckon = useMutation({
    mutationFn: (body: NonNullable<typeof asked>) => call(routes.weighing, { params: { caseNo }, body }),
    onSuccess: setShown,
  })
  const named = violationCodes.map(value => ({
    value,
    label: `${value} ${pick(violationOf(value).zh, violationOf(value).en, language)}`,
  }))
  const fine = row?.fine
  const choosable = fine !== undefined && 'of' in fine && fine.orOf !== undefined ? [fine.of, fine.orOf] : []
  const toggle = (code: FactorCode, on: boolean) =>
    setFactors(on ? [...factors, code] : factors.filter(one => one !== code))
  return (
    <section className="card goods-panel" aria-label={t('discretion')}>
      <h2>{t('discretion')}</h2>
      <ChoiceField label={t('violation')} value={violation} change={setViolation} options={named} />
      {row?.note === undefined ? null : <p className="goods-law">◆ {row.note}</p>}
      {row !== undefined && row.fine === undefined && violation !== 'P20' ? (
        <p className="goods-law">◆ {t('noFine')}</p>
      ) : null}
      {violation === 'P20' ? (
        <ChoiceField
          label={t('like')}
          value={like}
          change={setLike}
          options={named.filter(({ value }) => value !== 'P20')}
        />
      ) : null}
      {choosable.length > 0 ? (
        <ChoiceField
          label={t('base')}
          value={base}
          change={setBase}
          options={choosable.map(value => ({ value, label: pick(bases[value].zh, bases[value].en, language) }))}
        />
      ) : null}
      {row?.serious === undefined ? null : (
        <Checkbox checked={serious} onChange={event => setSerious(event.target.checked)}>
          {t('serious')}
        </Checkbox>
      )}
      {effects.map(effect => (
        <fieldset key={effect} className="field goods-factors">
          <legend>
            {t('factors')}：{t(`effect.${effect}`)}
          </legend>
          {factorCodes
            .filter(code => factorOf(code).effect === effect)
            .map(code => (
              <Checkbox
                key={code}
                checked={factors.includes(code)}
                onChange={event => toggle(code, event.target.checked)}
              >
                {pick(factorOf(code).zh, factorOf(code).en, language)}
                {factorOf(code).sure === 'design' ? <span className="quiet small">（{t('unsure')}）</span> : null}
              </Checkbox>
            ))}
        </fieldset>
      ))}
      <div>
        <Button
          type="primary"
          disabled={asked === undefined}
          loading={reckon.isPending}
          onClick={() => asked && reckon.mutate(asked)}
        >
          {t('reckon')}
        </Button>
      </div>
      <Refused error={reckon.error} />
      {asked === undefined || shown === undefined ? null : (
        <WeighingView caseNo={caseNo} asked={asked} weighing={shown} fresh={setShown} />
      )}
    </section>
  )
}
