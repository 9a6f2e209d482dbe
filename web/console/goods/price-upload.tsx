import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { type PriceLists, sanctionRoutes as routes } from '#contract/cases'
import { call } from '../../shared/api.ts'
import { FileField } from '../app/file-field.tsx'
import { Refused } from '../app/refused.tsx'
import { ChoiceField, TextField } from './pieces.tsx'
import { priceTexts } from './price-texts.ts'

const sures = ['law', 'excerpt', 'recalled', 'design'] as const
const empty = { version: '', province: '44', issuer: '', basis: '', effective: '' }

/** 导入: the file is shown as it stands before it is sent; a line that cannot be read refuses the whole list by its number. */
export function PriceUpload({ fresh }: { fresh: (next: PriceLists) => void }) {
  const t = priceTexts.useTexts()
  const id = useId()
  const [words, setWords] = useState(empty)
  const [sure, setSure] = useState<(typeof sures)[number]>('law')
  const [csv, setCsv] = useState('')
  const send = useMutation({
    mutationFn: () => call(routes.importPriceList, { body: { ...words, sure, csv } }),
    onSuccess: next => {
      setWords(empty)
      setCsv('')
      fresh(next)
    },
  })
  const rows = csv.split(/\r?\n/u).filter(line => line.trim() !== '')
  const full = Object.values(words).every(text => text.trim() !== '') && rows.length > 1
  const set = (key: keyof typeof empty) => (text: string) => setWords({ ...words, [key]: text })
  return (
    <details className="card gap-above goods-upload">
      <summary>{t('import')}</summary>
      <p className="quiet small">{t('import.rule')}</p>
      <TextField label={t('version')} value={words.version} change={set('version')} />
      <TextField label={t('province')} value={words.province} change={set('province')} />
      <TextField label={t('issuer')} value={words.issuer} change={set('issuer')} />
      <TextField label={t('basis')} value={words.basis} change={set('basis')} />
      <div className="field">
        <label htmlFor={`${id}day`}>{t('effective')}</label>
        <Input
          id={`${id}day`}
          type="date"
          value={words.effective}
          onChange={event => set('effective')(event.target.value)}
        />
      </div>
      <ChoiceField
        label={t('sure')}
        value={sure}
        change={value => setSure(value ?? 'law')}
        options={sures.map(value => ({ value, label: t(`sure.${value}`) }))}
      />
      <FileField label={t('file')} accept=".csv,text/csv" onFiles={([file]) => void file?.text().then(setCsv)} />
      {rows.length > 0 ? (
        <section aria-label={t('preview')}>
          <h3>{t('preview.count', { count: rows.length - 1 })}</h3>
          <pre className="goods-preview" lang="zh-CN">
            {rows.slice(0, 12).join('\n')}
          </pre>
        </section>
      ) : null}
      <Button type="primary" disabled={!full} loading={send.isPending} onClick={() => send.mutate()}>
        {t('send')}
      </Button>
      <Refused error={send.error} />
    </details>
  )
}
