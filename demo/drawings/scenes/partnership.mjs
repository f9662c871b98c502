// Two landscapes in one: the headframe on the left, the saucer on the right, river and path lead to one sun.

import { Drawing, box, disc, path, round, shape, stroke, times } from '../tools/ink.mjs';
import { farTown, hall, headframe, windows } from '../tools/buildings.mjs';
import { birch, birds, clouds, flowers, glints, grass, haze, land, poplar, tree } from '../tools/nature.mjs';
import { walker } from '../tools/people.mjs';
import { spodek } from '../tools/saucer.mjs';
import { lighter, mix, palette } from '../tools/palette.mjs';

export default function draw() {
  const d = new Drawing();
  // the sky: teal from the left, amber from the right, light where they meet
  d.add(
    box(0, 0, 1600, 1000, d.fade([[0, palette.teal], [0.35, '#8fbdb4'], [0.5, palette.cream], [0.66, '#f0c48d'], [1, palette.coral]], { from: [0, 0], to: [1, 0] })),
    box(0, 0, 1600, 640, d.fade([[0, '#33304f', 0.66], [0.5, '#33304f', 0.1], [1, palette.cream, 0.35]])),
    disc(800, 470, 560, d.glow([[0, palette.cream, 0.9], [0.4, palette.honey, 0.35], [1, palette.honey, 0]])),
    times(28, (index) => { const angle = (index / 28) * Math.PI * 2; return shape([[800, 470], [800 + Math.cos(angle) * 1300, 470 + Math.sin(angle) * 1300], [800 + Math.cos(angle + 0.11) * 1300, 470 + Math.sin(angle + 0.11) * 1300]], palette.cream, { opacity: 0.1 }); }),
    disc(800, 470, 150, palette.honey, { opacity: 0.3 }), disc(800, 470, 116, d.fade([[0, '#fff4dc'], [1, palette.amber]])),
    clouds(3, { count: 5, x: [-60, 560], y: [70, 330], colour: palette.mist, opacity: 0.4 }), clouds(5, { count: 5, x: [900, 1500], y: [70, 330], colour: palette.rose, opacity: 0.5 }),
    land(d, [530, 500, 520, 545, 520, 490, 516, 500], palette.lilac, { more: { opacity: 0.8 } }),
    farTown(9, 590, mix(palette.lagoon, palette.lilac, 0.45), { x: [0, 560], height: [16, 64], share: 0.04 }),
    farTown(31, 590, mix(palette.coral, palette.lilac, 0.45), { x: [1040, 1600], height: [16, 70], share: 0.04 }),
    land(d, [585, 560, 575, 588, 592, 578, 560, 580], mix(palette.sage, palette.lilac, 0.35)),
    haze(d, 470, 170, palette.cream, 0.7),
  );
  // middle hills
  d.add(
    path('M1600 590C1420 556 1240 590 1060 628C960 650 880 640 790 636L790 1000H1600Z', d.fade([[0, '#d9a25c'], [1, palette.crust]])),
    path('M0 600C160 560 380 590 560 630C660 652 720 640 800 636L822 640L850 730V1000H0Z', d.fade([[0, palette.lagoon], [1, palette.teal]])),
    times(5, (index) => poplar(600 + index * 26, 646 - index * 2 + (index % 2) * 6, 92 - index * 6, palette.deep, palette.lagoon)),
    times(9, (index) => poplar(1176 - index * 26, 640 - index * 2 + (index % 2) * 6, 92 - index * 6, palette.rust, palette.crust)),
  );
  // left: headframe, hall, birches
  d.add(
    headframe(d, 316, 700, { scale: 0.8, steel: '#2b6d75', lit: '#74b7b3', dark: '#17505c', deepest: palette.night, flip: true }),
    hall(d, 116, 742, 400, 130, { wall: '#2f7f85', glass: palette.deep, bays: 7, bands: [0.24, 0.74], seed: 5, share: 0.5, edge: palette.mist }),
    path('M0 738C140 722 360 726 520 736C640 744 740 740 800 706L836 690V1000H0Z', d.fade([[0, '#3e8f80'], [1, palette.pine]])),
  );
  // right: the saucer and its towers
  d.add(
    [[1500, 300, 74, '#c98f57'], [1420, 236, 66, '#d39d66'], [1060, 196, 58, '#d8a778']].map(([x, high, wide, colour], index) => [
      box(x, 722 - high, wide, high, d.fade([[0, lighter(colour, 0.2)], [1, colour]])), box(x, 722 - high, wide * 0.26, high, palette.honey, { opacity: 0.6 }), box(x + wide * 0.72, 722 - high, wide * 0.28, high, palette.rust, { opacity: 0.5 }),
      windows(x + 8, 732 - high, { columns: 4, rows: Math.round(high / 18), width: wide / 4 - 9, height: 9, stepX: wide / 4 - 2, stepY: 17, glass: mix(colour, palette.ember, 0.5), seed: index + 4, share: 0.25, lit: [palette.cream] }),
    ]),
    spodek(d, 1262, 730, { scale: 0.56, shell: '#f3dcb8', shadow: '#a1543a', light: palette.cream }),
    path('M1600 738C1460 722 1240 726 1080 736C980 742 900 742 874 722L858 690V1000H1600Z', d.fade([[0, '#cf8f4a'], [1, '#8a3f2c']])),
  );
  // the river out of the light, the path beside it crosses by a small bridge
  const water = 'M782 640C760 680 850 704 838 740C820 800 620 830 560 1000H980C990 880 900 810 892 744C886 704 836 690 822 640Z';
  d.add(
    path(water, d.fade([[0, palette.honey], [0.3, '#d9d3bd'], [1, palette.lagoon]])),
    d.inside(path(water, '#000'), [
      path('M822 640C836 690 886 704 892 744C900 810 990 880 980 1000H880C900 880 850 800 858 744C862 704 806 690 806 640Z', palette.amber, { opacity: 0.45 }),
      glints(4, { x: [560, 960], y: [690, 1000], count: 90, colour: palette.cream, opacity: 0.7, length: [14, 56] }),
    ]),
    path('M0 905C180 850 420 870 600 862L604 886C430 894 220 876 0 960Z', palette.sand), path('M1600 905C1420 850 1160 870 954 862L948 886C1130 894 1380 876 1600 960Z', palette.sand),
    path('M0 905C180 850 420 870 600 862L601 868C430 876 190 858 0 915Z', palette.cream), path('M1600 905C1420 850 1160 870 954 862L953 868C1150 876 1410 858 1600 915Z', palette.cream),
    // bridge
    path('M572 880C640 826 900 826 984 880V912C910 846 640 846 572 912Z', palette.brick), path('M572 880C640 826 900 826 984 880L982 888C900 836 640 836 574 888Z', palette.honey),
    stroke(times(17, (index) => { const share = index / 16; const x = 580 + share * 396; const y = 876 - Math.sin(share * Math.PI) * 38; return `M${round(x)} ${round(y)}v-34`; }).join(''), palette.ember, 4),
    stroke('M580 842C650 786 896 786 976 842', palette.ember, 6), stroke('M580 840C650 784 896 784 976 840', palette.honey, 2),
  );
  d.add(
    walker(716, 852, 74, { coat: palette.teal, skin: '#e8b48f', hair: palette.crust, legs: palette.coal }), walker(838, 852, 74, { coat: palette.amber, skin: '#a4683f', hair: palette.coal, dress: true, flip: true, legs: palette.coal }),
    times(6, (index) => tree(566 + index * 36 - (index % 2) * 14, 752 - (index % 2) * 6, 66, { seed: index + 3, light: 'right' })).slice(0, 4),
    times(4, (index) => tree(1046 - index * 34, 752 - (index % 2) * 6, 66, { seed: index + 9, light: 'left', tones: [palette.ember, palette.rust, palette.amber] })),
    grass(4, { x: [0, 560], y: [930, 1000], count: 260, height: [16, 40], colours: [palette.deep, palette.lagoon, palette.moss] }),
    grass(5, { x: [1000, 1600], y: [930, 1000], count: 260, height: [16, 40], colours: [palette.ember, palette.crust, palette.honey] }),
    birch(d, 40, 940, 560, { seed: 5, light: 'right', tones: [palette.pine, palette.moss, palette.mist] }),
    birch(d, 1560, 940, 560, { seed: 6, light: 'left', tones: [palette.rust, palette.amber, palette.honey] }),
    flowers(6, { x: [10, 520], y: [940, 1000], count: 26, colours: [palette.cream, palette.lilac, palette.mist] }), flowers(8, { x: [1020, 1590], y: [940, 1000], count: 26, colours: [palette.cream, palette.honey, palette.coral] }),
    birds([[660, 220, 16], [716, 250, 12], [930, 200, 15], [884, 236, 11], [800, 180, 13]], palette.deep, 3),
  );
  return d;
}
