/** The names of this domain's jobs, apart from who does them: whoever enqueues one does not load it. */
export const encodeFilmName = 'outreach.encodeFilm'
export const removeWithdrawnName = 'outreach.removeWithdrawnMedia'
export const sweepPicturesName = 'outreach.sweepPictures'
