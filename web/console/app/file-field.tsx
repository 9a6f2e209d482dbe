import { useId, useState } from 'react'
import { createI18n } from '../../shared/i18n.ts'
import './file-field.css'

const texts = createI18n({
  zh: { choose: '选择文件', none: '还没有选文件', many: '已选 {count} 个文件' },
  en: { choose: 'Choose a file', none: 'No file chosen', many: '{count} files chosen' },
})

interface Props {
  readonly label: string
  readonly accept: string
  readonly multiple?: boolean
  readonly onFiles: (files: readonly File[]) => void
}

/** 选文件: the browser's own button speaks the language of the machine, not of the page; so ours stands over it and says what was chosen. */
export function FileField({ label, accept, multiple = false, onFiles }: Props) {
  const t = texts.useTexts()
  const id = useId()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [first] = chosen
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="file-field">
        <input
          id={id}
          type="file"
          accept={accept}
          multiple={multiple}
          aria-describedby={`${id}-chosen`}
          onChange={event => {
            const files = [...(event.target.files ?? [])]
            // A dialog that was closed without a choice leaves what was chosen before.
            if (files.length === 0) return
            setChosen(files.map(({ name }) => name))
            onFiles(files)
            event.target.value = ''
          }}
        />
        <span className="file-field-button" aria-hidden="true">
          {t('choose')}
        </span>
        <span id={`${id}-chosen`} className="quiet small" role="status">
          {first === undefined ? t('none') : chosen.length > 1 ? t('many', { count: chosen.length }) : first}
        </span>
      </div>
    </div>
  )
}
