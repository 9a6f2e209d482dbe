import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { type NetworkView, networkRoutes as routes } from '#contract/cases'
import { call } from '../../shared/api.ts'
import { formatCount } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { mayUse } from '../app/permissions.ts'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { NetworkProposalPart } from './network-proposal.tsx'
import { networkTexts } from './network-texts.ts'
import { TextField } from './pieces.tsx'

const counts = ['links', 'layers', 'areas', 'provinces', 'arrested', 'sentenced'] as const

/** 网络案件: why this case counts or does not, condition by condition, by the bureau's own rule (参数 cases.networkClasses). */
export function NetworkPanel({ caseNo }: { caseNo: string }) {
  const client = useQueryClient()
  const queryKey = ['cases', 'network', caseNo]
  const view = useQuery({ queryKey, queryFn: ({ signal }) => call(routes.network, { params: { no: caseNo }, signal }) })
  if (view.isPending || view.isError) return null
  return <Network view={view.data} fresh={next => client.setQueryData(queryKey, next)} />
}

function Network({ view, fresh }: { view: NetworkView; fresh: (next: NetworkView) => void }) {
  const t = networkTexts.useTexts()
  const staff = useStaff()
  const [editing, setEditing] = useState(false)
  return (
    <section className="card goods-panel" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <p>
        <strong>{view.name === null ? t('no') : t('yes', { name: view.name })}</strong>
      </p>
      <p className="quiet small">{t('rule')}</p>
      {view.classes.map(one => (
        <div key={one.name} className="goods-network">
          <strong>
            {one.reached ? '✓' : '○'} {one.name}
          </strong>
          <ul className="plain-list small">
            {one.conditions.map(({ field, words, need, have }) => (
              <li key={field}>
                {have >= need ? '✓' : '✗'} {pick(words.zh, words.en)}：
                {t('condition', { have: formatCount(have), need: formatCount(need) })}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {view.facts === null ? null : <p className="quiet small">{t('source', { words: view.facts.evidence })}</p>}
      {mayUse(routes.saveNetwork, staff) ? (
        editing ? (
          <FactsForm
            view={view}
            fresh={next => {
              setEditing(false)
              fresh(next)
            }}
          />
        ) : (
          <Button onClick={() => setEditing(true)}>{t('edit')}</Button>
        )
      ) : null}
    </section>
  )
}

function FactsForm({ view, fresh }: { view: NetworkView; fresh: (next: NetworkView) => void }) {
  const t = networkTexts.useTexts()
  const { facts } = view
  const [given, setGiven] = useState<Readonly<Record<(typeof counts)[number], string>>>({
    links: String(facts?.links ?? ''),
    layers: String(facts?.layers ?? ''),
    areas: String(facts?.areas ?? ''),
    provinces: String(facts?.provinces ?? ''),
    arrested: String(facts?.arrested ?? ''),
    sentenced: String(facts?.sentenced ?? ''),
  })
  const [yuan, setYuan] = useState(facts === null ? '' : String(facts.value / 100))
  const [sticks, setSticks] = useState(facts === null ? '' : String(facts.sticks))
  const [evidence, setEvidence] = useState(facts?.evidence ?? '')
  const save = useMutation({
    mutationFn: () => {
      const [links, layers, areas, provinces, arrested, sentenced] = counts.map(key => whole(given[key]))
      const body = {
        ...{ links: links ?? 0, layers: layers ?? 0, areas: areas ?? 0, provinces: provinces ?? 0 },
        ...{ arrested: arrested ?? 0, sentenced: sentenced ?? 0, value: whole(yuan) * 100, sticks: whole(sticks) },
        evidence,
      }
      return call(routes.saveNetwork, { params: { no: view.caseNo }, body })
    },
    onSuccess: fresh,
  })
  return (
    <>
      <NetworkProposalPart
        caseNo={view.caseNo}
        take={taken => {
          const { links, layers, areas, provinces } = taken
          setGiven({
            ...given,
            ...{ links: `${links}`, layers: `${layers}`, areas: `${areas}`, provinces: `${provinces}` },
          })
          setYuan(String(taken.value / 100))
          setSticks(String(taken.sticks))
          setEvidence(taken.evidence)
        }}
      />
      {counts.map(key => (
        <TextField key={key} label={t(key)} value={given[key]} change={text => setGiven({ ...given, [key]: text })} />
      ))}
      <TextField label={t('value')} value={yuan} change={setYuan} />
      <TextField label={t('sticks')} value={sticks} change={setSticks} />
      <TextField label={t('evidence')} value={evidence} change={setEvidence} lines={2} />
      <Button type="primary" disabled={evidence.trim() === ''} loading={save.isPending} onClick={() => save.mutate()}>
        {t('save')}
      </Button>
      <Refused error={save.error} />
    </>
  )
}

/** What is no number counts as nothing: the server names what it takes. */
const whole = (text: string): number => {
  const number = Math.floor(Number(text.trim()))
  return Number.isFinite(number) && number > 0 ? number : 0
}
