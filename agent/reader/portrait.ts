/**
 * The portrait of a card 证件照片. A reader gives it as a block of 1,024 bytes (WLT), which only the decoder that the reader's
 * maker licenses can turn into a picture; none is shipped here. A terminal with one passes it as `decodePortrait`: the block
 * goes in, a picture that a browser can show (JPEG, PNG or BMP) comes out, `undefined` when it cannot be decoded. It must work
 * in memory and keep nothing. Without a decoder no face is compared at that terminal, and nobody is asked for one.
 */
export type PortraitDecoder = (block: Buffer) => Buffer | undefined

/** Holds the portrait of the card whose session is open, in memory only, and overwrites it when the session ends. */
export interface PortraitBox {
  /** Whether this card's picture could be had. The block itself is overwritten. */
  keep(block: Buffer): boolean
  read(): Buffer | undefined
  forget(): void
}

export function portraitBox(decode: PortraitDecoder = () => undefined): PortraitBox {
  let picture: Buffer | undefined
  const forget = () => {
    picture?.fill(0)
    picture = undefined
  }
  return {
    keep(block) {
      forget()
      // A decoder of another maker may throw at a block it does not know: then there is simply no picture.
      try {
        picture = decode(block)
      } catch {
        picture = undefined
      }
      block.fill(0)
      return picture !== undefined
    },
    read: () => picture,
    forget,
  }
}
