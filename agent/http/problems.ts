import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyReply } from 'fastify'
import type { RefusalTable } from '#kernel/refusal'

/** What the agent itself refuses, in both languages: 发生了什么 and 接下来怎么办. */
const deviceProblems = {
  noCard: {
    status: 404,
    zh: { title: '没有读到身份证', next: '请把身份证平放在读卡区，再按一次。' },
    en: { title: 'No ID card was found', next: 'Lay your ID card flat on the reader and try again.' },
  },
  cardUnreadable: {
    status: 422,
    zh: {
      title: '身份证读不出来',
      next: '请取下保护套，重新放平再试；仍读不出，请按“找人帮忙”，可用其他方式核对身份。',
    },
    en: {
      title: 'The ID card cannot be read',
      next: 'Take it out of its sleeve and lay it flat again. If it still fails, call a helper: there are other ways.',
    },
  },
  cardPulled: {
    status: 422,
    zh: { title: '读卡时身份证被拿开了', next: '请重新放好身份证，听到提示后再拿起。' },
    en: { title: 'The card was lifted while it was read', next: 'Lay it down again and wait for the signal.' },
  },
  cardUnsupported: {
    status: 422,
    zh: {
      title: '这台机器只能读居民身份证',
      next: '持港澳台居民居住证或外国人永久居留身份证的，请按“找人帮忙”，由工作人员为您办理。',
    },
    en: {
      title: 'This machine reads resident ID cards only',
      next: 'With a residence permit or a permanent resident card, call a helper; staff will serve you.',
    },
  },
  cardMalformed: {
    status: 422,
    zh: { title: '身份证里的信息前后不符', next: '请按“找人帮忙”，由工作人员核对证件。' },
    en: { title: 'The data on the card contradict each other', next: 'Call a helper; staff will check the card.' },
  },
  readerAbsent: {
    status: 503,
    zh: { title: '读卡器没有连上', next: '请按“找人帮忙”，或换一台机器办理。' },
    en: { title: 'The card reader is not connected', next: 'Call a helper or use another terminal.' },
  },
  uplinkDown: {
    status: 503,
    zh: { title: '暂时连不上服务器', next: '已经保存的内容不会丢。请稍后再试，或按“找人帮忙”。' },
    en: { title: 'The server cannot be reached', next: 'Nothing kept is lost. Try again later or call a helper.' },
  },
  answerUnknown: {
    status: 503,
    zh: { title: '还不知道服务器有没有收到', next: '请稍后在“查询”里查看结果，不用重复提交。' },
    en: { title: 'It is not known whether the server received it', next: 'Look it up later; do not send it again.' },
  },
  storageFull: {
    status: 503,
    zh: { title: '这台机器的存储空间满了，暂不能办理新业务', next: '请换一台机器，或按“找人帮忙”。' },
    en: { title: 'This terminal is out of space and takes no new matters', next: 'Use another one or call a helper.' },
  },
  terminalRevoked: {
    status: 403,
    zh: { title: '这台机器已停用', next: '请换一台机器办理，或拨打 12313。' },
    en: { title: 'This terminal has been taken out of service', next: 'Use another terminal or call 12313.' },
  },
  terminalFrozen: {
    status: 403,
    zh: { title: '这台机器已被冻结，等待核查', next: '请换一台机器办理，或拨打 12313。' },
    en: { title: 'This terminal is frozen until it has been examined', next: 'Use another terminal or call 12313.' },
  },
  outsideHours: {
    status: 403,
    zh: { title: '现在不在这台机器的开放时间', next: '请在开放时间再来，或者到附近其他服务点、手机网页办理。' },
    en: {
      title: 'This terminal is not open now',
      next: 'Come back in its opening hours, or use another point or your phone.',
    },
  },
  notEnrolled: {
    status: 403,
    zh: { title: '这台机器还没有入网', next: '请联系管理人员完成入网。' },
    en: { title: 'This terminal is not enrolled yet', next: 'Ask its keeper to enrol it.' },
  },
  sessionMissing: {
    status: 401,
    zh: { title: '本次办理已经结束', next: '请重新放上身份证。' },
    en: { title: 'This session has ended', next: 'Lay your ID card on the reader again.' },
  },
  sessionBusy: {
    status: 409,
    zh: { title: '正在读卡', next: '请稍等片刻。' },
    en: { title: 'A card is being read', next: 'One moment please.' },
  },
  keyReused: {
    status: 422,
    zh: { title: '同一笔业务的内容前后不一样', next: '请返回首页，重新办理。' },
    en: { title: 'The same matter came with other contents', next: 'Go back to the start and begin again.' },
  },
  pageMissing: {
    status: 422,
    zh: { title: '没有取到要打印的页面', next: '请按“找人帮忙”，结果可在网上查询。' },
    en: { title: 'The page to print could not be fetched', next: 'Call a helper; the result can be seen online.' },
  },
  foreignPage: {
    status: 403,
    zh: { title: '这个网页无权使用本机设备', next: '请从本机的首页开始。' },
    en: { title: 'This page may not use the devices', next: 'Start from the terminal’s own page.' },
  },
  notForThePage: {
    status: 403,
    zh: { title: '网页不能使用这个接口', next: '请从本机的首页开始。' },
    en: { title: 'The page may not use this address', next: 'Start from the terminal’s own page.' },
  },
  badRequest: {
    status: 400,
    zh: { title: '请求的格式不对', next: '请返回上一步再试。' },
    en: { title: 'The request is not well formed', next: 'Go back one step and try again.' },
  },
  notFound: {
    status: 404,
    zh: { title: '没有这个页面', next: '请回到首页。' },
    en: { title: 'There is no such page', next: 'Go back to the start.' },
  },
} as const satisfies RefusalTable

export type DeviceProblemCode = keyof typeof deviceProblems

/** The problem document of a refusal; `language` is the page's `?lang=`. */
function problemOf(code: DeviceProblemCode, language: string) {
  const entry = deviceProblems[code]
  return { code, status: entry.status, ...(language === 'en' ? entry.en : entry.zh) }
}

/** Sends a refusal as application/problem+json (RFC 9457). */
export function sendProblem(reply: FastifyReply, code: DeviceProblemCode, language: string): FastifyReply {
  const problem = problemOf(code, language)
  return reply.code(problem.status).type('application/problem+json').send(problem)
}

/** `?lang=en`, else Chinese: what the page says at the device interface. */
export function languageOf(request: { query: unknown }): 'zh' | 'en' {
  const query = request.query
  return typeof query === 'object' && query && 'lang' in query && query.lang === 'en' ? 'en' : 'zh'
}

/** For requests to the server the page says its language by Accept-Language, as the server reads it. */
export function serverLanguageOf(request: { query: unknown; headers: IncomingHttpHeaders }): 'zh' | 'en' {
  return /^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : languageOf(request)
}
