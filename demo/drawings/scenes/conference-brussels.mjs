// A conference: the speaker at the desk, a ring of twelve stars on the screen, the audience from behind.

import { Drawing, box, chance, disc, line, move, oval, path, round, shape, stroke, times } from '../tools/ink.mjs';
import { behind, person } from '../tools/people.mjs';
import { darker, palette, skins } from '../tools/palette.mjs';

const star = (cx, cy, r) => shape(times(10, (index) => { const angle = -Math.PI / 2 + index * Math.PI / 5; const reach = index % 2 ? r * 0.4 : r; return [cx + Math.cos(angle) * reach, cy + Math.sin(angle) * reach]; }), palette.honey);

export default function draw() {
  const d = new Drawing();
  const blue = '#23407c';
  // hall: warm wooden ribs left and right, dark ceiling with lights
  d.add(
    box(0, 0, 1600, 1000, d.fade([[0, '#14202f'], [0.6, '#2a3a4d'], [1, '#1a1d2c']])),
    shape([[0, 0], [300, 110], [300, 640], [0, 800]], d.fade([[0, '#7a4a34'], [1, '#c58a58']], { from: [0, 0], to: [1, 0] })), shape([[1600, 0], [1300, 110], [1300, 640], [1600, 800]], d.fade([[0, '#a96f46'], [1, '#5c382d']], { from: [0, 0], to: [1, 0] })),
    stroke(times(16, (index) => { const share = (index / 16) ** 0.8; const x = share * 300; return `M${round(x)} ${round(share * 110)}V${round(800 - share * 160)}M${round(1600 - x)} ${round(share * 110)}V${round(800 - share * 160)}`; }).join(''), '#4b2b23', 5, { opacity: 0.55 }),
    shape([[0, 0], [1600, 0], [1300, 110], [300, 110]], '#101a27'),
    times(3, (row) => times(9, (index) => { const y = 22 + row * 32; const half = 720 - row * 130; return oval(800 + (index - 4) * half / 4.6, y, 26 - row * 5, 6 - row, palette.cream, { opacity: 0.9 }); })),
    // interpreters behind glass
    box(52, 214, 176, 118, '#2a2430'), box(60, 222, 160, 102, d.fade([[0, '#ffe3a3'], [1, palette.amber]])), d.inside(box(60, 222, 160, 102, '#000'), [person(d, 104, 278, { scale: 0.42, skin: skins[1], style: 'bob', hair: '#4b2d20', colour: palette.teal, headset: palette.coal, mouth: 'talk' }), person(d, 178, 280, { scale: 0.42, skin: skins[3], style: 'short', hair: palette.coal, colour: palette.brick, headset: palette.coal, mouth: 'soft', glasses: palette.coal })]), box(48, 324, 184, 14, '#3a2c30'),
    box(300, 110, 1000, 530, d.fade([[0, '#31455c'], [1, '#1d2c40']])),
  );
  // screen: stars over a works shed that grows green
  const screen = box(400, 138, 800, 390, '#000', { rx: 6 });
  d.add(
    disc(800, 330, 640, d.glow([[0, '#6f8fd0', 0.55], [1, '#6f8fd0', 0]])),
    d.inside(screen, [
      box(400, 138, 800, 390, d.fade([[0, '#1b3169'], [0.7, blue], [1, '#4f6fb0']])), disc(800, 316, 250, d.glow([[0, '#7d9be0', 0.6], [1, '#7d9be0', 0]])),
      path('M400 470C520 440 660 462 800 452C940 444 1080 466 1200 440V528H400Z', '#3d8a83'),
      path('M452 476V430L492 404V430L532 404V430L572 404V476Z', palette.brick), box(590, 350, 20, 126, palette.rust), box(586, 344, 28, 9, palette.coral), times(3, (index) => box(462 + index * 38, 444, 20, 18, palette.honey)),
      stroke('M1000 470L1036 380H1076L1112 470M1046 380V470M1066 380V470M1014 436H1098', '#bfe0d8', 7), disc(1044, 376, 17, 'none', { stroke: '#bfe0d8', strokeWidth: 5 }), disc(1072, 376, 17, 'none', { stroke: '#bfe0d8', strokeWidth: 5 }),
      path('M400 492C560 464 700 486 840 478C1000 470 1100 490 1200 470V528H400Z', '#2a6b64'),
      times(16, (index) => { const x = 430 + index * 50; return [line(x, 520, x, 494, '#cfe8b2', 3), oval(x - 7, 494, 8, 4, '#a8d08a'), oval(x + 7, 490, 8, 4, '#a8d08a')]; }),
      times(12, (index) => star(800 + Math.sin(index * Math.PI / 6) * 132, 308 - Math.cos(index * Math.PI / 6) * 132, 25)),
    ]),
    box(400, 138, 800, 390, 'none', { rx: 6, stroke: '#0f1722', strokeWidth: 10 }),
    // stage
    shape([[250, 640], [1350, 640], [1440, 742], [160, 742]], d.fade([[0, '#b98257'], [1, '#7d5238']])), shape([[160, 742], [1440, 742], [1440, 790], [160, 790]], '#4d3128'), shape([[160, 742], [1440, 742], [1440, 748], [160, 748]], palette.honey, { opacity: 0.6 }),
    shape([[560, 640], [900, 640], [1000, 742], [470, 742]], palette.cream, { opacity: 0.14 }),
  );
  // panel on the right
  d.add(
    d.inside(box(300, 200, 1000, 450, '#000'), [[920, 3, 'bob', '#2b2229', palette.brick, 'smile'], [1046, 0, 'bald', '#c9c4c0', palette.deep, 'soft'], [1172, 2, 'bun', '#4b2d20', palette.lagoon, 'smile']].map(([x, skin, style, hair, colour, mouth], index) => person(d, x, 546, { scale: 0.6, skin: skins[skin], style, hair, colour, mouth, wear: index === 1 ? 'jacket' : 'round', glasses: index === 1 ? palette.coal : undefined, older: index === 1, light: 'left', gaze: -2 }))),
    box(846, 640, 414, 20, '#e6d1ae'), box(846, 640, 414, 6, '#fff3da'), shape([[854, 660], [1252, 660], [1244, 724], [862, 724]], d.fade([[0, '#8a5a3e'], [1, '#5b3a2e']])),
    times(3, (index) => [box(874 + index * 128, 628, 46, 12, palette.cream), line(958 + index * 118, 640, 948 + index * 118, 606, palette.coal, 3), disc(948 + index * 118, 604, 5, palette.coal), path(`M${938 + index * 118} 640l-3 -22h16l-3 22z`, palette.mist, { opacity: 0.85 })]),
  );
  // the speaker
  d.add(
    disc(588, 560, 230, d.glow([[0, '#fff0cf', 0.55], [1, '#fff0cf', 0]])),
    d.inside(box(300, 200, 600, 424, '#000'), person(d, 588, 510, { scale: 0.82, skin: skins[1], style: 'wavy', hair: '#7a4526', colour: palette.teal, wear: 'jacket', mouth: 'open', light: 'left', gaze: 2 })),
    move(688, 596, [stroke('M-14 16L0 0', palette.teal, 34), disc(2, -24, 19, skins[1]), stroke('M-4 -30L-8 -62M6 -32L8 -66M15 -28L24 -56M-12 -22L-30 -34', skins[1], 11)]),
    shape([[482, 628], [694, 628], [676, 738], [500, 738]], d.fade([[0, palette.crust], [1, '#7a4630']])), shape([[482, 628], [520, 628], [532, 738], [500, 738]], palette.honey, { opacity: 0.35 }), shape([[466, 610], [710, 610], [700, 632], [476, 632]], palette.sand), shape([[466, 610], [710, 610], [708, 616], [468, 616]], '#fff3da'),
    times(12, (index) => star(588 + Math.sin(index * Math.PI / 6) * 34, 684 - Math.cos(index * Math.PI / 6) * 34, 7)),
    stroke('M566 612Q560 570 578 556', palette.coal, 4), oval(580, 554, 7, 5, palette.coal),
  );
  // the audience, row by row
  const luck = chance(12);
  const styles = ['short', 'bob', 'bun', 'bald', 'long', 'curly', 'tail', 'short', 'scarf', 'bob'];
  const hairs = ['#2b2229', '#4b2d20', '#7a4526', '#b5742f', '#c9c4c0', '#1d2430', '#8d3420', '#dca852'];
  const coats = [palette.deep, '#5a3040', palette.pine, '#3a3a5e', palette.rust, palette.teal, palette.coal, '#6a4a2f'];
  [[808, 0.5, 13, 128], [888, 0.72, 10, 176], [1000, 1.02, 8, 238]].forEach(([y, scale, count, gap], row) => {
    d.add(box(0, y + 60 * scale, 1600, 1000, '#151824', { opacity: 0.25 }));
    times(count, (index) => {
      const x = 800 + (index - (count - 1) / 2) * gap + (row % 2 ? 20 : 0);
      const style = styles[(index * 3 + row * 4) % styles.length];
      const hair = style === 'scarf' ? luck.pick([palette.lagoon, palette.violet, palette.rose]) : luck.pick(hairs);
      d.add(behind(x, y + luck.between(-8, 8), { scale, skin: luck.pick(skins), hair, style, colour: darker(coats[(index * 5 + row) % coats.length], 0.15 + row * 0.1), light: x < 640 ? 'right' : 'left', rim: '#f3d9a6' }));
    });
  });
  d.add(box(0, 880, 1600, 120, d.fade([[0, palette.night, 0], [1, palette.night, 0.45]])));
  return d;
}
