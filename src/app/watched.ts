import type { MessageSender } from '#modules/access'
import type { PostCarrier } from '#modules/delivery'
import type { Notebook } from '#modules/exchange'
import type { BusinessesOfPerson, BusinessRegister } from '#modules/licensing'

/** The gateways that somebody waits for, each with its answers written down for the page 外部系统. */

const silent = '没有答复，或者答复不可信'

/**
 * 营业执照: the certificate first; the register only where the library has none. A library that does not answer is not
 * replaced by another source: what was to be fetched has not been fetched, and a person looks.
 */
export const certificateThenRegister = (
  library: BusinessRegister | undefined,
  register: BusinessRegister,
  note: Notebook,
): BusinessRegister => ({
  look: async (creditCode, signal) => {
    if (library) {
      const found = await library.look(creditCode, signal)
      note('certificateLibrary', found.kind === 'unavailable' ? silent : undefined)
      if (found.kind !== 'notFound') return found
    }
    const found = await register.look(creditCode, signal)
    note('businessRegister', found.kind === 'unavailable' ? silent : undefined)
    return found
  },
})

export const watchedList = (library: BusinessesOfPerson, note: Notebook): BusinessesOfPerson => ({
  listOf: async (person, signal) => {
    const found = await library.listOf(person, signal)
    note('certificateLibrary', found.kind === 'unavailable' ? silent : undefined)
    return found
  },
})

export const watchedSender = (sender: MessageSender, note: Notebook): MessageSender => ({
  send: async message => {
    const sent = await sender.send(message)
    note('sms', sent.kind === 'unavailable' ? silent : undefined)
    return sent
  },
  receiptsSince: cursor => sender.receiptsSince(cursor),
})

export const watchedCarrier = (carrier: PostCarrier, note: Notebook): PostCarrier => ({
  order: async parcel => {
    const ordered = await carrier.order(parcel)
    note('post', ordered.kind === 'unavailable' ? silent : undefined)
    return ordered
  },
  eventsSince: async cursor => {
    const heard = await carrier.eventsSince(cursor)
    note('post', heard.kind === 'unavailable' ? silent : undefined)
    return heard
  },
})
