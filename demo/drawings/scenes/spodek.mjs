// The saucer arena of Katowice in the blue hour, the skyline behind it, lights on the wet square.

import { Drawing, box, chance, disc, line, oval, shape, stroke, times } from '../tools/ink.mjs';
import { farTown, windows } from '../tools/buildings.mjs';
import { clouds, glints, haze, sky, sun, tree } from '../tools/nature.mjs';
import { spodek } from '../tools/saucer.mjs';
import { walker } from '../tools/people.mjs';
import { darker, lighter, mix, palette, skins } from '../tools/palette.mjs';

const tower = (d, x, ground, width, height, colour, { columns, rows, seed, share = 0.3, side = 0.28, lit } = {}) => [
  box(x, ground - height, width, height, d.fade([[0, lighter(colour, 0.12)], [1, colour]])),
  box(x + width * (1 - side), ground - height, width * side, height, darker(colour, 0.35)),
  windows(x + 8, ground - height + 12, { columns, rows, width: (width * (1 - side) - 12) / columns - 4, height: (height - 30) / rows - 7, stepX: (width * (1 - side) - 10) / columns, stepY: (height - 24) / rows, glass: darker(colour, 0.3), share, seed, lit }),
  windows(x + width * (1 - side) + 5, ground - height + 12, { columns: 2, rows, width: width * side / 2 - 7, height: (height - 30) / rows - 7, stepX: width * side / 2 - 2, stepY: (height - 24) / rows, glass: darker(colour, 0.55), share: share * 0.6, seed: seed + 1, lit }),
  line(x, ground - height, x + width * (1 - side), ground - height, palette.honey, 3, { opacity: 0.7 }),
];

export default function draw() {
  const d = new Drawing();
  const ground = 720;
  d.add(
    sky(d, [[0, '#1d2a49'], [0.25, '#4d4a7c'], [0.45, '#a5718a'], [0.6, palette.coral], [0.72, palette.amber]]),
    times(16, (index) => disc((index * 397) % 1600, 20 + (index * 83) % 190, 1 + (index % 3) * 0.5, palette.cream, { opacity: 0.8 })),
    sun(d, 440, 440, 84, palette.honey, { halo: 5, strength: 0.8, haloColour: palette.amber }),
    clouds(14, { count: 6, y: [120, 380], x: [-60, 1400], colour: palette.rose, opacity: 0.4 }),
    clouds(2, { count: 5, y: [360, 560], x: [-60, 1400], colour: palette.honey, opacity: 0.5 }),
    farTown(17, 710, mix(palette.violet, palette.coral, 0.3), { height: [40, 120], width: [50, 100], chimneys: 4, share: 0.08 }),
    haze(d, 520, 230, palette.amber, 0.55),
  );
  // star-shaped flats, the long slab, the stepped tower, the glass twins
  const flats = mix(palette.violet, palette.coal, 0.35);
  d.add(
    [40, 150, 268].map((x, index) => tower(d, x, ground, 84, 250 + (index % 2) * 34, mix(flats, palette.coral, 0.22), { columns: 4, rows: 17, seed: 12 + index, share: 0.26 })),
    box(372, 520, 230, 200, mix(flats, palette.brick, 0.2)), windows(380, 530, { columns: 17, rows: 11, width: 8, height: 9, stepX: 13, stepY: 16.6, glass: darker(flats, 0.3), seed: 30, share: 0.34 }), line(372, 520, 602, 520, palette.honey, 3, { opacity: 0.6 }),
    tower(d, 1120, ground, 118, 330, mix(palette.lilac, palette.violet, 0.45), { columns: 6, rows: 21, seed: 21, share: 0.24 }), tower(d, 1090, ground, 60, 252, mix(palette.lilac, palette.violet, 0.6), { columns: 3, rows: 16, seed: 22, share: 0.24 }), box(1160, 366, 38, 26, palette.violet), line(1180, 366, 1180, 312, palette.coal, 4), disc(1180, 312, 4, palette.brick),
    tower(d, 1290, ground, 108, 470, '#2f5368', { columns: 5, rows: 30, seed: 41, share: 0.42, lit: [palette.honey, palette.cream, palette.mist] }),
    tower(d, 1424, ground, 112, 560, '#264860', { columns: 5, rows: 36, seed: 42, share: 0.4, lit: [palette.honey, palette.cream, palette.mist] }),
    haze(d, 600, 150, palette.coral, 0.5),
  );
  // trees of the boulevard
  d.add(times(30, (index) => tree(index * 55 - 8, 728 + (index % 2) * 5, 62 + (index * 29) % 34, { seed: index + 40, tones: [mix(palette.coal, palette.pine, 0.4), mix(palette.pine, palette.coal, 0.25), mix(palette.moss, palette.amber, 0.35)], light: 'left' })));
  d.add(
    box(0, 724, 1600, 276, d.fade([[0, '#7d5b63'], [0.25, '#4b4763'], [1, '#191f35']])),
    shape([[0, 740], [1600, 740], [1600, 752], [0, 752]], palette.coal, { opacity: 0.4 }),
  );
  d.add(spodek(d, 760, 724, { scale: 1 }));
  // reflections
  const luck = chance(6);
  d.add(
    times(34, (index) => { const x = 400 + index * 22; return box(x, 756, 9, luck.between(20, 130), d.fade([[0, palette.honey, 0.5], [1, palette.honey, 0]])); }),
    glints(7, { x: [330, 1150], y: [760, 900], count: 80, colour: palette.honey, opacity: 0.4 }), glints(8, { x: [0, 1560], y: [790, 990], count: 70, colour: palette.lilac, opacity: 0.28 }), glints(9, { x: [220, 400], y: [760, 880], count: 26, colour: palette.honey, opacity: 0.6 }),
  );
  // lamps and people
  const lamp = (x, foot, high) => [line(x, foot, x, foot - high, '#17182a', high * 0.02), stroke(`M${x} ${foot - high}q0 -16 ${high * 0.13} -16`, '#17182a', high * 0.018), disc(x + high * 0.14, foot - high - 12, high * 0.34, d.glow([[0, palette.honey, 0.75], [1, palette.honey, 0]])), oval(x + high * 0.14, foot - high - 12, high * 0.05, high * 0.025, palette.cream), oval(x, foot, high * 0.05, 4, '#17182a')];
  d.add(
    lamp(180, 800, 150), lamp(1330, 800, 150), lamp(90, 930, 300), lamp(1440, 930, 300),
    [[330, 800, 48, palette.teal, 0], [356, 802, 46, palette.amber, 3, true], [470, 790, 42, palette.brick, 5], [620, 812, 52, palette.cream, 1, true], [644, 814, 54, palette.violet, 2], [900, 796, 44, palette.lagoon, 4, true], [930, 798, 46, palette.coral, 6], [1080, 808, 52, palette.honey, 7, true], [1180, 790, 42, palette.sage, 0], [1210, 792, 40, palette.brick, 1, true]].map(([x, y, high, coat, skin, dress], index) => walker(x, y, high, { coat, skin: skins[skin], hair: palette.coal, dress, legs: '#2a2338', flip: index % 3 === 1 })),
    [[250, 950, 112, palette.brick, 0, true], [310, 956, 116, palette.teal, 3, false], [1180, 966, 120, palette.amber, 4, true], [1240, 960, 82, palette.lagoon, 4, false], [1298, 968, 124, palette.violet, 5, false]].map(([x, y, high, coat, skin, dress], index) => walker(x, y, high, { coat, skin: skins[skin], hair: index === 0 ? palette.crust : palette.coal, dress, legs: '#6d6384', flip: index < 2 ? false : true })),
  );
  return d;
}
