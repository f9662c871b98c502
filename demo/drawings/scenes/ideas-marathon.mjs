// Young people in video tiles; a running track winds through them; ideas light up as bulbs.

import { Drawing, box, disc, line, move, path, round, stroke, times } from '../tools/ink.mjs';
import { person } from '../tools/people.mjs';
import { runner } from '../tools/vehicles.mjs';
import { lighter, mix, palette, skins } from '../tools/palette.mjs';

/** A light bulb; the middle of its glass is at x, y; the glass is 100 wide at scale 1. */
function bulb(d, x, y, { scale = 1, turn = 0, colour = palette.honey } = {}) {
  return move(x, y, [
    disc(0, 0, 150, d.glow([[0, colour, 0.7], [0.4, colour, 0.25], [1, colour, 0]])),
    stroke(times(9, (index) => { const angle = -Math.PI * 1.17 + index * Math.PI * 1.34 / 8; return `M${round(Math.cos(angle) * 68)} ${round(Math.sin(angle) * 68)}L${round(Math.cos(angle) * (index % 2 ? 84 : 96))} ${round(Math.sin(angle) * (index % 2 ? 84 : 96))}`; }).join(''), colour, 5),
    path('M-50 -4C-50 -68 50 -68 50 -4C50 22 30 34 24 58H-24C-30 34 -50 22 -50 -4Z', d.fade([[0, '#fff7dc'], [1, colour]])),
    path('M12 -50C52 -40 56 0 40 22C32 34 26 44 24 58H6C12 20 34 0 12 -50Z', palette.amber, { opacity: 0.55 }),
    stroke('M-14 58L-18 8L-8 20L0 4L8 20L18 8L14 58', palette.toast, 3.4), path('M-36 -8C-36 -34 -22 -44 -10 -46', 'none', { stroke: '#fff', strokeWidth: 6, strokeLinecap: 'round', opacity: 0.85 }),
    box(-22, 60, 44, 30, palette.slate, { rx: 4 }), stroke('M-22 68H22M-22 78H22', palette.mist, 3), path('M-12 90H12L6 100H-6Z', palette.coal),
  ], { scale, turn });
}

export default function draw() {
  const d = new Drawing();
  d.add(
    box(0, 0, 1600, 1000, d.fade([[0, palette.night], [0.5, palette.deep], [1, '#3a2f4a']], { from: [0, 0], to: [1, 1] })),
    disc(360, 260, 620, d.glow([[0, palette.lagoon, 0.5], [1, palette.lagoon, 0]])), disc(1280, 760, 620, d.glow([[0, palette.coral, 0.42], [1, palette.coral, 0]])),
    times(60, (index) => disc((index * 613) % 1600, (index * 347) % 1000, 1.4 + (index % 3), palette.mist, { opacity: 0.35 })),
  );
  const tile = (x, y, wide, high, wall, who, extra = []) => {
    const frame = box(x, y, wide, high, '#000', { rx: 22 });
    return [
      box(x + 8, y + 12, wide, high, '#08161d', { rx: 22, opacity: 0.45 }), box(x - 5, y - 5, wide + 10, high + 10, palette.cream, { rx: 27 }),
      d.inside(frame, [box(x, y, wide, high, d.fade([[0, lighter(wall, 0.3)], [1, mix(wall, palette.deep, 0.18)]])), extra, person(d, x + wide / 2 + (who.dx ?? 0), y + high * 0.5, { scale: wide / 236, light: 'left', ...who })]),
      [0, 1, 2].map((dot) => disc(x + 22 + dot * 15, y + 18, 4.4, [palette.brick, palette.amber, palette.lagoon][dot])),
    ];
  };
  const ideas = (x, y) => [box(x, y, 62, 46, palette.cream, { rx: 4 }), stroke(`M${x + 10} ${y + 14}h40M${x + 10} ${y + 24}h30M${x + 10} ${y + 34}h36`, palette.lagoon, 3.4)];
  // tiles that lie behind the track
  d.add(
    tile(70, 70, 290, 250, palette.mist, { skin: skins[0], hair: '#8d3420', style: 'braids', wear: 'hoodie', colour: palette.teal, mouth: 'open', freckles: true }, ideas(84, 120)),
    tile(470, 46, 290, 250, palette.lilac, { skin: skins[4], hair: palette.coal, style: 'afro', wear: 'round', colour: palette.amber, mouth: 'smile', earrings: palette.honey }),
    tile(1230, 70, 290, 250, palette.rose, { skin: skins[6], hair: '#4b2d20', style: 'quiff', wear: 'shirt', colour: palette.lagoon, mouth: 'open', light: 'left' }),
    tile(70, 650, 290, 250, palette.sage, { skin: skins[2], hair: palette.coal, style: 'short', wear: 'stripes', colour: palette.brick, mouth: 'smile', glasses: palette.coal }),
    tile(1230, 640, 290, 250, palette.honey, { skin: skins[3], hair: palette.violet, style: 'scarf', colour: palette.deep, mouth: 'open' }, ideas(1440, 690)),
  );
  // the track: nested strokes give the lanes
  const track = 'M-80 486C140 340 330 380 470 470S770 640 990 560S1400 420 1700 560';
  d.add(
    stroke(track, '#06141b', 214, { opacity: 0.35, transform: 'translate(6 16)', strokeLinecap: 'butt' }),
    [[206, palette.cream], [196, palette.brick], [136, palette.cream], [130, '#c2523a'], [68, palette.cream], [62, palette.coral], [3, palette.cream]].map(([wide, colour]) => stroke(track, colour, wide, { strokeLinecap: 'butt' })),
  );
  // tiles that lie over the track's edge
  d.add(
    tile(852, 54, 290, 250, palette.lagoon, { skin: skins[1], hair: '#dca852', style: 'long', wear: 'hoodie', colour: palette.violet, mouth: 'smile', headset: palette.cream }),
    tile(452, 690, 290, 250, palette.rose, { skin: skins[7], hair: palette.coal, style: 'locks', wear: 'hoodie', colour: palette.honey, mouth: 'open' }),
    tile(842, 700, 290, 250, palette.mist, { skin: skins[5], hair: '#7a4526', style: 'curly', wear: 'plain', colour: palette.coral, mouth: 'smile', glasses: palette.brick }),
  );
  // start and finish
  d.add(
    times(8, (row) => times(2, (column) => box(1470 + column * 18 - row * 1.6, 398 + row * 24, 18, 24, (row + column) % 2 ? palette.cream : palette.coal))),
    line(1552, 420, 1552, 236, palette.cream, 7), d.inside(path('M1552 240q14 -12 28 -2t30 0v60q-16 10 -30 0t-28 2z', '#000'), [box(1550, 220, 60, 90, palette.cream), times(5, (row) => times(4, (column) => ((row + column) % 2 ? box(1552 + column * 16, 228 + row * 16, 16, 16, palette.coal) : '')))]),
  );
  d.add(
    runner(180, 456, { scale: 1.18, skin: skins[3], hair: palette.coal, shirt: palette.lagoon, shorts: palette.night, tail: true, turn: -2 }),
    runner(500, 556, { scale: 1.26, skin: skins[0], hair: '#b5742f', shirt: palette.honey, shorts: palette.deep, turn: 10, stride: -1 }),
    runner(806, 640, { scale: 1.4, skin: skins[4], hair: palette.coal, shirt: palette.cream, shorts: palette.teal, turn: 2, held: bulb(d, 2, -66, { scale: 0.72, turn: -6 }) }),
    runner(1150, 560, { scale: 1.26, skin: skins[6], hair: '#4b2d20', shirt: palette.teal, shorts: palette.coal, tail: true, turn: -8, stride: -1 }),
    runner(1366, 500, { scale: 1.16, skin: skins[1], hair: '#dca852', shirt: palette.violet, shorts: palette.night, turn: 4 }),
  );
  d.add(
    bulb(d, 406, 142, { scale: 0.9, turn: -12 }), bulb(d, 806, 150, { scale: 0.66, turn: 6 }), bulb(d, 1186, 190, { scale: 0.84, turn: 12 }), bulb(d, 404, 800, { scale: 0.74, turn: -8 }), bulb(d, 1184, 800, { scale: 0.86, turn: 10 }), bulb(d, 790, 880, { scale: 0.62, turn: -4 }),
  );
  return d;
}
