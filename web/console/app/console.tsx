import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useMemo } from 'react'
import { useLanguage } from '../../shared/language.ts'
import { Gate } from '../session/gate.tsx'
import { readDocumentFacts } from './document-facts.ts'
import { queries } from './queries.ts'
import { router } from './router.tsx'
import { themeFrom } from './theme.ts'

const { nonce } = readDocumentFacts(document)

/** The staff desktop (工作台): language, theme, data and session around the pages. */
export function Console() {
  const language = useLanguage()
  const theme = useMemo(() => themeFrom(getComputedStyle(document.documentElement)), [])
  return (
    <ConfigProvider
      {...(nonce === undefined ? {} : { csp: { nonce } })}
      locale={language === 'en' ? enUS : zhCN}
      theme={theme}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <QueryClientProvider client={queries}>
        <Gate>
          <RouterProvider router={router} />
        </Gate>
      </QueryClientProvider>
    </ConfigProvider>
  )
}
