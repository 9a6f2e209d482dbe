/** The package has no types; only what the printer simulator uses. */
declare module 'ipp' {
  type Attributes = Record<string, string | number | boolean | string[]>
  export interface IppMessage {
    version?: string
    operation?: string
    statusCode?: string
    id?: number
    'operation-attributes-tag'?: Attributes
    'job-attributes-tag'?: Attributes
    'printer-attributes-tag'?: Attributes
  }
  const ipp: { parse(bytes: Buffer): IppMessage; serialize(message: IppMessage): Buffer }
  export default ipp
}
