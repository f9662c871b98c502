// A stall at the edge of the wood: bread, marigolds, jars of salve, bundles of herbs.

import { Drawing, box, chance, disc, line, move, oval, path, shape, stroke, times } from '../tools/ink.mjs';
import { leaves, tree } from '../tools/nature.mjs';
import { jar, loaf, marigold, sprig } from '../tools/still.mjs';
import { darker, lighter, mix, palette } from '../tools/palette.mjs';

export default function draw() {
  const d = new Drawing();
  // sunlit wood behind
  d.add(
    box(0, 0, 1600, 1000, d.fade([[0, '#31685f'], [0.45, '#8fb58b'], [0.7, '#e7dca0']])), disc(1080, 330, 620, d.glow([[0, '#fff0b8', 0.9], [0.5, '#f6dc92', 0.4], [1, '#f6dc92', 0]])),
    times(22, (index) => { const x = index * 78 - 30 + (index % 3) * 14; const wide = 12 + (index * 7) % 12; return [box(x, 60, wide, 600, mix('#4f8373', '#d9d79a', (index % 4) * 0.14)), box(x + wide * 0.65, 60, wide * 0.35, 600, '#2f5f55', { opacity: 0.35 })]; }),
    times(9, (index) => shape([[1110 - index * 30, 120], [1130 - index * 30, 120], [1000 - index * 150, 700], [930 - index * 150, 700]], '#fff3c2', { opacity: 0.12 })),
    times(15, (index) => tree(index * 116 - 20, 690, 210 + (index * 47) % 90, { seed: index + 5, tones: [mix(palette.pine, '#8fb58b', 0.3), mix(palette.moss, '#c9cf8b', 0.25), '#cfd58d'] })),
    times(7, (index) => tree(index * 270 - 40, 720, 250 + (index * 61) % 80, { seed: index + 35, tones: [palette.pine, palette.moss, '#a9c07a'] })),
  );
  // posts and awning
  d.add(
    box(92, 120, 34, 640, '#7d4d30'), box(92, 120, 11, 640, palette.crust), box(1474, 120, 34, 640, '#7d4d30'), box(1474, 120, 11, 640, palette.crust),
    times(16, (index) => { const x = index * 100; const tone = index % 2 ? palette.cream : index < 8 ? palette.teal : palette.brick; return [shape([[800 + (x - 800) * 1.18, 0], [800 + (x - 700) * 1.18, 0], [x + 100, 128], [x, 128]], tone), path(`M${x} 126h100v34a50 34 0 0 1 -100 0z`, darker(tone, 0.1)), path(`M${x} 126h100v8h-100z`, palette.night, { opacity: 0.2 })]; }),
    box(0, 204, 1600, 60, d.fade([[0, palette.night, 0.22], [1, palette.night, 0]])),
    box(110, 196, 1380, 12, '#6b3f28'),
  );
  // bundles hang from the rail
  const bundle = (x, long, kind, tilt = 0) => move(x, 206, [
    line(0, 0, 0, 44, palette.crust, 4), ...[-26, -15, -5, 6, 16, 27].map((turn, index) => kind === 'lavender'
      ? [sprig(0, 48, { long: long * (0.86 + (index % 3) * 0.08), turn: 180 + turn, leaf: 20, pairs: 5, tones: ['#6f9270', palette.sage], wide: 0.25 }), move(0, 48, times(9, (bud) => oval(bud % 2 ? 5 : -5, -long * (0.66 + bud * 0.035), 6, 7, bud % 2 ? palette.violet : palette.lilac)), { turn: 180 + turn })]
      : kind === 'marigold' ? [sprig(0, 48, { long: long * 0.8, turn: 180 + turn, leaf: 26, pairs: 6 })] : sprig(0, 48, { long: long * (0.86 + (index % 3) * 0.08), turn: 180 + turn, leaf: kind === 'sage' ? 44 : 26, pairs: kind === 'sage' ? 7 : 12, tones: kind === 'sage' ? ['#7d9f83', '#b6cbaa'] : [palette.pine, palette.moss], wide: kind === 'sage' ? 0.34 : 0.24 })),
    kind === 'marigold' ? [[-62, 214], [-26, 240], [8, 222], [44, 236], [70, 206], [-6, 190]].map(([mx, my], index) => marigold(mx, my, 30 - (index % 3) * 3, { tone: index % 2 ? palette.amber : '#ef8b3a', turn: index })) : [],
    box(-17, 54, 34, 17, palette.brick, { rx: 5 }), stroke('M-17 60H17M-17 65H17', palette.honey, 2),
  ], { turn: tilt });
  d.add(bundle(236, 230, 'sage', 2), bundle(424, 250, 'lavender', -2), bundle(612, 220, 'thyme', 1), bundle(806, 210, 'marigold'), bundle(1000, 230, 'sage', -2), bundle(1186, 250, 'thyme', 2), bundle(1366, 240, 'lavender', -1));
  // counter
  d.add(
    box(0, 730, 1600, 270, d.fade([[0, '#c08552'], [0.28, '#98613a'], [0.3, '#6e4129'], [1, '#44271d']])), box(0, 730, 1600, 7, palette.honey), box(0, 806, 1600, 10, '#3c211a', { opacity: 0.6 }),
    times(12, (index) => box(index * 136 + 4, 818, 126, 190, d.fade([[0, '#8a5436'], [1, '#55311f']]))), stroke(times(12, (index) => `M${index * 136 + 30} 830v160M${index * 136 + 80} 840v150`).join(''), '#3c211a', 2, { opacity: 0.35 }),
    path('M560 806H1040L1060 960L800 1000L540 960Z', '#f4e8d3'), path('M560 806H1040L1042 824H558Z', palette.night, { opacity: 0.15 }), stroke('M556 930L800 968L1044 930M553 944L800 982L1047 944', palette.teal, 5), marigold(800, 886, 48), sprig(744, 890, { long: 120, turn: -80, leaf: 30 }), sprig(856, 890, { long: 120, turn: 80, leaf: 30 }),
  );
  // on the counter
  d.add(
    oval(800, 776, 330, 32, '#5e3521'), oval(800, 768, 330, 32, '#c58a55'),
    loaf(d, 770, 778, { scale: 0.84, seed: 5 }), slice(d, 1010, 778, 1), slice(d, 1060, 786, 0.94),
    jar(d, 206, 786, { wide: 150, high: 170, fill: '#f0a93c', cloth: palette.cream, dots: palette.brick }), jar(d, 346, 796, { wide: 118, high: 118, fill: '#a9bf7d', cloth: palette.mist, dots: palette.teal, mark: 'leaf' }), jar(d, 470, 800, { wide: 92, high: 84, fill: '#f6cf7a', cloth: palette.rose, dots: palette.brick, mark: 'grain' }),
    jar(d, 1416, 786, { wide: 150, high: 160, fill: '#d98a35', cloth: palette.lilac, dots: palette.violet, mark: 'grain' }), jar(d, 1286, 798, { wide: 110, high: 108, fill: '#f2b64e', cloth: palette.cream, dots: palette.teal }),
  );
  tins(d);
  const luck = chance(4);
  d.add(
    marigold(560, 806, 36, { squash: 0.75 }), marigold(612, 822, 28, { tone: '#ef8b3a', squash: 0.75, turn: 1 }), marigold(1160, 818, 38, { squash: 0.75, turn: 2 }), marigold(1214, 828, 27, { tone: '#f0b24a', squash: 0.75 }), marigold(90, 816, 34, { squash: 0.75, tone: '#ef8b3a' }), marigold(1530, 820, 32, { squash: 0.75 }),
    sprig(540, 818, { long: 130, turn: -96, leaf: 34, tones: ['#6f9270', palette.sage], wide: 0.3 }), sprig(1240, 832, { long: 130, turn: 92, leaf: 24, pairs: 12, tones: [palette.pine, palette.moss], wide: 0.25 }),
    times(26, () => oval(luck.between(620, 1120), luck.between(796, 804), 4, 2, palette.crust)),
    leaves(luck, 20, () => [luck.between(60, 1540), luck.between(790, 804)], 12, palette.moss),
  );
  return d;
}

function slice(d, x, y, scale) {
  const rim = 'M-74 0C-96 -40 -104 -120 -60 -150C-20 -174 40 -170 70 -142C104 -110 96 -40 76 0Z';
  d.add(move(x, y, [oval(14, 0, 96, 10, palette.night, { opacity: 0.3 }), path(rim, '#6b3719', { transform: 'translate(14 -3)' }), path(rim, '#a65f2b'), path('M-64 -8C-84 -44 -90 -112 -52 -138C-16 -160 36 -156 62 -132C92 -104 84 -44 66 -8Z', d.fade([[0, '#fbe7bd'], [1, '#e6bd80']])), times(26, (index) => oval(-56 + (index * 37) % 112, -18 - (index * 53) % 112, 3 + (index % 3) * 2, 2 + (index % 2) * 2, '#cf9a58', { opacity: 0.6 }))], { scale }));
}

function tins(d) {
  const tin = (x, y, tone) => [oval(x + 5, y + 2, 42, 10, palette.night, { opacity: 0.3 }), path(`M${x - 38} ${y - 26}V${y - 6}A38 10 0 0 0 ${x + 38} ${y - 6}V${y - 26}Z`, d.fade([[0, lighter(tone, 0.4)], [0.5, tone], [1, darker(tone, 0.4)]], { from: [0, 0], to: [1, 0] })), oval(x, y - 26, 38, 10, lighter(tone, 0.5)), oval(x, y - 26, 30, 7, '#f8dfa0')];
  d.add(tin(1140, 778, palette.lagoon), tin(1196, 790, palette.mist));
}
