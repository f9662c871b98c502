// A letter, a pen and a map: two regions, a dotted line between them.

import { Drawing, box, chance, disc, group, line, move, oval, path, round, shape, soft, stroke, times } from '../tools/ink.mjs';
import { sprig } from '../tools/still.mjs';
import { darker, palette } from '../tools/palette.mjs';

export default function draw() {
  const d = new Drawing();
  // the desk from above, light from the left
  d.add(
    box(0, 0, 1600, 1000, d.fade([[0, '#8a5437'], [1, '#3e241f']], { from: [0, 0], to: [1, 1] })),
    times(8, (index) => box(0, index * 126, 1600, 3, '#2f1b18', { opacity: 0.4 })), stroke(times(26, (index) => `M${(index * 337) % 1500} ${(index * 131) % 1000 + 20}q80 ${-8 + index % 16} ${150 + (index * 41) % 160} 0`).join(''), '#2f1b18', 2, { opacity: 0.25 }),
    disc(260, 160, 900, d.glow([[0, '#ffe2ad', 0.5], [1, '#ffe2ad', 0]])),
    shape([[0, 0], [520, 0], [0, 640]], '#ffedc8', { opacity: 0.14 }), shape([[640, 0], [820, 0], [0, 990], [0, 780]], '#ffedc8', { opacity: 0.12 }),
  );
  map(d);
  letter(d);
  pen(d);
  envelope(d);
  compass(d, 1462, 168);
  d.add(
    oval(176, 842, 108, 100, '#1d1216', { opacity: 0.3 }), disc(160, 826, 104, '#efe3cf'), disc(160, 826, 92, 'none', { stroke: palette.sand, strokeWidth: 3 }), disc(160, 826, 70, palette.teal), disc(160, 826, 61, d.glow([[0, '#a9683c'], [0.8, '#6b3a1f'], [1, '#4d2815']])), path('M118 800A52 52 0 0 1 168 768', 'none', { stroke: '#d9a56c', strokeWidth: 6, strokeLinecap: 'round', opacity: 0.8 }), stroke('M228 806q36 -4 34 22q-2 24 -38 20', palette.teal, 14),
    group([sprig(1520, 968, { long: 300, turn: -56, leaf: 44, pairs: 8, tones: [palette.pine, palette.moss] })], { opacity: 1 }),
  );
  return d;
}

/** The map lies to the right, folded in eight. */
function map(d) {
  const paper = 'M0 14L212 0L424 14L636 0L848 14V640L636 626L424 640L212 626L0 640Z';
  const luck = chance(14);
  const west = soft([[66, 246], [120, 186], [196, 170], [262, 196], [300, 250], [286, 318], [226, 352], [150, 346], [84, 310]].map(([x, y]) => [x + 56, y + 20]), { closed: true });
  const east = soft([[590, 330], [648, 286], [716, 300], [770, 350], [762, 420], [700, 462], [630, 446], [580, 396]], { closed: true });
  const town = (x, y, r) => [disc(x, y, r, palette.cream), disc(x, y, r * 0.5, palette.coal)];
  d.add(move(664, 72, [
    path(paper, '#150d12', { opacity: 0.4, transform: 'translate(14 20)' }), path(paper, '#f3e6cb'),
    d.inside(path(paper, '#000'), [
      path('M0 0H848V60C700 96 560 40 424 66C260 96 120 60 0 90Z', '#bcd8d2'), stroke('M0 100C120 70 260 106 424 76C560 50 700 106 848 70', '#d9e7d8', 6),
      path('M0 90C120 60 260 96 424 66C560 40 700 96 848 60V640H0Z', '#e9dcb4'),
      times(26, () => oval(luck.between(0, 848), luck.between(120, 640), luck.between(30, 90), luck.between(16, 44), luck.pick(['#dcd6a4', '#d3d2a0', '#efe2bd']), { opacity: 0.6 })),
      times(9, (index) => path(`M${470 + index * 30} ${570 + (index % 3) * 22}l20 -34l20 34z`, index % 2 ? '#b9a98a' : '#a8977c')), times(9, (index) => path(`M${490 + index * 30} ${536 + (index % 3) * 22}l20 34h-20z`, '#d9cba8', { opacity: 0.7 })),
      stroke('M0 420C60 380 60 300 130 300S210 360 300 280S420 180 430 80', '#7fb5b8', 9), stroke('M848 520C780 470 760 420 690 380S520 330 480 200S520 110 540 60', '#7fb5b8', 9), stroke('M300 640C320 520 380 500 400 400S360 300 420 200', '#9cc4c0', 6),
      stroke('M430 60C410 180 470 260 450 360S480 540 460 640', '#b58f76', 4, { strokeDasharray: '18 8 4 8' }),
      path(west, palette.teal, { opacity: 0.86 }), path(west, 'none', { stroke: palette.deep, strokeWidth: 5 }), path(east, palette.amber, { opacity: 0.92 }), path(east, 'none', { stroke: palette.brick, strokeWidth: 5 }),
      d.inside(path(west, '#000'), [stroke('M116 320C176 350 236 320 276 320S336 290 366 300M236 180V380M296 200V370M176 210L186 370', palette.mist, 2.4, { opacity: 0.6 }), box(116, 180, 70, 220, palette.mist, { opacity: 0.18 })]), d.inside(path(east, '#000'), [stroke('M560 390C620 370 690 400 780 370M640 280L650 470M710 280L700 470', palette.cream, 2.4, { opacity: 0.7 }), box(560, 280, 60, 200, palette.cream, { opacity: 0.2 })]),
      [[176, 252, 7], [222, 310, 7], [274, 256, 11], [316, 310, 7], [206, 340, 6]].map((at) => town(...at)), [[630, 340, 7], [680, 376, 11], [730, 350, 7], [640, 410, 6], [710, 430, 7]].map((at) => town(...at)),
      // headframe and saucer as map marks
      move(196, 206, [stroke('M-26 0L-9 -66M26 0L9 -66M-7 0V-66M7 0V-66M-17 -34H17', palette.deep, 6), disc(-10, -72, 12, 'none', { stroke: palette.deep, strokeWidth: 5 }), disc(10, -72, 12, 'none', { stroke: palette.deep, strokeWidth: 5 }), oval(0, 2, 36, 6, palette.deep, { opacity: 0.35 })]),
      move(778, 286, [path('M-60 -32C-46 -58 46 -58 60 -32C50 -20 34 -6 28 0H-28C-34 -6 -50 -20 -60 -32Z', palette.brick), path('M-60 -32C-46 -62 46 -62 60 -32C34 -26 -34 -26 -60 -32Z', palette.coral), stroke('M-52 -28C-26 -20 26 -20 52 -28', palette.honey, 4, { strokeDasharray: '5 5' })], { scale: 0.86 }),
      // the dotted line
      stroke('M282 250C370 100 570 120 676 362', '#fff8ea', 13, { strokeDasharray: '0.1 26' }), stroke('M282 250C370 100 570 120 676 362', palette.brick, 9, { strokeDasharray: '0.1 26' }),
      [[0, 212, 0.1], [212, 212, 0], [424, 212, 0.1], [636, 212, 0.02]].map(([x, wide, shade]) => box(x, 0, wide, 640, palette.toast, { opacity: shade })), stroke('M0 320H848', '#b99f78', 2, { opacity: 0.7 }), stroke('M212 0V640M424 0V640M636 0V640', '#b99f78', 2, { opacity: 0.7 }), box(0, 0, 848, 320, '#fff', { opacity: 0.08 }),
    ]),
    pin(274, 256, palette.teal), pin(680, 376, palette.brick),
  ], { turn: 3 }));
}

const pin = (x, y, colour) => move(x, y, [oval(12, 4, 20, 7, '#1d1216', { opacity: 0.35 }), path('M0 0C-12 -34 -34 -44 -34 -74A34 34 0 0 1 34 -74C34 -44 12 -34 0 0Z', colour), path('M6 -106A34 34 0 0 1 34 -74C34 -44 12 -34 0 0C8 -40 26 -60 6 -106Z', darker(colour, 0.4), { opacity: 0.6 }), disc(0, -74, 13, palette.cream)]);

function letter(d) {
  const row = (y, from, to, tone = palette.slate, wide = 5) => line(from, y, to, y, tone, wide, { opacity: 0.5 });
  d.add(move(158, 132, [
    box(16, 22, 560, 760, '#150d12', { opacity: 0.4 }), box(0, 0, 560, 760, '#fffaf0'), shape([[0, 0], [560, 0], [560, 250]], '#fff', { opacity: 0.6 }), box(0, 0, 560, 760, d.fade([[0, '#fff', 0], [1, palette.sand, 0.5]], { from: [0, 0], to: [1, 1] })),
    // head: two marks that touch
    box(0, 0, 280, 16, palette.teal), box(280, 0, 280, 16, palette.amber), disc(258, 84, 34, 'none', { stroke: palette.teal, strokeWidth: 12 }), disc(302, 84, 34, 'none', { stroke: palette.amber, strokeWidth: 12 }), path('M280 58A34 34 0 0 1 292 84', 'none', { stroke: palette.teal, strokeWidth: 12 }),
    row(164, 150, 410, palette.deep, 10), row(190, 204, 356, palette.brick, 6),
    [240, 264, 288, 312, 336].map((y, index) => row(y, 64, index === 4 ? 330 : 496 - (index % 2) * 18)), [380, 404, 428, 452].map((y, index) => row(y, 64, index === 3 ? 270 : 488 - (index % 2) * 26)), times(4, (index) => [disc(76, 496 + index * 26, 6, index % 2 ? palette.amber : palette.teal), row(496 + index * 26, 100, 330 + (index * 53) % 130)]),
    // two signatures
    line(64, 690, 244, 690, palette.slate, 2.6), line(316, 690, 496, 690, palette.slate, 2.6),
    stroke('M76 676c16 -46 40 -52 34 -10c-4 30 18 10 26 -10c8 -22 18 4 30 0c14 -6 12 -24 24 -20c12 6 2 28 40 10', palette.deep, 5), stroke('M330 668c4 -44 26 -40 24 -4c-2 26 -18 26 -16 8c4 -26 36 -20 40 0c8 16 16 -18 28 -14c16 8 8 22 30 10c20 -14 26 -6 44 -14', palette.ember, 5),
    stroke('M0 382H560', palette.sand, 3, { opacity: 0.9 }), box(0, 384, 560, 40, d.fade([[0, palette.toast, 0.1], [1, palette.toast, 0]])),
  ], { turn: -6 }));
}

function pen(d) {
  d.add(move(530, 760, [
    shape([[6, 20], [430, 10], [446, 30], [430, 52], [60, 46]], '#150d12', { opacity: 0.4 }),
    shape([[0, 0], [74, -20], [74, 20]], d.fade([[0, '#fbe3a4'], [0.5, palette.amber], [1, '#a86a20']])), line(6, 0, 52, 0, palette.toast, 2.4), disc(54, 0, 4.4, palette.toast),
    box(72, -23, 52, 46, d.fade([[0, '#555563'], [0.4, '#23222c'], [1, '#121118']]), { rx: 6 }), box(120, -26, 14, 52, d.fade([[0, '#fff0c4'], [0.5, palette.amber], [1, '#8f5a1c']])),
    path('M134 -26H400C438 -26 452 -14 454 0C452 14 438 26 400 26H134Z', d.fade([[0, '#3f949a'], [0.3, palette.teal], [0.7, palette.deep], [1, palette.night]])), box(136, -17, 290, 7, '#bfe3dd', { rx: 3.5, opacity: 0.75 }), box(240, -26, 10, 52, d.fade([[0, '#fff0c4'], [0.5, palette.amber], [1, '#8f5a1c']])), path('M256 -6H392a8 8 0 0 1 0 14H256Z', palette.honey), disc(392, 1, 10, palette.amber),
  ], { turn: -24, scale: 1.02 }));
}

function envelope(d) {
  d.add(move(1080, 780, [
    box(12, 16, 380, 230, '#150d12', { opacity: 0.4 }), box(0, 0, 380, 230, '#f6ead6'),
    shape([[0, 230], [160, 100], [220, 100], [380, 230]], '#e6d6b8'), shape([[0, 0], [160, 118], [0, 230]], '#efe0c3'), shape([[380, 0], [220, 118], [380, 230]], '#e0cfae'), path('M0 0H380L204 140Q190 150 176 140Z', '#fff6e4'), stroke('M0 0L176 140Q190 150 204 140L380 0', '#cdb892', 3),
    times(12, (index) => shape([[index * 32, 0], [index * 32 + 16, 0], [index * 32 + 10, 10], [index * 32 - 6, 10]], index % 2 ? palette.brick : palette.teal)),
    path(soft(times(14, (index) => { const a = index * 0.4488; const r = 42 + (index % 2) * 6; return [190 + Math.cos(a) * r, 136 + Math.sin(a) * r]; }), { closed: true }), palette.brick), disc(190, 136, 33, '#9b3826'), disc(190, 136, 33, 'none', { stroke: '#d06a51', strokeWidth: 3 }), disc(181, 136, 13, 'none', { stroke: '#e39a83', strokeWidth: 5 }), disc(199, 136, 13, 'none', { stroke: '#e39a83', strokeWidth: 5 }), path('M160 108A44 44 0 0 1 190 94', 'none', { stroke: '#ef9d86', strokeWidth: 6, strokeLinecap: 'round' }),
  ], { turn: -9 }));
}

function compass(d, x, y) {
  d.add(
    oval(x + 14, y + 16, 92, 88, '#150d12', { opacity: 0.4 }), disc(x, y, 88, d.fade([[0, '#fbe3a4'], [0.5, palette.amber], [1, '#80501c']], { from: [0, 0], to: [1, 1] })), disc(x, y, 72, '#fff8ea'), disc(x, y, 72, 'none', { stroke: palette.toast, strokeWidth: 3 }),
    stroke(times(24, (index) => { const a = index * 0.2618; const inner = index % 6 ? 62 : 54; return `M${round(x + Math.cos(a) * inner)} ${round(y + Math.sin(a) * inner)}L${round(x + Math.cos(a) * 68)} ${round(y + Math.sin(a) * 68)}`; }).join(''), palette.slate, 2.6),
    times(4, (index) => group([shape([[x, y], [x - 9, y - 9], [x, y - 46]], palette.mist), shape([[x, y], [x + 9, y - 9], [x, y - 46]], palette.teal)], { transform: `rotate(${45 + index * 90} ${x} ${y})`, opacity: 0.6 })),
    group([shape([[x - 11, y], [x, y - 60], [x, y]], palette.coral), shape([[x + 11, y], [x, y - 60], [x, y]], palette.brick), shape([[x - 11, y], [x, y + 60], [x, y]], palette.slate), shape([[x + 11, y], [x, y + 60], [x, y]], palette.coal)], { transform: `rotate(58 ${x} ${y})` }), disc(x, y, 8, palette.amber), path(`M${x - 50} ${y - 44}A68 68 0 0 1 ${x + 4} ${y - 68}`, 'none', { stroke: '#fff', strokeWidth: 8, strokeLinecap: 'round', opacity: 0.8 }),
  );
}
