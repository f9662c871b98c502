// Seventeen young people on one screen; hands wave in front of it.

import { Drawing, box, chance, disc, group, line, oval, path, shape, stroke, times } from '../tools/ink.mjs';
import { palm, person } from '../tools/people.mjs';
import { hairs, lighter, mix, palette, skins } from '../tools/palette.mjs';

const guests = [
  ['long', 3, 0, 'hoodie', palette.teal, 'smile'], ['quiff', 1, 1, 'plain', palette.amber, 'open'], ['afro', 4, 0, 'round', palette.coral, 'smile'], ['fringe', 0, 4, 'stripes', palette.brick, 'soft'], ['curly', 2, 2, 'hoodie', palette.moss, 'open'], ['scarf', 6, palette.lagoon, 'plain', palette.deep, 'smile'],
  ['short', 5, 3, 'shirt', palette.lagoon, 'smile'], ['braids', 0, 5, 'plain', palette.honey, 'open'], ['locks', 7, 0, 'hoodie', palette.brick, 'smile'], ['bob', 6, 1, 'round', palette.violet, 'open'], ['side', 1, 2, 'stripes', palette.teal, 'smile'],
  ['ponytail', 2, 1, 'hoodie', palette.rose, 'open'], ['buzz', 4, 0, 'plain', palette.sage, 'smile'], ['wavy', 0, 3, 'shirt', palette.amber, 'smile'], ['short', 3, 0, 'hoodie', palette.violet, 'soft'], ['bun', 5, 2, 'round', palette.moss, 'open'], ['quiff', 0, 4, 'plain', palette.coral, 'smile'],
];
const walls = [palette.mist, palette.honey, palette.lilac, palette.lagoon, palette.rose, palette.sage];

export default function draw() {
  const d = new Drawing();
  // a room in the evening
  d.add(
    box(0, 0, 1600, 1000, d.fade([[0, palette.night], [1, '#1b4250']])),
    disc(800, 460, 980, d.glow([[0, palette.lagoon, 0.55], [1, palette.lagoon, 0]])),
    // the lamp that hangs left, the window right
    line(96, 0, 96, 120, palette.coal, 5), disc(96, 200, 240, d.glow([[0, palette.honey, 0.6], [1, palette.honey, 0]])), path('M96 110C50 120 28 156 22 196H170C164 156 142 120 96 110Z', palette.brick), path('M96 110C50 120 28 156 22 196H60C64 156 74 126 96 110Z', palette.coral), oval(96, 197, 74, 11, palette.honey),
    box(1496, 70, 140, 330, palette.coal), box(1506, 80, 140, 310, d.fade([[0, palette.violet], [0.6, palette.rose], [1, palette.amber]])), line(1506, 230, 1600, 230, palette.coal, 7),
  );
  // the desk
  d.add(
    box(0, 876, 1600, 124, d.fade([[0, '#8a5a3a'], [1, '#4f3128']])), box(0, 876, 1600, 7, palette.crust),
    stroke('M0 912H500M620 930H1200M1280 906H1600M120 962H700M900 974H1500', '#3d2723', 2, { opacity: 0.5 }),
    shape([[700, 812], [900, 812], [930, 884], [670, 884]], palette.coal), oval(800, 888, 210, 16, '#1b1a22'), oval(800, 884, 210, 13, palette.slate),
  );
  // the screen
  const [left, top, wide, high] = [172, 52, 1256, 772];
  d.add(
    box(left - 20, top - 20, wide + 40, high + 40, '#15141c', { rx: 26 }), box(left - 20, top - 20, wide + 40, high + 40, 'none', { rx: 26, stroke: palette.slate, strokeWidth: 3 }),
    box(left, top, wide, high, d.fade([[0, '#12323d'], [1, '#0d232d']]), { rx: 10 }),
  );
  const [tileWide, tileHigh, gap] = [192, 232, 15];
  const rows = [guests.slice(0, 6), guests.slice(6, 11), guests.slice(11)];
  rows.forEach((row, rowAt) => {
    const start = left + (wide - row.length * tileWide - (row.length - 1) * gap) / 2;
    row.forEach(([style, skin, hair, wear, colour, mouth], at) => {
      const index = rowAt * 6 + at - (rowAt === 2 ? 1 : 0);
      const [x, y] = [start + at * (tileWide + gap), top + 24 + rowAt * (tileHigh + 13)];
      const wall = walls[(at * 2 + rowAt * 3) % 6];
      const frame = box(x, y, tileWide, tileHigh, '#000', { rx: 16 });
      const speaking = index === 8;
      const tone = typeof hair === 'string' ? hair : hairs[hair];
      const waves = [1, 4, 7, 9, 11, 15].includes(index);
      d.add(
        d.inside(frame, [
          box(x, y, tileWide, tileHigh, d.fade([[0, lighter(wall, 0.25)], [1, mix(wall, palette.teal, 0.2)]])),
          backdrop(index % 6, x, y, wall, tileWide, tileHigh),
          person(d, x + tileWide / 2 + (waves ? -12 : 0), y + 116, { scale: 0.86, skin: skins[skin], hair: tone, style, wear, colour, mouth, glasses: [3, 9, 10].includes(index) ? palette.coal : undefined, turn: [-4, 3, 0, 5, -5, 0][index % 6], freckles: index === 3 || index === 13, headset: index === 6 ? palette.coal : index === 14 ? palette.cream : undefined, earrings: [2, 15].includes(index) ? palette.honey : undefined, light: 'left' }),
          waves ? palm(x + tileWide - 40, y + 200, { scale: 0.62, turn: 12, skin: skins[skin], sleeve: colour }) : [],
        ]),
        speaking ? box(x - 4, y - 4, tileWide + 8, tileHigh + 8, 'none', { rx: 19, stroke: palette.amber, strokeWidth: 7 }) : [],
      );
    });
  });
  // light falls over the glass
  d.add(
    d.inside(box(left, top, wide, high, '#000', { rx: 10 }), shape([[left, top], [left + 330, top], [left + 60, top + high], [left, top + high]], '#ffffff', { opacity: 0.06 })),
    disc(800, 41, 4, palette.lagoon),
  );
  plant(d, 1508, 890);
  mug(d, 118, 900);
  d.add(
    palm(300, 960, { scale: 1.9, turn: -12, skin: skins[2], sleeve: palette.teal, arm: 120 }),
    palm(560, 1010, { scale: 1.6, turn: 8, skin: skins[0], sleeve: palette.lilac, arm: 120, flip: true }),
    palm(1060, 1000, { scale: 1.75, turn: -8, skin: skins[7], sleeve: palette.brick, arm: 120 }),
    palm(1312, 956, { scale: 1.95, turn: 13, skin: skins[1], sleeve: palette.amber, arm: 120, flip: true }),
  );
  return d;
}

/** What is seen behind each of them: a shelf, a window, a poster, a plant, a lamp, a hill. */
function backdrop(kind, x, y, wall, wide, high) {
  const dark = mix(wall, palette.deep, 0.45);
  const at = (markup) => group(markup, { transform: `translate(${x} ${y})`, opacity: 0.75 });
  return at([
    () => [box(0, 52, 60, 6, dark), times(6, (i) => box(4 + i * 9, 52 - 20 - (i * 7) % 14, 7, 20 + (i * 7) % 14, [palette.brick, palette.teal, palette.cream][i % 3])), box(140, 96, 60, 6, dark), times(5, (i) => box(146 + i * 9, 96 - 24 - (i * 5) % 11, 7, 24 + (i * 5) % 11, [palette.amber, palette.deep, palette.rose][i % 3]))],
    () => [box(126, 18, 54, 78, palette.cream), box(131, 23, 44, 68, palette.mist), line(153, 23, 153, 91, palette.cream, 4), line(131, 56, 175, 56, palette.cream, 4)],
    () => [box(14, 22, 46, 62, palette.cream), disc(37, 46, 13, palette.amber), shape([[18, 80], [36, 58], [56, 80]], palette.teal)],
    () => [stroke('M172 232V130M172 160Q150 140 150 112M172 150Q192 130 190 104M172 190Q146 176 140 152', palette.moss, 4), times(6, (i) => oval([150, 190, 172, 140, 184, 158][i], [106, 98, 122, 146, 140, 168][i], 9, 16, palette.moss))],
    () => [line(160, 0, 160, 34, dark, 3), shape([[140, 60], [180, 60], [170, 34], [150, 34]], dark), oval(160, 61, 20, 5, palette.honey)],
    () => [disc(38, 54, 20, palette.cream, { opacity: 0.8 }), path(`M0 150Q50 96 96 140T${wide} 120V${high}H0Z`, dark, { opacity: 0.5 })],
  ][kind]());
}

function plant(d, x, ground) {
  const luck = chance(4);
  d.add(
    oval(x, ground + 8, 64, 9, palette.night, { opacity: 0.5 }),
    stroke(times(9, (i) => `M${x} ${ground - 90}Q${x + (i - 4) * 14} ${ground - 190} ${x + (i - 4) * 30} ${ground - 230 + Math.abs(i - 4) * 34}`).join(''), palette.pine, 5),
    times(9, (i) => path(`M${x + (i - 4) * 30} ${ground - 262 + Math.abs(i - 4) * 34}q${26 + luck.between(-4, 4)} 40 ${-(i - 4) * 12} 92q${-30} -40 ${(i - 4) * 12} -92Z`, [palette.moss, palette.sage, palette.pine][i % 3])),
    path(`M${x - 52} ${ground - 100}H${x + 52}L${x + 40} ${ground + 6}H${x - 40}Z`, palette.brick), path(`M${x - 52} ${ground - 100}H${x - 14}L${x - 12} ${ground + 6}H${x - 40}Z`, palette.coral), box(x - 58, ground - 110, 116, 20, palette.rust, { rx: 4 }),
  );
}

function mug(d, x, ground) {
  d.add(
    oval(x + 8, ground + 10, 66, 10, palette.night, { opacity: 0.5 }),
    stroke(`M${x + 44} ${ground - 70}q38 4 30 34q-8 20 -34 18`, palette.mist, 12),
    path(`M${x - 48} ${ground - 92}H${x + 48}L${x + 42} ${ground}Q${x} ${ground + 14} ${x - 42} ${ground}Z`, palette.mist), path(`M${x + 10} ${ground - 92}H${x + 48}L${x + 42} ${ground}Q${x + 26} ${ground + 6} ${x + 14} ${ground + 6}Z`, palette.lagoon), oval(x, ground - 92, 48, 11, palette.cream), oval(x, ground - 90, 40, 8, palette.toast),
    stroke(`M${x - 14} ${ground - 112}q-16 -22 0 -44t0 -44M${x + 16} ${ground - 112}q-16 -22 0 -44t0 -36`, palette.cream, 5, { opacity: 0.35 }),
  );
}
