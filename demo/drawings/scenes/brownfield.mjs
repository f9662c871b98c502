// An old works shed among birches; a crane behind it, new shoots and a path in front.

import { Drawing, box, chance, disc, line, oval, path, round, shape, stroke, times } from '../tools/ink.mjs';
import { bricks, farTown, truss } from '../tools/buildings.mjs';
import { birch, birds, clouds, flowers, grass, haze, land, leaves, sky, sun, tree } from '../tools/nature.mjs';
import { walker } from '../tools/people.mjs';
import { mix, palette } from '../tools/palette.mjs';

export default function draw() {
  const d = new Drawing();
  d.add(
    sky(d, [[0, '#7fb3b0'], [0.4, '#cfdcc4'], [0.62, palette.cream], [0.8, palette.honey]]),
    sun(d, 1180, 250, 96, '#fbe3ae', { halo: 4.2, strength: 0.8, haloColour: palette.cream }),
    clouds(12, { count: 8, y: [60, 400], x: [-80, 1400], colour: '#fffaf0', opacity: 0.6 }),
    land(d, [560, 520, 548, 510, 540, 520, 560], mix(palette.lilac, palette.mist, 0.5)),
    farTown(13, 590, mix(palette.lilac, palette.teal, 0.32), { height: [20, 76], chimneys: 4, share: 0.03 }),
    haze(d, 470, 150, palette.cream, 0.75),
  );
  crane(d, 1190, 700);
  d.add(land(d, [640, 616, 634, 610, 630, 612, 640], mix(palette.sage, palette.mist, 0.3)), times(30, (index) => tree(index * 55, 652 + (index % 3) * 5, 70 + (index * 23) % 44, { seed: index + 60, tones: [mix(palette.pine, palette.mist, 0.3), mix(palette.moss, palette.mist, 0.2), palette.sage] })));
  shed(d);
  // ground
  d.add(
    path('M0 742C300 722 900 738 1600 716V1000H0Z', d.fade([[0, '#a9b07a'], [0.4, palette.moss], [1, palette.pine]])),
    path('M646 752C650 800 830 800 812 850C796 890 560 890 540 1000H1010C1000 900 990 850 940 818C890 784 730 796 718 752Z', d.fade([[0, palette.cream], [0.4, palette.sand], [1, '#c19a70']])),
    path('M718 752C730 796 890 784 940 818C990 850 1000 900 1010 1000H966C956 900 950 858 908 828C860 794 712 800 702 752Z', palette.toast, { opacity: 0.3 }),
  );
  d.add(
    walker(848, 868, 96, { coat: palette.brick, skin: '#f0c3a0', hair: palette.crust, dress: true }), walker(902, 874, 100, { coat: palette.teal, skin: '#a4683f', hair: palette.coal }),
    bicycle(d, 560, 758),
    grass(1, { x: [0, 560], y: [770, 1000], count: 330, height: [14, 40], colours: [palette.moss, palette.sage, '#c5bf76'] }), grass(2, { x: [1020, 1600], y: [850, 1000], count: 300, height: [14, 40], colours: [palette.moss, palette.sage, '#c5bf76'] }), grass(6, { x: [980, 1600], y: [760, 850], count: 150, height: [10, 24], colours: [palette.moss, palette.sage] }),
    birch(d, 1340, 850, 560, { seed: 4, light: 'right', tones: [palette.moss, palette.sage, '#d8d98b'] }), birch(d, 1500, 930, 800, { seed: 15, light: 'left', tones: [palette.moss, palette.sage, '#d8d98b'] }),
    birch(d, 104, 900, 760, { seed: 27, light: 'right', tones: [palette.moss, palette.sage, '#d8d98b'] }), birch(d, 246, 830, 480, { seed: 19, light: 'right', tones: [palette.moss, palette.sage, '#d8d98b'] }),
    flowers(4, { x: [20, 520], y: [860, 1000], count: 34, colours: [palette.cream, palette.coral, palette.lilac, palette.honey] }), flowers(5, { x: [1060, 1590], y: [930, 1000], count: 26, colours: [palette.cream, palette.coral, palette.honey] }),
    shoots(d, 330, 985, 1.5), shoots(d, 440, 950, 1), shoots(d, 1150, 990, 1.35), shoots(d, 1260, 960, 0.95), shoots(d, 210, 990, 1.1),
    birds([[560, 200, 16], [610, 176, 12], [660, 214, 12]], palette.deep),
  );
  return d;
}

/** A tall crane that swings a bundle of timber. */
function crane(d, x, ground) {
  d.add(
    truss(x, ground, x, 128, 34, 22, palette.amber, 6), truss(x - 560, 150, x, 150, 30, 22, palette.amber, 5), truss(x, 150, x + 180, 150, 26, 7, palette.amber, 5),
    box(x + 110, 160, 74, 56, palette.coal), box(x + 110, 160, 74, 12, palette.slate), shape([[x - 20, 150], [x, 62], [x + 20, 150]], palette.amber), stroke(`M${x} 66L${x - 400} 138M${x} 66L${x + 160} 138`, palette.toast, 3),
    box(x - 30, 164, 40, 44, palette.teal), box(x - 26, 168, 22, 22, palette.mist),
    line(x - 440, 164, x - 440, 262, palette.coal, 2.5), shape([[x - 440, 262], [x - 494, 304], [x - 386, 304]], 'none', { stroke: palette.coal, strokeWidth: 2.5 }),
    times(3, (index) => box(x - 504, 304 + index * 12, 128, 11, [palette.crust, palette.honey, palette.crust][index], { rx: 2 })), box(x - 486, 302, 7, 40, palette.coal), box(x - 402, 302, 7, 40, palette.coal),
  );
}

/** A saw-tooth shed of brick; half of its panes are broken, the other half are new. */
function shed(d) {
  const [left, top, wide, ground] = [330, 520, 700, 752];
  const bay = wide / 5;
  d.add(times(5, (index) => {
    const x = left + index * bay;
    const fresh = index >= 3;
    return [
      shape([[x, top], [x, top - 108], [x + bay, top]], fresh ? palette.teal : '#8d4a3a'),
      fresh ? stroke(times(7, (row) => `M${round(x + 14 + row * 17)} ${round(top - 94 + row * 13)}V${top}`).join(''), palette.deep, 3, { opacity: 0.6 }) : stroke(times(8, (row) => `M${round(x + 10 + row * 16)} ${round(top - 96 + row * 12.4)}V${top}`).join(''), palette.ember, 4, { opacity: 0.5 }),
      shape([[x, top - 108], [x + bay, top], [x + bay, top + 8], [x, top - 98]], fresh ? palette.mist : palette.crust),
      fresh ? times(3, (panel) => shape([[x + 22 + panel * 38, top - 84 + panel * 29.5], [x + 52 + panel * 38, top - 61 + panel * 29.5], [x + 52 + panel * 38, top - 68 + panel * 29.5], [x + 22 + panel * 38, top - 91 + panel * 29.5]], palette.night)) : [],
      box(x - 4, top - 112, 9, 114, palette.coal),
    ];
  }));
  d.add(
    box(left, top, wide, ground - top, palette.brick), box(left, top, wide, ground - top, bricks(d, palette.ember, { opacity: 0.5 })),
    box(left, top, wide * 0.6, ground - top, palette.toast, { opacity: 0.3 }),
    box(left, top, wide, 14, palette.rust), box(left, top, wide, 4, palette.coral),
  );
  const luck = chance(5);
  d.add(times(5, (index) => {
    const [x, y, w, h] = [left + index * bay + 24, top + 46, bay - 48, 126];
    const fresh = index >= 3;
    const arch = `M${x} ${y + h}V${y + 26}Q${x + w / 2} ${y - 16} ${x + w} ${y + 26}V${y + h}Z`;
    return [
      path(arch, fresh ? d.fade([[0, palette.mist], [1, palette.honey]]) : palette.night),
      d.inside(path(arch, '#000'), [
        fresh ? [shape([[x, y], [x + w * 0.7, y], [x, y + h * 0.7]], '#fff', { opacity: 0.35 })] : times(9, () => box(x + Math.floor(luck.between(0, 4)) * (w / 4), y + Math.floor(luck.between(0, 5)) * (h / 5), w / 4, h / 5, luck.pick([palette.deep, palette.teal, palette.lagoon]))),
        stroke(times(3, (bar) => `M${round(x + (w * (bar + 1)) / 4)} ${y - 10}V${y + h}`).join('') + times(4, (bar) => `M${x} ${round(y + (h * (bar + 1)) / 5)}h${round(w)}`).join(''), palette.coal, 3.4),
      ]),
      path(arch, 'none', { stroke: fresh ? palette.cream : palette.ember, strokeWidth: 8 }), box(x - 8, y + h, w + 16, 9, palette.sand),
      index === 0 || index === 1 ? ivy(luck, x - 20, ground, 150 + index * 40) : [],
    ];
  }));
  // chimney with a young birch on top
  d.add(
    shape([[284, ground], [300, 250], [342, 250], [358, ground]], d.fade([[0, palette.coral], [0.4, palette.brick], [1, palette.ember]], { from: [1, 0], to: [0, 0] })), shape([[284, ground], [300, 250], [342, 250], [358, ground]], bricks(d, palette.ember, { opacity: 0.5 })),
    box(292, 244, 58, 16, palette.rust), box(292, 244, 58, 5, palette.coral), box(296, 292, 50, 9, palette.ember),
    birch(d, 322, 246, 100, { seed: 3, tones: [palette.moss, palette.sage, '#d8d98b'] }),
    // door
    box(642, 640, 78, 112, palette.coal), box(650, 648, 30, 104, palette.teal), box(682, 648, 30, 104, d.fade([[0, palette.honey], [1, palette.amber]])), shape([[682, 752], [712, 752], [760, 800], [690, 800]], palette.honey, { opacity: 0.4 }),
  );
}

const ivy = (luck, x, ground, high) => [
  leaves(luck, 90, () => [x + luck.between(-14, 30) * (0.4 + luck.next()), ground - luck.between(0, 1) ** 1.4 * high], 12, palette.pine),
  leaves(luck, 60, () => [x + luck.between(-12, 28) * (0.4 + luck.next()), ground - luck.between(0, 1) ** 1.4 * high], 10, palette.moss),
];

/** Young leaves out of broken ground. */
const shoots = (d, x, y, size) => [
  oval(x, y + 3, 34 * size, 7 * size, '#6d4a33'), path(`M${x - 34 * size} ${y + 2}Q${x} ${y - 16 * size} ${x + 34 * size} ${y + 2}Z`, '#8a6040'),
  stroke(`M${x} ${y - 4}C${x - 4} ${y - 40 * size} ${x + 6 * size} ${y - 60 * size} ${x + 2 * size} ${y - 84 * size}`, '#7fa45f', 5 * size),
  path(`M${x + 2 * size} ${y - 82 * size}q${-44 * size} ${-6 * size} ${-54 * size} ${-42 * size}q${46 * size} ${-4 * size} ${54 * size} ${42 * size}Z`, '#9cc071'), path(`M${x + 2 * size} ${y - 82 * size}q${40 * size} ${-10 * size} ${46 * size} ${-48 * size}q${-44 * size} ${2 * size} ${-46 * size} ${48 * size}Z`, '#7fa45f'),
  path(`M${x} ${y - 44 * size}q${32 * size} ${2 * size} ${42 * size} ${-24 * size}q${-34 * size} ${-8 * size} ${-42 * size} ${24 * size}Z`, '#b4d488'),
];

const bicycle = (d, x, y) => [
  disc(x - 26, y - 20, 19, 'none', { stroke: palette.coal, strokeWidth: 3.4 }), disc(x + 26, y - 20, 19, 'none', { stroke: palette.coal, strokeWidth: 3.4 }),
  stroke(`M${x - 26} ${y - 20}L${x - 10} ${y - 44}H${x + 16}L${x + 2} ${y - 20}Z M${x - 14} ${y - 52}L${x + 2} ${y - 20}M${x + 14} ${y - 54}L${x + 26} ${y - 20}`, palette.brick, 4), stroke(`M${x - 22} ${y - 53}h14M${x + 14} ${y - 54}l10 -6`, palette.coal, 5),
];
