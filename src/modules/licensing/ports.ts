/** What the market regulator's register says of one business licence (营业执照). */
interface BusinessLicence {
  /** 存续/在营 and the like: false for cancelled, revoked or moved out. */
  readonly live: boolean
  readonly name: string
  readonly operatorName: string
  readonly address: string
}

/** `unavailable` covers every way of not getting an answer; the renewal then goes to a person. */
export type BusinessLook =
  | { readonly kind: 'found'; readonly licence: BusinessLicence }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'unavailable' }

/** 市场监管登记信息 (gateway). */
export interface BusinessRegister {
  /** `creditCode`: 18 characters. Should stop at `signal`; whoever asks waits no longer either way. */
  look(creditCode: string, signal: AbortSignal): Promise<BusinessLook>
}

/** One business licence that names a person as its operator. */
interface OwnBusiness extends BusinessLicence {
  readonly creditCode: string
}

/** Only live ones. `unavailable` covers every way of not getting an answer: the person then says which business it is. */
export type OwnBusinesses =
  | { readonly kind: 'found'; readonly licences: readonly OwnBusiness[] }
  | { readonly kind: 'unavailable' }

/** 电子证照库 by operator (gateway): nobody copies eighteen characters that a register has. */
export interface BusinessesOfPerson {
  listOf(person: { readonly name: string; readonly idNo: string }, signal: AbortSignal): Promise<OwnBusinesses>
}

/** What licensing asks of outside systems; gateways implement it. */
export interface LicensingPorts {
  readonly businessRegister: BusinessRegister
  /** Left out where no e-certificate library is connected. */
  readonly businessesOfPerson?: BusinessesOfPerson | undefined
}
