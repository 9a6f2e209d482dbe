import { fileURLToPath } from 'node:url'

const fontFile = (face: string): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-sc/${face}/NotoSansSC_${face}.ttf`))

/** The fonts every page is set in. They come with the project: a page must not depend on what a machine has installed. */
export const shippedFonts = [fontFile('400Regular'), fontFile('700Bold')] as const
