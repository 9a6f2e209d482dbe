import { join } from 'node:path'

/** The pieces of the film, drawn by `test/films/draw-demo.ts`. */
export const demoFilmFolder = join(import.meta.dirname, 'film')
export const demoSceneSeconds = 7

/** One sentence a scene, spoken in less than its seconds; they are the captions. */
export const demoFilmScenes: readonly string[] = [
  '一本证挂好了。模拟数据，图是画的，声音是合成的。',
  '老店主的许可证一直收在抽屉里。',
  '许可证要放在店里看得见的地方，他把证挂到了墙上。',
  '旁边立起一块标志：不向未成年人售烟。',
  '看不准年纪的，请他出示身份证件。',
  '证挂在明处，标志立在显处，看不准就查验。',
]
export const demoFilmTitle = '一本证挂好了（模拟数据）'
