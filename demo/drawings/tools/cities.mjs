// Nine small cities, each 180 wide and about 220 high, standing on y 0 with its middle on x 0.

import { box, disc, line, path, round, shape, stroke, times } from './ink.mjs';
import { windows } from './buildings.mjs';
import { darker, lighter, mix, palette } from './palette.mjs';

const block = (x, wide, high, tone, { seed = 1, share = 0.4, roof } = {}) => [
  box(x, -high, wide, high, tone), box(x + wide * 0.68, -high, wide * 0.32, high, darker(tone, 0.28)), box(x, -high, wide, 3, lighter(tone, 0.4)),
  roof ? shape([[x - 3, -high], [x + wide / 2, -high - wide * 0.55], [x + wide + 3, -high]], darker(tone, 0.3)) : [],
  windows(x + 6, -high + 9, { columns: Math.max(1, Math.floor((wide - 6) / 13)), rows: Math.max(1, Math.floor((high - 12) / 17)), width: 6, height: 8, stepX: 13, stepY: 17, glass: darker(tone, 0.42), share, seed, lit: [palette.honey, palette.cream] }),
];

export const cities = [
  (tone) => [ // headframe
    block(-90, 40, 84, tone, { seed: 2 }), block(46, 44, 66, tone, { seed: 3 }), stroke('M-34 0L-14 -170M34 0L14 -170M-12 0V-170M12 0V-170M-26 -60H26M-20 -112H20M-12 -60L12 -112M12 -60L-12 -112M-12 0L12 -60M12 0L-12 -60', tone, 6), stroke('M-34 0L-14 -170', lighter(tone, 0.4), 2.5),
    disc(-15, -178, 17, 'none', { stroke: tone, strokeWidth: 6 }), disc(15, -178, 17, 'none', { stroke: darker(tone, 0.25), strokeWidth: 6 }), box(-34, -164, 68, 7, tone), box(-50, -44, 100, 44, darker(tone, 0.2)), times(5, (index) => box(-42 + index * 18, -34, 10, 20, palette.honey)),
  ],
  (tone) => [ // saucer
    block(50, 34, 168, tone, { seed: 6 }), block(-90, 30, 120, tone, { seed: 7 }), path('M-72 -58C-60 -88 60 -88 72 -58C60 -40 44 -14 38 0H-38C-44 -14 -60 -40 -72 -58Z', darker(tone, 0.2)), path('M-72 -58C-58 -92 58 -92 72 -58C40 -48 -40 -48 -72 -58Z', lighter(tone, 0.35)), path('M10 -84C50 -82 66 -70 72 -58C50 -52 30 -50 0 -50C30 -58 30 -74 10 -84Z', tone), stroke('M-64 -52C-30 -42 30 -42 64 -52', palette.honey, 4, { strokeDasharray: '4 5' }), box(-34, -8, 68, 8, palette.honey),
  ],
  (tone) => [ // two spires
    block(-92, 46, 70, tone, { seed: 9, roof: true }), block(48, 42, 78, tone, { seed: 10, roof: true }), [-26, 8].map((x) => [box(x, -130, 20, 130, x < 0 ? lighter(tone, 0.12) : darker(tone, 0.15)), shape([[x - 3, -130], [x + 10, -212], [x + 23, -130]], darker(tone, 0.32)), shape([[x - 3, -130], [x + 10, -212], [x + 10, -130]], tone)]), box(-8, -96, 18, 96, tone), disc(1, -74, 8, palette.honey), path('M-7 0V-26a8 10 0 0 1 16 0V0Z', darker(tone, 0.5)), [-16, 18].map((x) => path(`M${x - 4} -84v-20a4 5 0 0 1 8 0v20z`, palette.honey)),
  ],
  (tone) => [ // harbour cranes and a light tower
    [-70, -18].map((x) => [stroke(`M${x} 0L${x + 8} -96L${x + 16} 0M${x + 3} -40h10`, tone, 6), stroke(`M${x + 8} -96L${x + 52} -150M${x + 8} -96L${x - 12} -104M${x + 52} -150V-96`, darker(tone, 0.15), 4.5), box(x - 2, -108, 20, 16, lighter(tone, 0.3)), box(x + 44, -98, 16, 12, palette.honey)]), path('M48 0L56 -150H78L86 0Z', lighter(tone, 0.5)), path('M70 0L68 -150H78L86 0Z', tone), [30, 80].map((y) => path(`M${round(57 - (140 - y) * 0.02 - 2)} ${-y - 20}H${round(80 + (140 - y) * 0.02 - 2)}v-18H${round(57)}Z`, palette.brick)), box(54, -166, 26, 16, palette.honey), shape([[52, -166], [67, -184], [82, -166]], darker(tone, 0.3)),
  ],
  (tone) => [ // basilica dome and arcades
    box(-86, -62, 172, 62, tone), times(8, (index) => path(`M${-80 + index * 21} 0v-34a7 8 0 0 1 14 0V0z`, index % 3 ? darker(tone, 0.45) : palette.honey)), box(-40, -106, 80, 46, lighter(tone, 0.15)), path('M-42 -104C-42 -170 42 -170 42 -104Z', lighter(tone, 0.4)), path('M8 -152C40 -144 42 -120 42 -104H18C22 -124 20 -140 8 -152Z', darker(tone, 0.1)), stroke('M-20 -106Q-18 -140 0 -152Q18 -140 20 -106', darker(tone, 0.2), 2.4), box(-8, -176, 16, 22, tone), shape([[-10, -176], [0, -200], [10, -176]], darker(tone, 0.25)), [-78, 66].map((x) => [box(x, -120, 14, 60, lighter(tone, 0.1)), shape([[x - 3, -120], [x + 7, -146], [x + 17, -120]], darker(tone, 0.3))]), box(-86, -66, 172, 6, lighter(tone, 0.45)),
  ],
  (tone) => [ // towers of glass
    block(-88, 36, 116, tone, { seed: 14 }), block(-46, 34, 186, lighter(tone, 0.12), { seed: 15, share: 0.5 }), path('M-4 0V-206L34 -176V0Z', tone), path('M18 -190L34 -176V0H18Z', darker(tone, 0.25)), windows(2, -172, { columns: 2, rows: 11, width: 8, height: 7, stepX: 14, stepY: 15, glass: darker(tone, 0.4), seed: 16, share: 0.5, lit: [palette.honey, palette.cream] }), block(42, 44, 92, darker(tone, 0.12), { seed: 17 }), line(-29, -186, -29, -216, tone, 3),
  ],
  (tone) => [ // gabled houses
    [[-90, 34, 84], [-54, 36, 100], [-16, 34, 90], [20, 36, 106], [58, 32, 86]].map(([x, wide, high], index) => { const colour = mix(tone, [palette.cream, palette.brick, palette.honey, palette.coral, palette.rose][index], 0.4); const step = wide / 6; return [path(`M${x} 0V${-high}h${step}v-14h${step}v-14h${step}h${step}v14h${step}v14h${step}V0z`.replace('h' + step + 'h' + step, `h${step * 2}`), colour), box(x + wide * 0.66, -high, wide * 0.34, high, darker(colour, 0.25), { opacity: 0.6 }), windows(x + 6, -high + 8, { columns: 2, rows: 4, width: 7, height: 11, stepX: 14, stepY: 21, glass: darker(colour, 0.5), seed: index + 20, share: 0.5, lit: [palette.honey, palette.cream] })]; }),
  ],
  (tone) => [ // suspension bridge over water
    block(-92, 22, 66, tone, { seed: 23 }), block(72, 22, 78, tone, { seed: 24 }), [-44, 36].map((x) => [box(x, -160, 9, 160, lighter(tone, 0.25)), box(x + 6, -160, 4, 160, darker(tone, 0.2)), box(x - 4, -160, 18, 8, tone)]), stroke('M-92 -60Q-60 -80 -40 -156Q0 -20 40 -156Q60 -80 92 -60', tone, 4), stroke(times(13, (index) => { const x = -36 + index * 6; const high = 42 + ((x / 40) ** 2) * 108; return `M${x} -40V${round(-Math.max(42, high) - 6)}`; }).join(''), tone, 1.8), box(-92, -46, 184, 11, darker(tone, 0.25)), box(-92, -46, 184, 3, lighter(tone, 0.45)), times(6, (index) => disc(-78 + index * 31, -52, 3, palette.honey)),
  ],
  (tone) => [ // big wheel and hill with a castle
    path('M-94 0C-80 -50 -30 -70 6 -60C16 -40 20 -20 24 0Z', darker(tone, 0.2)), box(-60, -112, 60, 56, tone), times(5, (index) => box(-62 + index * 14, -122, 8, 12, tone)), box(-76, -134, 20, 80, lighter(tone, 0.2)), shape([[-80, -134], [-66, -166], [-52, -134]], darker(tone, 0.35)), times(3, (index) => path(`M${-46 + index * 16} -78v-12a4 5 0 0 1 8 0v12z`, palette.honey)), disc(54, -78, 42, 'none', { stroke: lighter(tone, 0.3), strokeWidth: 4.5 }), stroke(times(6, (index) => { const a = index * 0.5236; return `M${round(54 - Math.cos(a) * 42)} ${round(-78 - Math.sin(a) * 42)}L${round(54 + Math.cos(a) * 42)} ${round(-78 + Math.sin(a) * 42)}`; }).join(''), tone, 1.8), stroke('M54 -78L34 0M54 -78L74 0', darker(tone, 0.2), 5), times(12, (index) => disc(54 + Math.cos(index * 0.5236) * 42, -78 + Math.sin(index * 0.5236) * 42, 5.4, [palette.honey, palette.brick, palette.cream][index % 3])),
  ],
];
