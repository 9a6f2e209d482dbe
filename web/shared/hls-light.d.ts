/** The smaller build has the same face and no types of its own. */
declare module 'hls.js/light' {
  export { default } from 'hls.js'
}
