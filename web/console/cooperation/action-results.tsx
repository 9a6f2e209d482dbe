import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { type ActionDetail, type ResultKind, resultKinds, actionRoutes as routes } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { mayUse } from '../app/permissions.ts'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { texts } from './action-texts.ts'

/** 成果: linked numbers with what their own domains say of them now, each opening there. */
export function Results({ action }: { action: ActionDetail }) {
  const t = texts.useTexts()
  const staff = useStaff()
  const open = (action.state === 'live' || action.state === 'ended') && mayUse(routes.linkResult, staff)
  return (
    <section className="card" aria-label={t('results')}>
      <h2>{t('results')}</h2>
      <ul className="coop-list">
        {action.results.map(({ id, kind, ref, words, stands, by, at }) => (
          <li key={id}>
            {pick(resultKinds[kind].zh, resultKinds[kind].en)} <Ref kind={kind} no={ref} />{' '}
            <strong lang="zh-CN">{stands}</strong> <span lang="zh-CN">{words}</span>{' '}
            <span className="quiet">
              {by} {formatInstant(at)}
            </span>
          </li>
        ))}
      </ul>
      {open ? <LinkForm id={action.id} /> : null}
    </section>
  )
}

function Ref({ kind, no }: { kind: ResultKind; no: string }) {
  if (kind === 'case')
    return (
      <Link to="/cases/$no" params={{ no }}>
        {no}
      </Link>
    )
  if (kind === 'clue')
    return (
      <Link to="/clues/$no" params={{ no }}>
        {no}
      </Link>
    )
  return <>{no}</>
}

function LinkForm({ id }: { id: string }) {
  const t = texts.useTexts()
  const fieldId = useId()
  const queries = useQueryClient()
  const [kind, setKind] = useState<ResultKind>('visit')
  const [ref, setRef] = useState('')
  const [words, setWords] = useState('')
  const link = useMutation({
    mutationFn: () =>
      call(routes.linkResult, { params: { id }, body: { kind, ref: kind === 'find' ? '' : ref, words } }),
    onSuccess: () => {
      setRef('')
      setWords('')
      void queries.invalidateQueries({ queryKey: ['jointActions', id] })
    },
  })
  return (
    <form
      className="coop-row"
      aria-label={t('link')}
      onSubmit={event => {
        event.preventDefault()
        link.mutate()
      }}
    >
      <Select
        aria-label={t('kind')}
        value={kind}
        onChange={setKind}
        options={Object.entries(resultKinds).map(([value, { zh, en }]) => ({ value, label: pick(zh, en) }))}
      />
      {kind === 'find' ? null : (
        <Input
          id={fieldId}
          className="grow"
          aria-label={t('ref')}
          placeholder={t('ref')}
          maxLength={40}
          value={ref}
          onChange={event => setRef(event.target.value)}
        />
      )}
      <Input
        className="grow"
        aria-label={t('words')}
        placeholder={t('words')}
        maxLength={500}
        value={words}
        onChange={event => setWords(event.target.value)}
      />
      <Button htmlType="submit" disabled={(kind === 'find' ? words : ref).trim() === ''} loading={link.isPending}>
        {t('link')}
      </Button>
      <Refused error={link.error} />
    </form>
  )
}
