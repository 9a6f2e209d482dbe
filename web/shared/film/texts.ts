import { createI18n } from '../i18n.ts'

export const texts = createI18n({
  zh: {
    captions: '字幕',
    failed: '短片现在放不出来。不看也可以办，每一步屏幕上都有说明。',
    watch: '看示范',
    watchFilm: '看{service}的示范短片',
    about: '{service}的示范短片',
    simulated: '短片里都是模拟数据。',
    voice: '说哪种话',
    cmn: '普通话',
    yue: '粤语',
  },
  en: {
    captions: 'Captions',
    failed: 'The film cannot be shown now. You can go on without it; every step is explained on the screen.',
    watch: 'Watch how',
    watchFilm: 'Watch the guide film: {service}',
    about: 'Guide film: {service}',
    simulated: 'Everything in the film is simulated data.',
    voice: 'Spoken in',
    cmn: 'Mandarin',
    yue: 'Cantonese',
  },
})
