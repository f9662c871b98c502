// The arena of Katowice: a saucer on a narrow foot, rows of scales, a band of light.

import { box, disc, line, move, oval, path, round, stroke, times } from './ink.mjs';
import { darker, lighter, mix, palette } from './palette.mjs';

/** 860 wide, 330 high at scale 1; its foot stands on `ground`. The sun stands on the left. */
export function spodek(d, x, ground, { scale = 1, shell = '#c9b8c4', shadow = '#4a4668', light = palette.honey, flip = false } = {}) {
  const dome = 'M-400 -214C-330 -300 -150 -334 20 -334C190 -334 350 -296 404 -206C300 -176 -290 -180 -400 -214Z';
  const bowl = 'M-432 -196C-400 -150 -320 -70 -250 -18H262C330 -66 400 -140 436 -186C330 -160 -320 -164 -432 -196Z';
  // a point on the bowl: `row` 0 (upper edge) .. 1 (foot), `along` -1 .. 1
  const at = (row, along) => {
    const half = 432 - 180 * row ** 0.9;
    const sag = (1 - along * along) * 24 * (1 - row * 0.7);
    return [along * half + 4, -190 + row * 172 + sag * (1 - row) + along * 4 * (1 - row)];
  };
  const scales = [];
  for (let row = 0; row < 5; row++) {
    const [from, to] = [0.16 + row * 0.165, 0.16 + (row + 1) * 0.165];
    for (let cell = 0; cell < 40; cell++) {
      const bend = (share) => Math.sin((share * 2 - 1) * 1.45) / Math.sin(1.45);
      const [left, right] = [bend(cell / 40), bend((cell + 1) / 40)];
      const middle = (left + right) / 2;
      const tone = mix(mix(shell, palette.amber, 0.25), shadow, Math.min(1, Math.max(0, 0.18 + (middle + 1) * 0.36 + row * 0.05 + ((cell + row) % 2) * 0.07)));
      const [a, b, c, e] = [at(from, left), at(from, right), at(to, right), at(to, left)];
      const low = at(to + 0.03, middle);
      scales.push(path(`M${round(a[0])} ${round(a[1])}L${round(b[0])} ${round(b[1])}L${round(c[0])} ${round(c[1])}Q${round(low[0])} ${round(low[1])} ${round(e[0])} ${round(e[1])}Z`, tone));
    }
  }
  return move(x, ground, [
    oval(0, 6, 440, 22, '#14162a', { opacity: 0.55 }),
    // the foot: a lit hall of glass
    path('M-262 -34H272L286 6H-280Z', darker(shadow, 0.4)), path('M-250 -26H260L270 2H-264Z', d.fade([[0, light], [1, palette.amber]])),
    stroke(times(33, (index) => `M${-250 + index * 16} -26L${-262 + index * 16.7} 2`).join(''), '#3a2a35', 2.6), line(-256, -12, 264, -12, '#3a2a35', 2),
    path(bowl, shadow), d.inside(path(bowl, '#000'), scales),
    // the band of windows under the rim
    path('M-430 -196C-320 -160 330 -156 436 -186L424 -170C330 -134 -320 -138 -416 -178Z', '#272541'),
    times(58, (index) => {
      const share = (index + 0.5) / 58;
      const along = Math.sin((share * 2 - 1) * 1.45) / Math.sin(1.45);
      const [wx, wy] = at(0.06, along * 0.97);
      return box(wx - 4 * Math.cos(along), wy - 3 - 5 * (1 - along * along), 8 * Math.cos(along * 1.1), 11, index % 7 === 3 ? palette.coral : light);
    }),
    // the roof
    path(dome, d.fade([[0, lighter(shell, 0.5)], [0.45, mix(shell, palette.violet, 0.25)], [1, shadow]], { from: [0, 0], to: [1, 0.35] })),
    d.inside(path(dome, '#000'), [
      stroke(times(25, (index) => { const along = (index - 12) / 12; return `M${round(10 + along * 120)} -340Q${round(along * 340)} -280 ${round(along * 410)} -170`; }).join(''), shadow, 1.8, { opacity: 0.45 }),
      stroke('M-330 -268Q10 -226 352 -258M-210 -306Q10 -278 250 -300', shadow, 1.8, { opacity: 0.45 }),
      path('M-400 -214C-330 -300 -150 -334 20 -334C-120 -320 -270 -280 -318 -196Z', palette.honey, { opacity: 0.4 }),
    ]),
    path('M-432 -198C-404 -222 -394 -216 -400 -214C-290 -180 300 -176 404 -206C410 -208 430 -200 438 -188C330 -158 -320 -162 -432 -198Z', lighter(shell, 0.35)),
    path('M60 -182C240 -184 380 -200 404 -206C414 -206 430 -200 438 -188C380 -172 240 -166 60 -164Z', shadow, { opacity: 0.75 }),
    // the lantern on top
    path('M-86 -326C-76 -348 104 -350 118 -328C80 -318 -50 -316 -86 -326Z', shadow), path('M-86 -328C-70 -352 98 -354 118 -330C80 -322 -50 -320 -86 -328Z', lighter(shell, 0.4)), path('M30 -346C80 -346 112 -340 118 -330C100 -325 70 -324 40 -323Z', shadow, { opacity: 0.5 }),
    times(9, (index) => disc(-66 + index * 20.5, -326 + Math.abs(index - 4) * -0.4, 3, light)),
    line(16, -350, 16, -404, '#2c2a44', 4), disc(16, -404, 5, palette.brick), disc(16, -404, 22, d.glow([[0, palette.coral, 0.8], [1, palette.coral, 0]])),
  ], { scale, flip });
}
