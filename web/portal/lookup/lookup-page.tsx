import { createI18n } from '../../shared/i18n.ts'
import { paths } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'

const texts = createI18n({
  zh: {
    title: '查询',
    points: '找服务点',
    'points.help': '最近的终端和窗口：多远、几点开、能不能用',
    verify: '核验许可证',
    'verify.help': '看一张许可证是真是假、现在是否有效',
    progress: '查办件进度',
    'progress.help': '用申请编号和查询码，看办到哪一步了',
    mine: '查我的许可证',
    'mine.help': '登录后看许可证、办件，打印查询单',
    report: '查举报进度',
    'report.help': '用 16 位回执号，看结果、补充情况',
    penalties: '行政处罚公示',
    'penalties.help': '本局公开的处罚决定',
  },
  en: {
    title: 'Look up',
    points: 'Service points',
    'points.help': 'The nearest terminals and windows: how far, open, working',
    verify: 'Verify a licence',
    'verify.help': 'See whether a licence is genuine and valid now',
    progress: 'Progress of an application',
    'progress.help': 'With its number and code: how far it is',
    mine: 'My licences',
    'mine.help': 'Sign in to see licences and applications',
    report: 'Follow a report',
    'report.help': 'With its receipt of 16 digits',
    penalties: 'Published penalties',
    'penalties.help': 'Decisions of this bureau that are public',
  },
})

/** 查询: what anybody may ask, what the holder may ask, and where the next service point is. */
export default function LookupPage() {
  const t = texts.useTexts()
  const doors = [
    ['verify', paths.verify],
    ['points', paths.points],
    ['progress', paths.progress],
    ['mine', paths.me],
    ['report', paths.reportFollow],
    ['penalties', paths.penalties],
  ] as const
  return (
    <Page title={t('title')}>
      <ul className="doors">
        {doors.map(([name, path]) => (
          <li key={name}>
            <Link to={path} className="door">
              <strong>{t(name)}</strong>
              <span>{t(`${name}.help`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}
