import type { FastifyError, FastifyInstance } from 'fastify'
import { type Refusal, type RefusalTable, refuse } from '#kernel/refusal'
import { isDatabaseAway, isSerializationClash } from '../database.ts'
import type { Logger } from '../log.ts'
import { sendRefusal } from './routes.ts'

/** Every thrown thing becomes a named refusal in plain words; stack, SQL and paths stay in the log. */
export function answerErrors(app: FastifyInstance, refusals: RefusalTable, log: Logger): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const known = refusalOf(error)
    if (known) return sendRefusal(request, reply, known, refusals)
    log.error({ err: error, requestId: request.id, route: request.routeOptions.url }, 'a surprise')
    return sendRefusal(request, reply, refuse('surprise'), { ...refusals, surprise })
  })
  app.setNotFoundHandler((request, reply) => sendRefusal(request, reply, refuse('notFound'), refusals))
}

/** Our own fault. The words are honest; the status is 503 because trying again by the same key is safe. */
const surprise = {
  status: 503,
  zh: { title: '系统出了意外，刚才的操作没有完成。', next: '请稍后再试；工作人员可凭请求编号查明原因。' },
  en: {
    title: 'Something unexpected happened; nothing was done.',
    next: 'Try again later; the request id tells staff the cause.',
  },
} as const

function refusalOf(error: FastifyError): Refusal | undefined {
  if (error.validation) {
    const first = error.validation[0]
    return refuse('inputInvalid', {
      where: `${error.validationContext ?? ''}${first?.instancePath ?? ''} `,
      why: first?.message ?? '',
    })
  }
  if (isDatabaseAway(error) || isSerializationClash(error)) return refuse('databaseAway')
  switch (error.code) {
    // U+0000 and its like, which PostgreSQL stores in no text: the caller's input, not our fault.
    case '22021':
    case '22P05':
      return refuse('inputInvalid', { where: '', why: 'a character that cannot be stored' })
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return refuse('bodyTooLarge')
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return refuse('mediaTypeUnknown')
    default:
      // Other 4xx of the framework (bad JSON, bad content length, bad address) are one thing to the caller.
      return isUnreadable(error)
        ? refuse(error.statusCode === 429 ? 'tooManyRequests' : 'jsonMalformed', { seconds: 60 })
        : undefined
  }
}

const isUnreadable = ({ statusCode = 500 }: FastifyError): boolean => statusCode >= 400 && statusCode < 500
