import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { type CounterSession, counterRoutes } from '#contract/access'
import { parseCitizenId } from '#kernel/citizen-id'
import { call } from '../../shared/api.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { Labelled } from '../delivery/labelled.tsx'
import type { TypedCard } from './form.ts'
import { ReadByDevice } from './read-by-device.tsx'
import { texts } from './texts.ts'

const fields = ['name', 'idNo', 'issuer', 'validFrom', 'validTo'] as const
type Fields = Record<(typeof fields)[number], string>
const empty: Fields = { name: '', idNo: '', issuer: '', validFrom: '', validTo: '' }

/** Dots and the like of a printed card are forgiven: 2015.05.01 is 2015-05-01. */
const dayOf = (text: string): string => text.trim().replace(/^(\d{4})[.\-/年]?(\d{2})[.\-/月]?(\d{2})日?$/u, '$1-$2-$3')

/** 读卡: the same fields as the terminal's reader sends, judged by the same rules on the server. */
export function CardForm({ onOpen }: { onOpen: (session: CounterSession, card: TypedCard) => void }) {
  const t = texts.useTexts()
  const [typed, setTyped] = useState(empty)
  const [wrong, setWrong] = useState(false)
  const open = useMutation({
    mutationFn: ({ idNo, birth }: { idNo: string; birth: string }) =>
      call(counterRoutes.openCounterSession, {
        body: {
          card: {
            name: typed.name.trim(),
            idNo,
            birth,
            sex: '',
            ethnicGroup: '',
            issuer: typed.issuer.trim(),
            validFrom: dayOf(typed.validFrom),
            validTo: dayOf(typed.validTo),
          },
          read: 'typed',
        },
      }),
    onSuccess: (session, { idNo }) => onOpen(session, { name: typed.name.trim(), idNo }),
  })
  const send = () => {
    const idNo = parseCitizenId(typed.idNo)
    setWrong(!idNo.ok)
    if (!idNo.ok) return
    const birth = idNo.value.slice(6, 14).replace(/^(\d{4})(\d{2})(\d{2})$/u, '$1-$2-$3')
    open.mutate({ idNo: idNo.value, birth })
  }
  return (
    <section className="card window-card">
      <h2>{t('card')}</h2>
      <ReadByDevice onOpen={onOpen} />
      <h3>{t('typed')}</h3>
      <p className="quiet">{t('readerHelp')}</p>
      <form
        onSubmit={event => {
          event.preventDefault()
          send()
        }}
      >
        {fields.map(name => (
          <Labelled key={name} label={t(name)}>
            {id => (
              <Input
                id={id}
                autoComplete="off"
                required
                maxLength={30}
                value={typed[name]}
                onChange={event => setTyped({ ...typed, [name]: event.target.value })}
              />
            )}
          </Labelled>
        ))}
        {wrong ? (
          <p className="missing" role="alert">
            {t('idWrong')}
          </p>
        ) : null}
        {open.isError ? <FailedToLoad error={open.error} retry={send} /> : null}
        <Button type="primary" htmlType="submit" loading={open.isPending}>
          {t('read')}
        </Button>
      </form>
    </section>
  )
}
