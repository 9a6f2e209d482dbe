import type { CasePaper } from './case-paper.ts'

interface Registered {
  readonly title: string
  readonly number: string
  readonly digest: string
  readonly caseNo: string
  readonly on: string
}

/** 对不上的文书 is not left out of the file in silence: a page in its place says so, with the digest that the register holds. */
export const alteredPage = ({ title, number, digest, caseNo, on }: Registered): CasePaper => ({
  ...{ title, number, caseNo, date: on, bureau: '', addressee: '', signers: [], sealed: false },
  blocks: [{ text: `这一份的内容和登记的摘要、签名对不上，没有印出。登记的摘要：SM3 ${digest}。` }],
})
