// Two ribbons, teal and amber, run through each other; a seal sits where they cross.

import { Drawing, box, disc, line, move, path, round, shape, soft, stroke, times } from '../tools/ink.mjs';
import { darker, lighter, palette } from '../tools/palette.mjs';

export default function draw() {
  const d = new Drawing();
  d.add(
    box(0, 0, 1600, 1000, d.fade([[0, '#fdf5e4'], [1, '#ecd9b6']], { from: [0, 0], to: [1, 1] })),
    disc(520, 500, 640, d.glow([[0, palette.mist, 0.55], [1, palette.mist, 0]])), disc(1080, 500, 640, d.glow([[0, palette.honey, 0.6], [1, palette.honey, 0]])),
    // fine lines as on a deed
    stroke(times(30, (index) => soft(times(41, (step) => [step * 40, 500 + Math.sin(step * 0.46 + index * 0.21) * (40 + index * 13)]))).join(''), palette.lagoon, 1.1, { opacity: 0.2 }), stroke(times(30, (index) => soft(times(41, (step) => [step * 40, 500 - Math.sin(step * 0.46 + index * 0.21 + 1) * (40 + index * 13)]))).join(''), palette.amber, 1.1, { opacity: 0.26 }),
    box(34, 34, 1532, 932, 'none', { stroke: palette.teal, strokeWidth: 3 }), box(46, 46, 1508, 908, 'none', { stroke: palette.amber, strokeWidth: 7 }), box(58, 58, 1484, 884, 'none', { stroke: palette.teal, strokeWidth: 2 }),
    [[52, 52], [1548, 52], [52, 948], [1548, 948]].map(([x, y]) => [disc(x, y, 26, '#fbf1dd'), disc(x, y, 22, palette.teal), disc(x, y, 13, palette.amber), disc(x, y, 5, palette.cream)]),
  );
  const [r, wide] = [264, 108];
  const centres = { west: [610, 462], east: [990, 462] };
  // landscapes inside the rings
  const inner = r - wide / 2 + 2;
  d.add(
    d.inside(disc(...centres.west, inner, '#000'), [box(300, 200, 600, 600, d.fade([[0, palette.teal], [0.6, '#a8cfc4'], [1, palette.cream]])), disc(560, 470, 74, '#fff1cf', { opacity: 0.9 }), path('M300 590C420 560 560 600 860 566V800H300Z', palette.lagoon), move(574, 620, [stroke('M-72 0L-27 -210M72 0L27 -210M-16 0V-214M16 0V-214M-50 -100H50M-36 -160H36M-16 -40L16 -100M16 -40L-16 -100M-16 -110L16 -160M16 -110L-16 -160', palette.night, 10), disc(-30, -232, 30, 'none', { stroke: palette.night, strokeWidth: 10 }), disc(30, -232, 30, 'none', { stroke: palette.night, strokeWidth: 10 }), box(-56, -214, 112, 12, palette.night), box(-96, -50, 192, 56, palette.deep), times(6, (index) => box(-84 + index * 29, -36, 17, 26, palette.honey))]), path('M300 626C420 606 600 636 860 612V800H300Z', palette.deep)]),
    d.inside(disc(...centres.east, inner, '#000'), [box(700, 200, 600, 600, d.fade([[0, palette.brick], [0.55, '#eeb06a'], [1, palette.cream]])), disc(1010, 420, 66, '#fff1cf', { opacity: 0.9 }), path('M700 570C860 600 1000 560 1300 590V800H700Z', palette.crust), [[1140, 230, 40], [1100, 180, 34]].map(([x, high, w]) => [box(x, 610 - high, w, high, palette.rust), times(14, (index) => box(x + 6 + (index % 2) * 15, 620 - high + Math.floor(index / 2) * 18, 8, 9, index % 3 ? palette.honey : palette.ember))]), move(1072, 622, [path('M-142 -80C-112 -140 112 -140 142 -80C118 -50 80 -14 66 0H-66C-80 -14 -118 -50 -142 -80Z', palette.ember), path('M-142 -80C-108 -150 108 -150 142 -80C82 -66 -82 -66 -142 -80Z', '#fbe6c2'), path('M20 -130C84 -126 124 -112 142 -80C100 -70 60 -68 10 -67C70 -80 70 -120 20 -130Z', palette.coral, { opacity: 0.55 }), stroke('M-124 -68C-62 -50 62 -50 124 -68', palette.honey, 7, { strokeDasharray: '7 8' }), line(0, -132, 0, -168, palette.ember, 5)], { scale: 0.84 }), path('M700 616C860 636 1000 606 1300 626V800H700Z', palette.rust)]),
  );
  // a ribbon is drawn as arcs; where it passes under, it is drawn first
  const arc = ([cx, cy], from, to, radius = r) => `M${round(cx + Math.cos(from) * radius)} ${round(cy + Math.sin(from) * radius)}A${radius} ${radius} 0 ${to - from > Math.PI ? 1 : 0} 1 ${round(cx + Math.cos(to) * radius)} ${round(cy + Math.sin(to) * radius)}`;
  const ribbon = (centre, bow, tone, light, more = {}) => [
    bow ? [] : disc(...centre, r, 'none', { stroke: '#2a1a18', strokeWidth: wide, opacity: 0.2, transform: 'translate(8 14)' }),
    [[0, wide, d.fade([[0, lighter(tone, 0.32)], [0.5, tone], [1, darker(tone, 0.4)]], { from: [centre[0] - r, centre[1] - r], to: [centre[0] + r, centre[1] + r], user: true })], [-36, 5, light], [36, 5, light], [0, 3, light, '3 15']].map(([shift, strokeWidth, paint, strokeDasharray]) => (bow
      ? path(arc(centre, ...bow, r + shift), 'none', { stroke: paint, strokeWidth, strokeDasharray, ...more }) : disc(...centre, r + shift, 'none', { stroke: paint, strokeWidth, strokeDasharray }))),
  ];
  const [west, east] = [[palette.teal, '#bfe0d8'], ['#e0932f', '#fff0c9']];
  d.add(
    tails(d),
    ribbon(centres.west, null, ...west),
    ribbon(centres.east, null, ...east),
    // at the upper crossing teal comes to the top again
    ribbon(centres.west, [-1.12, -0.42], ...west),
  );
  d.add(
    seal(d, 800, 722),
  );
  return d;
}

/** Ends of the ribbons that fall below the seal. */
const tails = (d) => [
  shape([[716, 722], [806, 722], [770, 914], [716, 874], [660, 906]], '#2a1a18', { opacity: 0.18, transform: 'translate(8 12)' }), shape([[794, 722], [884, 722], [940, 906], [884, 874], [830, 914]], '#2a1a18', { opacity: 0.18, transform: 'translate(8 12)' }),
  shape([[716, 722], [806, 722], [770, 914], [716, 874], [660, 906]], d.fade([[0, palette.deep], [1, palette.teal]])), stroke('M730 740L678 886M792 740L758 892', '#bfe0d8', 4), shape([[794, 722], [884, 722], [940, 906], [884, 874], [830, 914]], d.fade([[0, '#a4611d'], [1, '#e0932f']])), stroke('M808 740L842 892M870 740L922 886', '#fff0c9', 4),
];

function seal(d, x, y) {
  const edge = soft(times(36, (index) => { const a = index * Math.PI / 18; const reach = index % 2 ? 118 : 127; return [x + Math.cos(a) * reach, y + Math.sin(a) * reach]; }), { closed: true });
  d.add(
    path(edge, '#2a1a18', { opacity: 0.3, transform: 'translate(8 14)' }), path(edge, d.glow([[0, '#d4654a'], [0.7, palette.brick], [1, '#7f2b1f']], { cx: 0.36, cy: 0.3, r: 0.75 })),
    disc(x, y, 98, 'none', { stroke: '#e58d72', strokeWidth: 4 }), disc(x, y, 90, d.fade([[0, '#a53c29'], [1, '#8a2f22']])), stroke(times(60, (index) => { const a = index * Math.PI / 30; return `M${round(x + Math.cos(a) * 102)} ${round(y + Math.sin(a) * 102)}L${round(x + Math.cos(a) * 108)} ${round(y + Math.sin(a) * 108)}`; }).join(''), '#e58d72', 2.4, { opacity: 0.8 }),
    // a bridge between two arcs
    stroke(`M${x - 66} ${y + 26}A44 44 0 0 1 ${x + 18} ${y + 26}`, '#ffd9b0', 12), stroke(`M${x - 18} ${y + 26}A44 44 0 0 1 ${x + 66} ${y + 26}`, palette.honey, 12), stroke(`M${x - 74} ${y + 34}H${x + 74}`, '#ffe9cf', 10), stroke(`M${x - 22} ${y + 28}V${y + 8}M${x} ${y + 28}V${y}M${x + 22} ${y + 28}V${y + 8}`, '#ffe9cf', 4.4),
    stroke(`M${x - 56} ${y + 52}q14 -9 28 0t28 0t28 0t28 0`, '#f0b08f', 5), times(5, (index) => shape(times(10, (point) => { const a = -Math.PI / 2 + point * Math.PI / 5; const reach = point % 2 ? 4 : 10; return [x - 44 + index * 22 + Math.cos(a) * reach, y - 46 - (index === 2 ? 12 : index % 2 ? 8 : 0) + Math.sin(a) * reach]; }), '#ffe0b4')),
    path(`M${x - 84} ${y - 56}A102 102 0 0 1 ${x - 16} ${y - 100}`, 'none', { stroke: '#ffc2aa', strokeWidth: 9, strokeLinecap: 'round', opacity: 0.75 }),
  );
}
