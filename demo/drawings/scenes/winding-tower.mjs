// A double-strut headframe over its brick and steel hall at dusk, birches in front.

import { Drawing, box, disc, round, shape, stroke, times } from '../tools/ink.mjs';
import { farTown, hall, headframe } from '../tools/buildings.mjs';
import { birch, birds, clouds, flowers, grass, haze, land, sky, sun, tree } from '../tools/nature.mjs';
import { mix, palette } from '../tools/palette.mjs';
import { walker } from '../tools/people.mjs';

export default function draw() {
  const d = new Drawing();
  const ground = 800;
  d.add(
    sky(d, [[0, palette.night], [0.28, palette.teal], [0.52, '#6f9a9a'], [0.66, palette.rose], [0.8, palette.honey]]),
    disc(300, 120, 1.8, palette.cream), disc(980, 70, 1.6, palette.cream), disc(1260, 150, 2, palette.cream), disc(140, 230, 1.5, palette.cream), disc(1460, 90, 1.6, palette.cream), disc(600, 90, 1.4, palette.cream),
    sun(d, 470, 560, 120, palette.amber, { halo: 4.4, strength: 0.8, haloColour: palette.rose }),
    clouds(8, { count: 7, y: [190, 520], x: [-80, 1500], colour: palette.rose, opacity: 0.42 }),
    clouds(21, { count: 5, y: [420, 600], x: [-80, 1400], colour: palette.honey, opacity: 0.4 }),
    land(d, [690, 660, 676, 640, 662, 650, 690], mix(palette.lilac, palette.coral, 0.3), { more: { opacity: 0.75 } }),
    farTown(5, 730, mix(palette.violet, palette.teal, 0.45), { height: [16, 62], chimneys: 5, share: 0.07 }),
    land(d, [720, 708, 722, 700, 716, 704, 722], palette.deep),
    haze(d, 560, 200, palette.honey, 0.45),
    times(26, (index) => tree(index * 66 - 10, 748 + (index % 3) * 8, 96 + (index * 37) % 54, { seed: index + 2, tones: [mix(palette.pine, palette.night, 0.35), palette.pine, mix(palette.pine, palette.moss, 0.5)], light: 'left' })),
  );
  // the ground: forecourt, lawns, rails
  d.add(
    box(0, 760, 1600, 240, d.fade([[0, '#37675a'], [0.5, palette.pine], [1, palette.night]])),
    shape([[640, 800], [980, 800], [1330, 1000], [290, 1000]], d.fade([[0, '#caa98f'], [1, '#6d6a77']])),
    shape([[640, 800], [650, 800], [330, 1000], [290, 1000]], palette.honey, { opacity: 0.5 }),
    stroke('M775 800L640 1000M845 800L980 1000', palette.coal, 4, { opacity: 0.75 }), stroke('M773 800L637 1000M843 800L977 1000', palette.honey, 1.6),
    stroke(times(9, (index) => { const share = (index / 9) ** 1.5; return `M${round(766 - 150 * share)} ${round(804 + 196 * share)}H${round(854 + 150 * share)}`; }).join(''), palette.toast, 4, { opacity: 0.5 }),
  );
  // the headframe stands behind the shaft hall
  d.add(headframe(d, 810, 770, { scale: 0.945 }));
  d.add(
    hall(d, 180, ground, 290, 128, { bays: 5, bands: [0.26, 0.74], seed: 8, share: 0.5, shade: 0 }),
    hall(d, 1150, ground, 300, 128, { bays: 5, bands: [0.26, 0.74], seed: 4, share: 0.3, shade: 0.26, edge: palette.rust }),
    hall(d, 440, ground, 210, 178, { bays: 3, bands: [0.2, 0.8], seed: 2, share: 0.3 }),
    hall(d, 970, ground, 210, 178, { bays: 3, bands: [0.2, 0.8], seed: 6, share: 0.4, shade: 0.2, edge: palette.rust }),
    hall(d, 640, ground, 340, 258, { bays: 5, bands: [0.12, 0.66], seed: 5, share: 0.75, edge: palette.honey }),
    // the gate
    box(764, 716, 92, 84, palette.coal), box(770, 722, 80, 78, d.fade([[0, palette.honey], [1, palette.amber]])), stroke('M810 722V800M790 722V800M830 722V800M770 748H850', palette.coal, 3),
    shape([[770, 800], [850, 800], [905, 900], [715, 900]], palette.honey, { opacity: 0.3 }),
    shape([[980, 542], [980, 800], [860, 800], [860, 542]], palette.night, { opacity: 0.2 }),
    haze(d, 740, 110, palette.honey, 0.22),
  );
  d.add(
    walker(700, 868, 60, { coat: palette.teal, skin: '#e8b48f', hair: palette.coal }), walker(732, 872, 54, { coat: palette.amber, skin: '#a4683f', hair: palette.coal, dress: true }),
    walker(905, 900, 66, { coat: palette.brick, skin: '#f0c3a0', hair: palette.crust, dress: true }), walker(944, 896, 44, { coat: palette.sage, skin: '#f0c3a0', hair: palette.crust }),
    times(6, (row) => {
      const y = 830 + row * 28;
      const edge = 350 * (1 - (y - 800) / 200) + 290 - 20;
      return [
        grass(30 + row, { x: [0, edge], y: [y, y + 24], count: 40, height: [10 + row * 2, 18 + row * 4], colours: [palette.moss, mix(palette.moss, palette.honey, 0.4)] }),
        grass(50 + row, { x: [1620 - edge, 1600], y: [y, y + 24], count: 40, height: [10 + row * 2, 18 + row * 4], colours: [palette.moss, mix(palette.moss, palette.honey, 0.3)] }),
      ];
    }),
  );
  const leaf = [palette.pine, '#6d8b5c', palette.honey];
  d.add(
    birch(d, 232, 900, 560, { seed: 11, light: 'right', tones: leaf }), birch(d, 92, 950, 800, { seed: 24, light: 'right', tones: leaf }),
    birch(d, 1372, 910, 600, { seed: 7, light: 'left', tones: leaf }), birch(d, 1514, 960, 840, { seed: 31, light: 'left', tones: leaf }),
    grass(71, { x: [195, 270], y: [896, 910], count: 26 }), grass(72, { x: [50, 140], y: [946, 962], count: 30 }), grass(73, { x: [1335, 1412], y: [906, 920], count: 26 }), grass(74, { x: [1470, 1562], y: [956, 972], count: 30 }),
    flowers(9, { x: [0, 420], y: [940, 1000], count: 22, colours: [palette.cream, palette.coral, palette.honey] }),
    flowers(10, { x: [1230, 1600], y: [940, 1000], count: 20, colours: [palette.cream, palette.lilac, palette.honey] }),
    birds([[1090, 250, 16], [1130, 226, 12], [1172, 262, 13], [1060, 300, 10]], palette.night),
  );
  return d;
}
