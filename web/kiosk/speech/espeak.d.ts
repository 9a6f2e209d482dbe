/** The few names we use of the speech synthesiser compiled to WebAssembly (GPL, build time only, not shipped). */
declare module '@echogarden/espeak-ng-emscripten' {
  interface Worker {
    readonly samplerate: number
    set_voice(name: string): void
    set_rate(wordsPerMinute: number): void
    /** Calls back with pieces of 16-bit mono sound until the text is spoken; true stops it. */
    synthesize(text: string, onSound: (sound: Int16Array | null) => boolean): void
    synthesize_ipa(text: string): { readonly code: number; readonly ipa: string }
  }
  interface Module {
    readonly eSpeakNGWorker: new () => Worker
  }
  export default function load(): Promise<Module>
}
