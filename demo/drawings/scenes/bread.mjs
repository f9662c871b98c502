// A round loaf with a cross cut into it, ears of grain, salt and herbs; steam rises before an evening field.

import { Drawing, box, chance, disc, oval, path, round, shape, stroke, times } from '../tools/ink.mjs';
import { farTown } from '../tools/buildings.mjs';
import { clouds, haze, land, poplar, sun } from '../tools/nature.mjs';
import { bowl, ear, loaf, marigold, sprig, steam } from '../tools/still.mjs';
import { mix, palette } from '../tools/palette.mjs';

export default function draw() {
  const d = new Drawing();
  d.add(
    box(0, 0, 1600, 1000, d.fade([[0, '#1d4a58'], [0.22, '#5c8d8f'], [0.4, palette.rose], [0.56, palette.honey]])),
    sun(d, 800, 330, 190, palette.amber, { halo: 3.4, strength: 0.8, haloColour: '#ffe0a6' }),
    clouds(6, { count: 8, x: [-60, 1400], y: [60, 330], colour: palette.cream, opacity: 0.4 }),
    land(d, [470, 446, 462, 440, 466, 450, 470], mix(palette.lilac, palette.rose, 0.4)), farTown(71, 500, mix(palette.teal, palette.lilac, 0.45), { x: [-10, 620], height: [18, 66], chimneys: 2, share: 0.06 }), farTown(73, 500, mix(palette.brick, palette.lilac, 0.5), { x: [980, 1610], height: [18, 66], chimneys: 2, share: 0.06 }),
    haze(d, 400, 130, palette.cream, 0.6),
    land(d, [500, 486, 496, 490, 500, 484, 500], d.fade([[0, '#f2c069'], [1, '#b8702f']])),
    times(9, (index) => poplar([60, 96, 130, 1410, 1446, 1484, 1522, 420, 1190][index], 520, [110, 130, 104, 120, 140, 116, 100, 70, 76][index], index < 3 || index === 7 ? palette.deep : palette.rust, index < 3 || index === 7 ? palette.lagoon : palette.crust)),
  );
  // the field: rows that run to the sun
  const luck = chance(8);
  d.add(
    times(21, (index) => { const x = (index - 10) * 46; return shape([[800 + x * 0.7, 506], [800 + x * 0.7 + 7, 506], [800 + x * 5.2 + 60, 760], [800 + x * 5.2, 760]], index % 2 ? '#d9944a' : '#f6cf7f', { opacity: 0.5 }); }),
    [['#c27f36', 560, 16, 260], ['#e3a650', 610, 24, 240], ['#f3c877', 664, 34, 200]].map(([colour, y, high, count]) => stroke(times(count, () => { const x = luck.between(0, 1600); const top = y + luck.between(-16, 30); return `M${round(x)} ${round(top)}v${-high}m-3 ${round(high * 0.3)}v${round(-high * 0.4)}m6 0v${round(high * 0.4)}`; }).join(''), colour, 2.4)),
  );
  // the table with its cloth
  d.add(
    box(0, 690, 1600, 310, d.fade([[0, '#8a5334'], [1, '#3f2520']])), box(0, 690, 1600, 8, palette.crust), stroke('M0 760H1600M0 850H1600', '#3d221b', 3, { opacity: 0.45 }),
    path('M250 720L1350 720L1480 930Q1400 950 1330 930T1180 930T1030 930T880 930T730 930T580 930T430 930T280 930Q200 950 120 930Z', '#f4e8d3'),
    d.inside(path('M250 720L1350 720L1480 930Q1400 950 1330 930T1180 930T1030 930T880 930T730 930T580 930T430 930T280 930Q200 950 120 930Z', '#000'), [
      shape([[300, 700], [344, 700], [244, 960], [180, 960]], palette.teal), shape([[360, 700], [376, 700], [296, 960], [268, 960]], palette.teal), shape([[1256, 700], [1300, 700], [1420, 960], [1356, 960]], palette.brick), shape([[1224, 700], [1240, 700], [1332, 960], [1304, 960]], palette.brick),
      box(0, 886, 1600, 12, palette.amber, { opacity: 0.8 }), box(0, 906, 1600, 5, palette.amber, { opacity: 0.8 }), stroke(times(14, (index) => `M${470 + index * 52} ${718}L${380 + index * 65} 940`).join(''), palette.sand, 4, { opacity: 0.5 }),
      box(0, 700, 1600, 60, palette.night, { opacity: 0.12 }),
    ]),
    stroke(times(88, (index) => `M${130 + index * 15.4} ${round(934 + Math.sin(index) * 3)}l${round(Math.sin(index * 2) * 4)} 24`).join(''), '#f4e8d3', 3.4),
    // board
    oval(806, 848, 400, 66, palette.night, { opacity: 0.3 }), oval(800, 836, 396, 60, '#5e3521'), oval(800, 824, 396, 60, d.fade([[0, '#c58a55'], [1, '#8d5632']])), times(5, (index) => oval(800, 824, 376 - index * 60, 54 - index * 9, 'none', { stroke: '#7d4a2b', strokeWidth: 2, opacity: 0.4 })),
  );
  // ears stand on both sides
  d.add(
    ear(470, 838, { scale: 1.2, turn: -34 }), ear(500, 844, { scale: 1.3, turn: -22 }), ear(520, 848, { scale: 1.14, turn: -11, tone: '#f7d88f' }),
    ear(1130, 838, { scale: 1.2, turn: 34, flip: false }), ear(1100, 844, { scale: 1.3, turn: 22 }), ear(1080, 848, { scale: 1.14, turn: 11, tone: '#f7d88f' }),
    steam(d, 790, 500, { high: 380 }),
    loaf(d, 800, 846, { scale: 1.22 }),
  );
  d.add(
    bowl(d, 312, 892, { wide: 236 }),
    sprig(1180, 900, { long: 230, turn: 62, leaf: 56, tones: ['#6f9270', palette.sage], wide: 0.3 }), sprig(1150, 886, { long: 210, turn: 84, leaf: 30, pairs: 14, tones: [palette.pine, palette.moss], wide: 0.22 }), sprig(1190, 918, { long: 190, turn: 104, leaf: 46, tones: [palette.moss, '#a9c48e'] }),
    marigold(1206, 882, 46, { squash: 0.8 }), marigold(1290, 922, 38, { tone: '#f0b24a', turn: 1, squash: 0.8 }), marigold(1140, 926, 30, { tone: palette.coral, turn: 2, squash: 0.8 }),
    times(46, () => disc(luck.between(440, 600), luck.between(892, 926), luck.between(1.4, 3.2), '#fffdf6')), times(12, () => oval(luck.between(620, 1000), luck.between(890, 930), 9, 4.4, palette.crust)),
  );
  return d;
}
