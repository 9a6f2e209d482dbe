import { services } from '#contract/licensing'
import { noticeOf } from '../src/modules/licensing/rules/services/notice.ts'
import { limits, people, secondsOf, type Walk } from './taps/people.ts'
import { walkOnPhone } from './taps/phone.ts'
import { atTheTerminal, type Way, walkAtTerminal } from './taps/terminal.ts'
import { notice, reading } from './taps/words.ts'

const wayNames = { none: '', card: '只用身份证', cardCode: '短信验证码' } as const satisfies Record<Way, string>

/** `npm run bench -- taps`: an estimate of each service from its own definition, step by step. */
export async function run(): Promise<void> {
  console.log(
    '估算（按键级模型），不是实测：触摸次数、页数、要读的字数来自各事项的定义和页面上的话（标题、提示、选项）',
  )
  for (const code of atTheTerminal) {
    for (const way of services[code].stepUp ? (['cardCode', 'card'] as const) : (['none'] as const))
      report(services[code].name.zh, walkAtTerminal(code, way), wayNames[way])
  }
  const issue = walkOnPhone()
  report(services.issue.name.zh, issue, `手机，抄写 ${issue.copied} 个字符；省统一身份认证自己的页面不计`)
  const near = walkOnPhone({ nearestShop: 8 })
  const [quick, slow] = [people.practised, people.elder].map(person => secondsOf(near, person).toFixed(1))
  console.log(
    `新办，附近另有零售店的，提交前多读两条理由和依据（${near.characters} 字）：熟练 ${quick} 秒，老人第一次 ${slow} 秒`,
  )
  const text = noticeOf(services.renewal, '').paragraphs.join('')
  console.log(`告知书按通读一段、浏览其余估算（${notice} 字）；全文 ${reading(text)} 字，逐字读另需时间`)
}

function report(name: string, walk: Walk, note: string): void {
  const [quick, slow] = [secondsOf(walk, people.practised), secondsOf(walk, people.elder)]
  const good = quick <= limits.practised && slow <= limits.elder
  console.log(
    `${name.padEnd(8, '　')} ${String(walk.taps).padStart(2)} 次触摸 ${walk.pages} 页 ${walk.characters} 字  熟练 ${quick.toFixed(1)} 秒（≤ 60）  老人第一次 ${slow.toFixed(1)} 秒（≤ 150）  ${note}${good ? '' : '  超过'}`,
  )
}
