import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox, Input, Radio, Select } from 'antd'
import { useId, useRef, useState } from 'react'
import {
  type ClueMatter,
  type ClueSource,
  clueRoutes,
  deskSources,
  type FactKind,
  factInWords,
  factKinds,
  factsOf,
  inFours,
  matters,
  recognise,
  sources,
} from '#contract/intelligence'
import { call, freshKey } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { Refused } from '../app/refused.tsx'
import { useTowns } from '../app/use-towns.ts'
import { Likenesses } from './likenesses.tsx'
import { texts } from './texts.ts'
import { useLikenesses } from './use-likenesses.ts'

type Who = 'nobody' | 'anonymous' | 'named'
type DeskSource = (typeof deskSources)[number]
interface Fact {
  readonly kind: FactKind
  readonly value: string
}

const today = () => Temporal.Now.plainDateISO('Asia/Shanghai')

/** 受理: what is said is typed once; what is recognised stands beside it to be ticked. */
export function DeskForm() {
  const t = texts.useTexts()
  const [round, setRound] = useState(0)
  const [taken, setTaken] = useState<{ readonly no: string; readonly receipt: string | null }>()
  if (!taken) return <Form key={round} done={setTaken} />
  return (
    <section className="card clue-done" aria-live="polite">
      <h2>{t('desk.done', { no: taken.no })}</h2>
      {taken.receipt === null ? null : (
        <p>
          {t('desk.receipt')}
          <strong className="clue-receipt">{inFours(taken.receipt)}</strong>
        </p>
      )}
      <div className="clue-actions">
        <Link to="/clues/$no" params={{ no: taken.no }}>
          {t('desk.open')}
        </Link>
        <Button
          onClick={() => {
            setTaken(undefined)
            setRound(round + 1)
          }}
        >
          {t('desk.again')}
        </Button>
      </div>
    </section>
  )
}

function Form({ done }: { done: (taken: { no: string; receipt: string | null }) => void }) {
  const t = texts.useTexts()
  const id = useId()
  const towns = useTowns()
  const [source, setSource] = useState<DeskSource>('desk')
  const [matter, setMatter] = useState<ClueMatter>('counterfeit')
  const [town, setTown] = useState('')
  const [text, setText] = useState('')
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [who, setWho] = useState<Who>('anonymous')
  const [person, setPerson] = useState({ name: '', phone: '', idNo: '' })
  const [sms, setSms] = useState(false)
  const once = useRef({ key: freshKey(), nonce: freshKey().replaceAll('-', '') })
  const facts = factsOf(recognise(text, { today: today(), county: '440785', towns }))
  const likenesses = useLikenesses(text, facts)
  const send = useMutation({
    mutationFn: () => {
      const confirmed = facts.filter(fact => ticked.includes(keyOf(fact))).map(({ kind, value }) => ({ kind, value }))
      const reporter = who === 'nobody' ? undefined : who === 'anonymous' ? {} : person
      return call(clueRoutes.take, {
        body: {
          ...{ source, matter, text, confirmed, nonce: once.current.nonce },
          ...(town === '' ? {} : { areaCode: town }),
          ...(reporter ? { reporter, smsWanted: who === 'named' && sms && person.phone.trim() !== '' } : {}),
        },
        idempotencyKey: once.current.key,
      })
    },
    onSuccess: done,
    onError: () => {
      once.current = { key: freshKey(), nonce: freshKey().replaceAll('-', '') }
    },
  })
  const options = (table: Readonly<Record<string, { zh: string; en: string }>>, keys: readonly string[]) =>
    keys.map(value => ({ value, label: pick(table[value]?.zh ?? value, table[value]?.en ?? value) }))
  return (
    <form
      className="clue-columns"
      aria-label={t('view.desk')}
      onSubmit={event => {
        event.preventDefault()
        send.mutate()
      }}
    >
      <section className="card clue-form">
        <div className="clue-row">
          <div className="field">
            <label htmlFor={`${id}-source`}>{t('desk.source')}</label>
            <Select<ClueSource>
              id={`${id}-source`}
              value={source}
              onChange={one => setSource(one as DeskSource)}
              options={options(sources, deskSources) as { value: ClueSource; label: string }[]}
            />
          </div>
          <div className="field">
            <label htmlFor={`${id}-matter`}>{t('desk.matter')}</label>
            <Select<ClueMatter>
              id={`${id}-matter`}
              value={matter}
              onChange={setMatter}
              options={options(matters, Object.keys(matters)) as { value: ClueMatter; label: string }[]}
            />
          </div>
          <div className="field">
            <label htmlFor={`${id}-town`}>{t('desk.town')}</label>
            <Select
              id={`${id}-town`}
              value={town}
              onChange={setTown}
              options={[
                { value: '', label: t('desk.town.none') },
                ...towns.map(({ code, name }) => ({ value: code, label: name })),
              ]}
            />
          </div>
        </div>
        <div className="field">
          <label htmlFor={`${id}-text`}>{t('desk.text')}</label>
          <Input.TextArea
            id={`${id}-text`}
            rows={8}
            maxLength={4000}
            value={text}
            onChange={event => setText(event.target.value)}
          />
          <span className="quiet small">{t('desk.text.help')}</span>
        </div>
        <fieldset className="clue-who">
          <legend>{t('desk.reporter')}</legend>
          <Radio.Group
            value={who}
            onChange={event => setWho(event.target.value as Who)}
            options={(['anonymous', 'named', 'nobody'] as const).map(value => ({
              value,
              label: t(`desk.reporter.${value}`),
            }))}
          />
          {who === 'named' ? (
            <div className="clue-row">
              {(['name', 'phone', 'idNo'] as const).map(key => (
                <div className="field" key={key}>
                  <label htmlFor={`${id}-${key}`}>{t(`desk.${key}`)}</label>
                  <Input
                    id={`${id}-${key}`}
                    autoComplete="off"
                    maxLength={30}
                    value={person[key]}
                    onChange={event => setPerson({ ...person, [key]: event.target.value })}
                  />
                </div>
              ))}
              <Checkbox checked={sms} onChange={event => setSms(event.target.checked)}>
                {t('desk.sms')}
              </Checkbox>
              <p className="quiet small">{t('desk.sealed')}</p>
            </div>
          ) : null}
        </fieldset>
        <Refused error={send.error} />
        <div className="clue-actions">
          <Button type="primary" htmlType="submit" disabled={text.trim() === ''} loading={send.isPending}>
            {t('desk.send')}
          </Button>
        </div>
      </section>
      <section className="card">
        <h2>{t('desk.offers')}</h2>
        {facts.length === 0 ? <p className="quiet">{t('desk.offers.none')}</p> : null}
        <ul className="plain-list">
          {facts.map(fact => (
            <li key={keyOf(fact)}>
              <Checkbox
                checked={ticked.includes(keyOf(fact))}
                onChange={event =>
                  setTicked(event.target.checked ? [...ticked, keyOf(fact)] : ticked.filter(one => one !== keyOf(fact)))
                }
              >
                {pick(factKinds[fact.kind].zh, factKinds[fact.kind].en)} {factInWords(fact)}
              </Checkbox>
            </li>
          ))}
        </ul>
        <Likenesses found={likenesses} />
      </section>
    </form>
  )
}

const keyOf = ({ kind, value }: Fact): string => `${kind} ${value}`
