// Things for a table: loaf, ears of grain, marigolds, sprigs, jars, bowls.

import { box, chance, disc, group, line, move, oval, path, round, stroke, times } from './ink.mjs';
import { darker, lighter, mix, palette } from './palette.mjs';

/** An ear of grain; the foot of the stalk is at x, y; about 420 long at scale 1, standing upright before `turn`. */
export function ear(x, y, { scale = 1, turn = 0, flip = false, tone = palette.honey, dark = palette.crust } = {}) {
  return move(x, y, [
    stroke('M0 0C6 -120 -6 -220 4 -270', dark, 6), path('M0 -110C40 -150 60 -200 96 -216C80 -170 50 -130 0 -96Z', mix(dark, palette.sage, 0.5)),
    stroke(times(9, (index) => { const y2 = -276 - index * 17; const fan = 26 + index * 3; return `M-8 ${y2}Q${-fan} ${y2 - 50} ${-fan - 6} ${y2 - 120}M12 ${y2}Q${fan} ${y2 - 50} ${fan + 8} ${y2 - 120}`; }).join('') + 'M4 -430V-540', lighter(tone, 0.35), 1.8, { opacity: 0.75 }),
    times(9, (index) => { const y2 = -262 - index * 17; return [oval(14, y2 - 6, 9.5, 18, mix(tone, dark, 0.45), { transform: `rotate(26 14 ${y2 - 6})` }), oval(-8, y2, 9.5, 18, index % 2 ? tone : mix(tone, dark, 0.18), { transform: `rotate(-26 -8 ${y2})` }), oval(3, y2 - 10, 8, 16, mix(tone, '#fff3d0', 0.3)), oval(-11, y2 - 3, 2.6, 9, lighter(tone, 0.6), { transform: `rotate(-26 -11 ${y2 - 3})`, opacity: 0.8 })]; }),
    oval(3, -426, 8, 18, tone),
  ], { scale, turn, flip });
}

/** A round loaf, 560 wide at scale 1, seen from a little above; its base is at x, y. A cross is cut into the crust. */
export function loaf(d, x, y, { scale = 1, seed = 3 } = {}) {
  const luck = chance(seed);
  const crust = 'M-284 -96C-284 -236 -150 -304 0 -304C150 -304 284 -236 284 -96C284 -34 236 0 0 0C-236 0 -284 -34 -284 -96Z';
  const across = 'M-222 -178C-150 -224 -60 -214 0 -196C70 -214 152 -222 226 -184C160 -150 70 -140 4 -156C-60 -138 -150 -136 -222 -178Z';
  const along = 'M-22 -292C24 -262 44 -226 38 -186C50 -140 40 -90 -4 -46C-50 -88 -58 -140 -38 -184C-50 -226 -46 -262 -22 -292Z';
  const ear2 = (dd) => path(dd, d.fade([[0, '#fff1cf'], [0.5, '#f0cf95'], [1, '#d9a560']]));
  return move(x, y, [
    oval(20, -4, 330, 40, palette.night, { opacity: 0.35 }),
    path(crust, d.glow([[0, '#f0b868'], [0.35, '#d48d45'], [0.72, '#a65f2b'], [1, '#6b3719']], { cx: 0.34, cy: 0.22, r: 0.82 })),
    d.inside(path(crust, '#000'), [
      // rings of the proving basket, left by flour
      times(7, (index) => oval(-10, -150 + index * 5, 90 + index * 42, 62 + index * 27, 'none', { stroke: '#fbe9c4', strokeWidth: 9 - index * 0.7, opacity: 0.32 - index * 0.02, strokeDasharray: `${20 + index * 7} ${4 + index}` })),
      times(150, () => disc(luck.between(-260, 250), luck.between(-290, -30), luck.between(0.8, 2.6), '#fff4da', { opacity: round(luck.between(0.25, 0.7)) })),
      path('M284 -96C284 -34 236 0 0 0C-160 0 -240 -14 -270 -50C-160 -10 130 -10 214 -120C250 -170 240 -230 210 -262C260 -226 284 -170 284 -96Z', '#4a2413', { opacity: 0.4 }),
      path('M-262 -140C-240 -220 -160 -276 -60 -290C-150 -256 -214 -204 -236 -130Z', '#ffe3ac', { opacity: 0.45 }),
      stroke(times(22, () => { const [px, py] = [luck.between(-250, 240), luck.between(-100, -20)]; return `M${round(px)} ${round(py)}q${round(luck.between(6, 20))} ${round(luck.between(-8, 6))} ${round(luck.between(22, 44))} ${round(luck.between(-6, 8))}`; }).join(''), '#5b2d15', 2, { opacity: 0.45 }),
    ]),
    // the cross: dark lip, light crumb, raised edge
    [across, along].map((outline) => path(outline, '#6b3719', { transform: 'translate(2 9)' })), ear2(across), ear2(along),
    d.inside([path(across, '#000'), path(along, '#000')], [times(70, () => oval(luck.between(-210, 210), luck.between(-280, -60), luck.between(2, 7), luck.between(1.4, 4), '#d8a766', { opacity: 0.6 })), stroke('M-214 -174C-150 -206 -60 -200 4 -178C70 -200 150 -206 220 -180M-14 -284C10 -250 10 -220 2 -178C6 -140 4 -100 -4 -54', '#fffaf0', 5, { opacity: 0.6 })]),
    stroke('M-222 -178C-150 -224 -92 -216 -44 -204M44 -206C110 -220 160 -218 226 -184', '#8a4a22', 8), stroke('M-222 -180C-150 -226 -92 -218 -44 -206M44 -208C110 -222 160 -220 226 -186', '#f2c07a', 3),
    stroke('M-22 -292C-46 -262 -50 -232 -42 -206M-40 -158C-56 -130 -48 -88 -4 -46M-22 -292C24 -262 42 -232 40 -208M40 -152C48 -120 36 -84 -4 -46', '#8a4a22', 8), stroke('M-24 -292C-48 -262 -52 -232 -44 -206M-42 -158C-58 -130 -50 -88 -6 -46', '#f2c07a', 3),
  ], { scale });
}

export function marigold(x, y, r, { tone = palette.amber, turn = 0, squash = 1 } = {}) {
  return group([
    times(16, (index) => { const a = index * 0.3927 + turn; return oval(x + Math.cos(a) * r * 0.72, y + Math.sin(a) * r * 0.72 * squash, r * 0.3, r * 0.15, mix(tone, palette.coral, 0.35), { transform: `rotate(${round(a * 57.3)} ${round(x + Math.cos(a) * r * 0.72)} ${round(y + Math.sin(a) * r * 0.72 * squash)})` }); }),
    times(13, (index) => { const a = index * 0.4833 + turn + 0.2; return oval(x + Math.cos(a) * r * 0.5, y + Math.sin(a) * r * 0.5 * squash, r * 0.3, r * 0.15, tone, { transform: `rotate(${round(a * 57.3)} ${round(x + Math.cos(a) * r * 0.5)} ${round(y + Math.sin(a) * r * 0.5 * squash)})` }); }),
    times(9, (index) => { const a = index * 0.698 + turn; return oval(x + Math.cos(a) * r * 0.3, y + Math.sin(a) * r * 0.3 * squash, r * 0.2, r * 0.11, lighter(tone, 0.35), { transform: `rotate(${round(a * 57.3)} ${round(x + Math.cos(a) * r * 0.3)} ${round(y + Math.sin(a) * r * 0.3 * squash)})` }); }),
    disc(x, y, r * 0.18, palette.toast), disc(x - r * 0.05, y - r * 0.05, r * 0.09, palette.crust),
  ]);
}

/** A sprig with pairs of leaves; the foot is at x, y. */
export const sprig = (x, y, { long = 200, turn = 0, pairs = 9, leaf = 34, tones = [palette.moss, palette.sage], stem = palette.pine, wide = 0.42, flip = false } = {}) => move(x, y, [
  stroke(`M0 0C${long * 0.06} ${-long * 0.4} ${-long * 0.05} ${-long * 0.7} 0 ${-long}`, stem, 4),
  times(pairs, (index) => {
    const at = -long * (0.16 + (index / pairs) * 0.84);
    const size = leaf * (1.1 - index / pairs * 0.55);
    return [-1, 1].map((side) => group([path(`M0 0C${size * 0.3} ${-size * wide} ${size * 0.8} ${-size * wide} ${size} 0C${size * 0.8} ${size * wide} ${size * 0.3} ${size * wide} 0 0Z`, tones[0]), path(`M0 0C${size * 0.3} ${-size * wide} ${size * 0.8} ${-size * wide} ${size} 0Z`, tones[1])], { transform: `translate(0 ${round(at)}) rotate(${side < 0 ? 205 : -25})` }));
  }),
  path(`M0 ${round(-long)}q-8 -14 0 ${-leaf}q8 ${leaf - 14} 0 ${leaf}Z`, tones[1]),
], { turn, flip });

/** A glass jar with cloth over its lid; stands on y. */
export function jar(d, x, y, { wide = 130, high = 150, fill = palette.amber, cloth = palette.cream, dots = palette.brick, level = 0.86, mark = 'flower' } = {}) {
  const half = wide / 2;
  const body = `M${-half} ${-high + 22}C${-half} ${-high} ${-half * 0.8} ${-high} ${-half * 0.74} ${-high - 8}H${half * 0.74}C${half * 0.8} ${-high} ${half} ${-high} ${half} ${-high + 22}V-16Q${half} 0 ${half - 16} 0H${-half + 16}Q${-half} 0 ${-half} -16Z`;
  return move(x, y, [
    oval(10, 0, half * 1.15, 11, palette.night, { opacity: 0.32 }), path(body, '#dfeae4', { opacity: 0.75 }),
    d.inside(path(body, '#000'), [box(-half, -high * level, wide, high, d.fade([[0, lighter(fill, 0.35)], [0.5, fill], [1, darker(fill, 0.3)]], { from: [0, 0], to: [1, 0.3] })), oval(0, -high * level, half, 8, lighter(fill, 0.55)), box(half * 0.45, -high - 10, half * 0.6, high + 10, palette.night, { opacity: 0.14 }), box(-half * 0.78, -high * 0.95, half * 0.2, high * 0.84, '#fff', { rx: half * 0.1, opacity: 0.5 })]),
    box(-half * 0.55, -high * 0.62, wide * 0.55, high * 0.4, '#fff6e4', { rx: 8 }),
    mark === 'flower' ? marigold(0, -high * 0.42, wide * 0.15) : mark === 'leaf' ? [leafMark(0, -high * 0.42, wide * 0.17)] : [times(5, (index) => oval((index % 2 ? 1 : -1) * wide * 0.045, -high * (0.32 + index * 0.045), wide * 0.045, wide * 0.08, palette.crust, { transform: `rotate(${index % 2 ? 24 : -24} 0 ${round(-high * (0.32 + index * 0.045))})` }))],
    path(`M${-half * 1.1} ${-high + 18}C${-half * 0.9} ${-high - 30} ${-half * 0.7} ${-high - 44} 0 ${-high - 44}S${half * 0.9} ${-high - 30} ${half * 1.1} ${-high + 18}Q${half * 0.8} ${-high + 2} ${half * 0.6} ${-high + 16}T${half * 0.1} ${-high + 14}T${-half * 0.4} ${-high + 16}T${-half * 1.1} ${-high + 18}Z`, cloth),
    path(`M${half * 0.2} ${-high - 43}C${half * 0.8} ${-high - 36} ${half * 0.9} ${-high - 20} ${half * 1.1} ${-high + 18}Q${half * 0.8} ${-high + 2} ${half * 0.6} ${-high + 16}Z`, darker(cloth, 0.3), { opacity: 0.4 }),
    times(9, (index) => disc((index - 4) * half * 0.2, -high - 26 + (index % 3) * 10 + Math.abs(index - 4) * 3, 4, dots)), stroke(`M${round(-half * 0.82)} ${-high - 6}Q0 ${-high + 6} ${round(half * 0.82)} ${-high - 6}`, dots, 5),
    stroke(`M0 ${-high + 1}q-22 8 -18 26M0 ${-high + 1}q22 8 16 28`, dots, 4),
  ]);
}
const leafMark = (x, y, r) => [path(`M${x} ${y + r}C${x - r} ${y} ${x - r * 0.6} ${y - r * 0.8} ${x} ${y - r}C${x + r * 0.6} ${y - r * 0.8} ${x + r} ${y} ${x} ${y + r}Z`, palette.moss), line(x, y + r * 1.2, x, y - r * 0.6, palette.pine, 3)];

/** A bowl with a white heap; stands on y. */
export const bowl = (d, x, y, { wide = 210, tone = palette.teal, heap = '#fdf8ee' } = {}) => move(x, y, [
  oval(14, -2, wide * 0.5, 14, palette.night, { opacity: 0.35 }),
  path(`M${-wide * 0.44} -78C${-wide * 0.3} -140 ${-wide * 0.1} -150 ${wide * 0.02} -148C${wide * 0.16} -146 ${wide * 0.34} -124 ${wide * 0.44} -78Z`, heap), path(`M${wide * 0.06} -148C${wide * 0.2} -144 ${wide * 0.34} -124 ${wide * 0.44} -78H${wide * 0.16}C${wide * 0.22} -110 ${wide * 0.16} -134 ${wide * 0.06} -148Z`, palette.lilac, { opacity: 0.6 }),
  times(26, (index) => box(-wide * 0.34 + ((index * 47) % 100) / 100 * wide * 0.66, -84 - ((index * 31) % 50), 4, 4, index % 2 ? '#fff' : '#d9d5e6', { transform: `rotate(${(index * 37) % 90} 0 -90)`, opacity: 0.8 })),
  path(`M${-wide / 2} -84H${wide / 2}C${wide / 2} -30 ${wide * 0.26} 0 0 0S${-wide / 2} -30 ${-wide / 2} -84Z`, d.fade([[0, lighter(tone, 0.3)], [0.4, tone], [1, darker(tone, 0.5)]], { from: [0, 0], to: [1, 0.2] })), oval(0, -84, wide / 2, 10, 'none', { stroke: lighter(tone, 0.45), strokeWidth: 5 }),
  stroke(times(9, (index) => `M${round(-wide * 0.4 + index * wide * 0.1)} -52l${round(wide * 0.05)} -14l${round(wide * 0.05)} 14`).join(''), palette.cream, 4, { opacity: 0.85 }),
]);

/** Steam: soft ribbons rising from x, y. */
export const steam = (d, x, y, { high = 300, colour = '#fff8ea' } = {}) => d.blurred(5, [-90, 0, 96].map((shift, index) => path(
  `M${x + shift} ${y}C${x + shift - 50} ${y - high * 0.3} ${x + shift + 60} ${y - high * 0.45} ${x + shift + 6} ${y - high * (0.9 - (index % 2) * 0.16)}C${x + shift + 84} ${y - high * 0.45} ${x + shift - 14} ${y - high * 0.3} ${x + shift + 26} ${y}Z`, colour, { opacity: 0.42 })));

