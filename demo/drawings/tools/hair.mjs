// Hair for the busts of people.mjs: what lies behind the head and what lies over it.
// The head spans x -46..46 and y -62..60.

import { box, chance, disc, oval, path, round, stroke, times } from './ink.mjs';
import { lighter } from './palette.mjs';

const cap = 'M-49 0C-56 -56 -34 -80 0 -80C36 -80 56 -56 49 0C47 -20 42 -30 36 -38';
const strands = (hair, d) => stroke(d, lighter(hair, 0.28), 2.6, { opacity: 0.55 });

const curls = (hair, seed, list) => {
  const luck = chance(seed);
  return [
    list.map(([x, y, r]) => disc(x, y, r, hair)),
    strands(hair, list.filter(() => luck.yes(0.6)).map(([x, y, r]) => `M${round(x - r * 0.5)} ${round(y)}a${round(r * 0.5)} ${round(r * 0.5)} 0 0 1 ${round(r * 0.9)} ${round(-r * 0.2)}`).join('')),
  ];
};
const ring = (count, rx, ry, r, from = 0, to = Math.PI * 2, cy = -20) =>
  times(count, (index) => [Math.cos(from + ((to - from) * index) / count) * rx, cy + Math.sin(from + ((to - from) * index) / count) * ry, r + (index % 3) * 2]);
const braid = (hair, side) => [
  times(7, (index) => oval(side * (50 + Math.sin(index) * 3), 34 + index * 17, 13 - index * 0.6, 11.5, index % 2 ? hair : lighter(hair, 0.12))),
  disc(side * 51, 152, 7, '#e9a23b'),
];

/** style -> [behind the head, over the head] */
export const hairStyles = {
  short: (hair) => [[], [
    path(`${cap}C14 -24 -16 -28 -34 -44C-42 -32 -46 -18 -49 0Z`, hair), strands(hair, 'M-28 -56C-10 -44 14 -42 34 -50M-18 -68C0 -58 20 -56 36 -62'),
  ]],
  quiff: (hair) => [[], [
    path('M-48 -4C-52 -30 -50 -48 -42 -56C-48 -82 -10 -100 16 -90C44 -92 58 -62 47 -4C45 -22 43 -32 38 -40C16 -46 -10 -36 -36 -44C-44 -32 -46 -18 -48 -4Z', hair),
    strands(hair, 'M-30 -58C-16 -80 6 -86 26 -80M-18 -54C0 -72 20 -74 36 -66'),
  ]],
  side: (hair) => [[], [
    path('M-49 4C-58 -50 -36 -84 2 -82C42 -82 58 -50 49 4C47 -14 44 -24 38 -32C20 -34 0 -44 -8 -58C-16 -42 -34 -30 -42 -24C-46 -14 -48 -6 -49 4Z', hair),
    strands(hair, 'M-4 -66C10 -52 28 -46 40 -44M-14 -62C-22 -50 -34 -42 -42 -38'),
  ]],
  buzz: (hair) => [[], [path(`${cap}C14 -46 -16 -46 -36 -38C-44 -28 -47 -14 -49 0Z`, hair, { opacity: 0.82 })]],
  bald: () => [[], []],
  bob: (hair) => [[path('M-60 46C-76 -58 -42 -88 0 -88C42 -88 76 -58 60 46C40 56 -40 56 -60 46Z', hair)], [
    path('M-54 30C-62 -56 -36 -84 0 -84C38 -84 62 -56 54 30C48 20 46 -4 40 -26C14 -18 -22 -22 -38 -32C-44 -8 -46 16 -54 30Z', hair), strands(hair, 'M-30 -60C-36 -44 -42 -20 -50 8M2 -72C22 -66 38 -50 46 -20M-12 -66C-8 -50 -6 -40 -4 -30'),
  ]],
  long: (hair) => [[path('M-62 128C-78 -30 -60 -88 0 -88C60 -88 78 -30 62 128C40 140 -40 140 -62 128Z', hair)], [
    path('M-56 70C-64 -50 -40 -84 -2 -84C40 -84 64 -50 56 70C48 40 48 -2 40 -26C24 -36 6 -50 -2 -64C-12 -44 -32 -30 -42 -18C-48 10 -46 46 -56 70Z', hair), strands(hair, 'M2 -74C30 -62 46 -36 50 14M-12 -72C-36 -58 -50 -30 -52 20'),
  ]],
  wavy: (hair) => [[path('M-58 -30C-82 -6 -60 24 -72 50C-84 84 -56 110 -40 104L40 104C60 110 84 84 70 50C60 24 82 -6 58 -30C52 -84 -52 -84 -58 -30Z', hair)], [
    path('M-50 24C-66 -2 -56 -30 -50 -44C-42 -84 34 -94 50 -44C60 -26 64 0 50 26C52 0 44 -12 42 -26C28 -30 18 -40 16 -54C0 -36 -28 -34 -42 -22C-46 -6 -50 8 -50 24Z', hair), strands(hair, 'M14 -66C-6 -54 -28 -52 -42 -40M22 -66C36 -58 46 -44 48 -26'),
  ]],
  fringe: (hair) => [[path('M-58 96C-72 -40 -56 -88 0 -88C56 -88 72 -40 58 96C40 104 -40 104 -58 96Z', hair)], [
    path('M-54 60C-62 -50 -38 -84 0 -84C38 -84 62 -50 54 60C50 30 48 4 44 -14C30 -20 -30 -20 -44 -14C-48 4 -50 30 -54 60Z', hair), strands(hair, 'M-26 -66L-30 -22M-8 -70L-10 -22M12 -70L12 -22M28 -64L32 -22'),
  ]],
  bun: (hair) => [[disc(4, -94, 27, hair), strands(hair, 'M-12 -98A20 20 0 0 1 16 -110M-8 -88A16 16 0 0 1 18 -100')], [
    path(`${cap}C22 -40 8 -52 0 -62C-10 -48 -26 -40 -38 -34C-46 -22 -47 -12 -49 0Z`, hair), strands(hair, 'M-2 -72C-18 -66 -34 -52 -42 -34M8 -72C24 -66 38 -52 42 -36'),
  ]],
  ponytail: (hair) => [[path('M28 -72C84 -84 88 -18 74 46C70 66 58 78 52 88C54 50 60 -10 40 -36Z', hair)], [
    path(`${cap}C20 -34 2 -44 -10 -58C-18 -44 -30 -36 -40 -30C-46 -22 -47 -12 -49 0Z`, hair), strands(hair, 'M-6 -70C14 -62 32 -56 42 -44M-14 -66C-26 -58 -38 -48 -44 -32'),
  ]],
  curly: (hair) => [curls(hair, 3, [...ring(13, 52, 52, 17, -3.5, 0.4), [-50, 16, 15], [50, 16, 15]]), curls(hair, 5, [[-38, -46, 17], [-20, -60, 19], [4, -64, 20], [26, -58, 18], [41, -42, 15], [-10, -50, 14], [14, -50, 13], [-46, -26, 12], [47, -22, 11]])],
  afro: (hair) => [[...curls(hair, 8, [...ring(20, 62, 60, 20, -3.9, 0.75, -26), [0, -40, 66]])], curls(hair, 9, [[-34, -50, 15], [-16, -58, 17], [6, -60, 17], [26, -54, 16], [40, -42, 12], [-44, -34, 11]])],
  locks: (hair) => [[times(9, (index) => box(-58 + index * 13, -56, 12, 132 - Math.abs(4 - index) * 6, hair, { rx: 6 }))], [
    path(`${cap}C20 -44 -16 -46 -38 -36C-46 -26 -47 -12 -49 0Z`, hair), times(4, (index) => box([-57, -47, 38, 47][index], -40, 11, 96 - (index % 2) * 18, index % 2 ? hair : lighter(hair, 0.1), { rx: 5.5 })),
  ]],
  braids: (hair) => [[braid(hair, -1), braid(hair, 1)], [
    path(`${cap}C24 -36 10 -48 0 -61C-10 -48 -24 -36 -38 -30C-46 -20 -47 -10 -49 0Z`, hair), strands(hair, 'M-6 -70C-22 -60 -36 -48 -42 -28M8 -70C24 -60 38 -48 43 -28'),
  ]],
  scarf: (cloth) => [[path('M-66 60C-74 -50 -50 -92 0 -92C50 -92 74 -50 66 60C78 96 84 120 92 150L-92 150C-84 120 -78 96 -66 60Z', cloth)], [
    path('M-62 60C-70 -50 -46 -88 0 -88C46 -88 70 -50 62 60C58 100 20 112 0 112C-22 112 -58 100 -62 60ZM0 -54C-32 -54 -43 -32 -42 -4C-42 26 -30 48 -18 56C-8 62 8 62 18 56C30 48 42 26 42 -4C43 -32 32 -54 0 -54Z', cloth, { fillRule: 'evenodd' }),
    stroke('M-50 -30C-56 10 -54 50 -30 84M48 20C48 54 34 76 10 92M-40 -56C-20 -74 20 -76 44 -50', lighter(cloth, 0.3), 3, { opacity: 0.6 }),
  ]],
};
