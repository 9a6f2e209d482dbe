import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { partnerRoutes, type TheirItem } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { Refused } from '../app/refused.tsx'
import { packageTexts } from './package-texts.ts'
import { ReceiptFile } from './receipt-file.tsx'
import { saveText } from './save-text.ts'
import { useAct } from './use-partners.ts'

/** 移交包 at its agency: taken away, verified and opened by the agency's own means, and the receipt handed in. */
export function InboxPackage({ seen: { item, package: pack } }: { seen: TheirItem }) {
  const t = packageTexts.useTexts()
  const language = useLanguage()
  // Taking is a look of its own, on record: the page is not read a second time for it.
  const take = useMutation({
    mutationFn: async (what: 'text' | 'senderKey') => {
      const got = await call(partnerRoutes.package, { params: { no: item.no } })
      saveText(what === 'text' ? `${pack?.number ?? item.no}.yzt.json` : '烟草局.pub', got[what])
    },
  })
  const give = useAct((receipt: string) => call(partnerRoutes.receipt, { params: { no: item.no }, body: { receipt } }))
  if (pack === null) return null
  const file = `${pack.number}.yzt.json`
  const commands = [
    ['step.verify', `yzt package verify ${file} --sender-key 烟草局.pub`],
    ['step.open', `yzt package open ${file} --sender-key 烟草局.pub --key ${t('ownKey')} --out ${t('folder')}`],
    ['step.receipt', `yzt package receipt ${file} --key ${t('ownKey')} --by ${t('person')} --out ${t('receiptName')}`],
  ] as const
  return (
    <section className="card" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <p>
        {t('number', { number: pack.number })} ·{' '}
        {pack.receiptAt === null ? t('noReceipt') : t('received', { at: formatInstant(pack.receiptAt, language) })}
      </p>
      <Refused error={take.error ?? give.error} />
      <ol className="partner-history">
        <li>
          {t('step.take')}
          <div className="partner-row">
            <Button loading={take.isPending} onClick={() => take.mutate('text')}>
              {t('download')}
            </Button>
            <Button loading={take.isPending} onClick={() => take.mutate('senderKey')}>
              {t('senderKey')}
            </Button>
          </div>
        </li>
        {commands.map(([name, command]) => (
          <li key={name}>
            {t(name)} <code className="partner-digest">{command}</code>
          </li>
        ))}
        {pack.receiptAt === null ? (
          <li>
            <ReceiptFile label={t('step.give')} take={give.mutate} />
          </li>
        ) : null}
      </ol>
    </section>
  )
}
