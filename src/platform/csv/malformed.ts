/** A quote never closes, or a record has no end; found while reading, so nothing of the file may be kept. */
export class CsvMalformed extends Error {
  override name = 'CsvMalformed'
  readonly line: number
  constructor(line: number) {
    super(`no end of the record that begins on line ${line}`)
    this.line = line
  }
}
