import { useEffect, useId, useState } from 'react'
import { webRoutes as routes } from '#contract/access'
import { callFromPortal, type Reply } from '../../shared/api.ts'
import { texts } from './texts.ts'

type Telephone = Reply<typeof routes.demoPhone>

/** 模拟手机 (演示): numbers of made-up people and the messages they got. The address exists in a demonstration only. */
export function DemoPhone({ phone, onPhone }: { phone: string; onPhone: (phone: string) => void }) {
  const t = texts.useTexts()
  const id = useId()
  const [telephone, setTelephone] = useState<Telephone>()
  const look = () => callFromPortal(routes.demoPhone).then(setTelephone, () => undefined)
  useEffect(() => {
    void callFromPortal(routes.demoPhone).then(setTelephone, () => undefined)
  }, [])
  if (telephone === undefined) return null
  const messages = telephone.messages.filter(message => message.phone === phone.trim())
  return (
    <aside className="demo-phone" aria-label={t('demo')}>
      <label htmlFor={id}>
        <strong>{t('demo')}</strong> {t('demo.who')}
      </label>
      <select id={id} value={phone} onChange={event => onPhone(event.target.value)}>
        <option value="">{t('demo.none')}</option>
        {telephone.people.map(person => (
          <option key={person.phone} value={person.phone}>
            {person.name}（{person.label}）
          </option>
        ))}
      </select>
      <div className="buttons">
        <button type="button" className="act plain" onClick={() => void look()}>
          {t('demo.look')}
        </button>
      </div>
      {messages.length === 0 ? null : (
        <>
          <p>{t('demo.inbox')}</p>
          <p className="demo-message" lang="zh-CN">
            {messages[0]?.text}
          </p>
        </>
      )}
    </aside>
  )
}
