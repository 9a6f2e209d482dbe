/**
 * Plays a list of pieces (HLS) in a video. The player is fetched only when a film is really watched: the first view of the site stays
 * small. Gives a function that ends it.
 */
export async function watchHls(
  video: HTMLVideoElement,
  source: string,
  say: (state: 'playing' | 'broken' | 'cannot') => void,
): Promise<() => void> {
  const { default: Hls } = await import('hls.js/light')
  if (!Hls.isSupported()) {
    // Telephones of Apple play such a list by themselves.
    if (video.canPlayType('application/vnd.apple.mpegurl') === '') say('cannot')
    else video.src = source
    return () => video.removeAttribute('src')
  }
  const hls = new Hls({ enableWorker: true, liveDurationInfinity: true })
  video.addEventListener('playing', () => say('playing'))
  hls.on(Hls.Events.ERROR, (_, { fatal, type }) => {
    if (!fatal) return
    say('broken')
    // A stream that broke off comes back under the same list.
    if (type === Hls.ErrorTypes.MEDIA_ERROR) hls.recoverMediaError()
    else setTimeout(() => hls.loadSource(source), 2_000)
  })
  hls.loadSource(source)
  hls.attachMedia(video)
  return () => hls.destroy()
}
