import { languageTags, setLanguage, useLanguage } from '../../shared/language.ts'

/** The other language, in its own words. */
export function LanguageSwitch() {
  const other = useLanguage() === 'zh' ? 'en' : 'zh'
  return (
    <button type="button" className="language-switch" lang={languageTags[other]} onClick={() => setLanguage(other)}>
      {other === 'en' ? 'English' : '中文'}
    </button>
  )
}
