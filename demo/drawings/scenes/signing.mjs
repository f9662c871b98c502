// Two hands sign; behind the table the green roof of the congress centre slopes down between its dark blocks.

import { Drawing, box, disc, oval, path, round, shape, stroke, times } from '../tools/ink.mjs';
import { farTown, windows } from '../tools/buildings.mjs';
import { writingHand } from '../tools/hands.mjs';
import { birds, clouds, flowers, grass, haze, sun, tree } from '../tools/nature.mjs';
import { spodek } from '../tools/saucer.mjs';
import { walker } from '../tools/people.mjs';
import { lighter, mix, palette, skins } from '../tools/palette.mjs';

export default function draw() {
  const d = new Drawing();
  d.add(
    box(0, 0, 1600, 700, d.fade([[0, '#5ba0a3'], [0.4, '#c5dcc8'], [0.7, palette.cream], [1, palette.honey]])),
    sun(d, 806, 190, 84, '#fde2a4', { halo: 5, strength: 0.9, haloColour: palette.cream }),
    clouds(5, { count: 9, x: [-60, 1440], y: [30, 230], colour: '#fffaf0', opacity: 0.55 }),
    farTown(23, 400, mix(palette.lilac, palette.mist, 0.4), { height: [30, 110], share: 0.06, lit: palette.cream }),
    [[70, 290, 64], [150, 240, 58], [1400, 330, 66], [1490, 270, 62]].map(([x, high, wide], index) => [box(x, 420 - high, wide, high, mix(palette.violet, palette.mist, 0.45)), box(x + wide * 0.7, 420 - high, wide * 0.3, high, mix(palette.violet, palette.teal, 0.3)), windows(x + 7, 432 - high, { columns: 3, rows: Math.floor(high / 18) - 1, width: 8, height: 9, stepX: 13, stepY: 17, glass: mix(palette.violet, palette.teal, 0.5), seed: index, share: 0.3, lit: [palette.cream] })]),
    spodek(d, 330, 424, { scale: 0.34, shell: '#e9dccb', shadow: '#5d6288' }), haze(d, 280, 180, palette.cream, 0.6),
  );
  // the building: two dark blocks, the green valley between them
  const stone = '#34353f';
  d.add(
    shape([[0, 420], [520, 360], [640, 470], [560, 640], [0, 640]], d.fade([[0, '#4b4c57'], [1, stone]])), shape([[1600, 400], [1060, 350], [960, 470], [1040, 640], [1600, 640]], d.fade([[0, '#3d3e4a'], [1, '#25262e']])),
    shape([[0, 420], [520, 360], [524, 366], [0, 428]], palette.honey, { opacity: 0.6 }), shape([[1600, 400], [1060, 350], [1058, 357], [1600, 409]], palette.honey, { opacity: 0.5 }),
    // upright slabs and glass bands
    stroke(times(30, (index) => { const x = 10 + index * 18; return `M${x} ${round(424 - x * 0.112)}V640`; }).join(''), '#22232b', 3, { opacity: 0.5 }), stroke(times(31, (index) => { const x = 1590 - index * 18; return `M${x} ${round(404 - (1600 - x) * 0.09)}V640`; }).join(''), '#15161c', 3, { opacity: 0.5 }),
    shape([[0, 500], [548, 470], [560, 500], [0, 540]], d.fade([[0, palette.honey], [1, palette.amber]])), shape([[1600, 490], [1046, 470], [1034, 500], [1600, 532]], d.fade([[0, palette.honey], [1, palette.amber]])),
    stroke(times(30, (index) => `M${10 + index * 18} 460V545`).join('') + times(31, (index) => `M${1590 - index * 18} 460V545`).join(''), stone, 4),
    // the sloping lawn with its path and steps
    path('M520 360L640 330L930 326L1060 350L1010 470L1180 660H420L596 470Z', d.fade([[0, '#b9d08a'], [0.5, '#7fae67'], [1, '#4f8a55']])),
    path('M520 360L640 330L700 440L560 660H420L596 470Z', '#96c072'), path('M1060 350L930 326L880 440L1040 660H1180L1010 470Z', '#5c9459'),
    stroke(times(14, (index) => `M${round(540 + index * 4)} ${round(372 + index * 20)}q40 -8 ${round(110 - index * 2)} ${round(-6 + index)}M${round(1044 - index * 3)} ${round(366 + index * 21)}q-50 -10 ${round(-110 + index)} ${round(-4 + index)}`).join(''), '#3f7a4b', 2, { opacity: 0.25 }),
    path('M772 328L800 328C816 400 720 430 736 500C750 560 860 580 850 660H670C690 590 640 550 650 490C660 430 770 390 772 328Z', d.fade([[0, palette.cream], [1, '#dcc09a']])), stroke(times(14, (index) => { const y = 350 + index * 22; const x = [776, 772, 760, 740, 716, 696, 684, 682, 690, 700, 706, 704, 700, 694][index]; return `M${x} ${y}h${[28, 32, 38, 44, 50, 54, 58, 66, 82, 98, 112, 122, 134, 146][index]}`; }).join(''), palette.crust, 2.4, { opacity: 0.6 }),
    walker(790, 400, 34, { coat: palette.brick, skin: skins[0], hair: palette.coal }), walker(694, 470, 44, { coat: palette.amber, skin: skins[3], hair: palette.coal, dress: true }), walker(716, 474, 46, { coat: palette.teal, skin: skins[1], hair: palette.crust }), walker(930, 440, 38, { coat: palette.cream, skin: skins[4], hair: palette.coal }), walker(600, 500, 48, { coat: palette.violet, skin: skins[0], hair: palette.coal, dress: true }),
    tree(880, 420, 58, { seed: 2 }), tree(920, 500, 74, { seed: 5 }), tree(990, 560, 92, { seed: 7, light: 'left' }), tree(560, 430, 56, { seed: 3 }), tree(520, 560, 90, { seed: 9 }),
    grass(3, { x: [490, 660], y: [560, 650], count: 60, height: [6, 16], colours: ['#b9d08a', '#4f8a55'] }), grass(4, { x: [870, 1080], y: [560, 650], count: 60, height: [6, 16], colours: ['#7fae67', '#3f7a4b'] }), flowers(5, { x: [500, 650], y: [590, 650], count: 16, height: [8, 16], size: 3.4, colours: [palette.cream, palette.coral, palette.honey] }),
    birds([[980, 150, 14], [1020, 128, 10], [620, 140, 12]], palette.deep),
    box(0, 560, 1600, 100, d.fade([[0, palette.night, 0], [1, palette.night, 0.22]])),
  );
  // the table
  d.add(
    shape([[0, 640], [1600, 640], [1600, 1000], [0, 1000]], d.fade([[0, '#d99a60'], [0.5, '#a9683c'], [1, '#6f3f2a']])), box(0, 640, 1600, 6, palette.honey), box(0, 646, 1600, 4, palette.toast, { opacity: 0.5 }),
    stroke('M0 700H380M430 690H900M980 704H1600M0 780H180M1360 770H1600M0 900H260M1300 916H1600M520 960H1080', '#6b3a22', 2.2, { opacity: 0.35 }), shape([[640, 650], [960, 650], [1180, 1000], [420, 1000]], '#ffe9bf', { opacity: 0.16 }),
  );
  // two folders
  const folder = (side) => {
    const at = (x, y) => [800 + side * x, y];
    const tone = side < 0 ? palette.teal : palette.brick;
    return [
      shape([at(26, 730), at(452, 730), at(560, 962), at(34, 962)], palette.night, { opacity: 0.3 }), shape([at(18, 716), at(450, 716), at(552, 946), at(22, 946)], tone), shape([at(18, 716), at(450, 716), at(452, 722), at(18, 722)], lighter(tone, 0.45)),
      shape([at(40, 726), at(424, 726), at(512, 930), at(48, 930)], '#fff8ea'), shape([at(40, 726), at(224, 726), at(262, 930), at(48, 930)], palette.sand, { opacity: 0.35 }),
      times(5, (row) => { const y = 748 + row * 22; const end = 400 + row * 8; return stroke(`M${round(at(74, y)[0])} ${y}L${round(at(end - (row % 3) * 46, y)[0])} ${y}`, mix(tone, palette.cream, 0.45), 5, { opacity: 0.6 }); }),
      stroke(`M${at(86, 900).join(' ')}L${at(260, 900).join(' ')}M${at(310, 900).join(' ')}L${at(470, 900).join(' ')}`, palette.slate, 2.6),
      disc(...at(392, 858), 24, side < 0 ? palette.amber : palette.lagoon), disc(...at(392, 858), 17, 'none', { stroke: palette.cream, strokeWidth: 3 }), shape([at(384, 880), at(376, 908), at(390, 900), at(402, 908), at(398, 880)], side < 0 ? palette.amber : palette.lagoon),
    ];
  };
  d.add(folder(-1), folder(1));
  d.add(
    stroke('M612 896c10 -34 24 -34 20 -6c-4 24 14 12 22 -8c6 -14 16 4 24 2', palette.deep, 4.4), stroke('M988 896c-10 -30 -22 -30 -22 -4c0 20 -12 14 -20 -4c-8 -16 -20 6 -30 0', palette.ember, 4.4),
    writingHand(d, 686, 886, { scale: 0.98, skin: skins[1], sleeve: palette.teal, cuff: '#fff6e6', pen: palette.night, trim: palette.honey, turn: -5 }),
    writingHand(d, 914, 886, { scale: 0.98, skin: skins[6], sleeve: '#b5502f', cuff: '#fff6e6', pen: palette.ember, trim: palette.honey, flip: true, turn: 5 }),
  );
  vase(d, 800, 706);
  return d;
}

function vase(d, x, foot) {
  d.add(
    oval(x + 8, foot, 44, 8, palette.night, { opacity: 0.3 }),
    stroke(`M${x} ${foot - 60}Q${x - 26} ${foot - 100} ${x - 40} ${foot - 124}M${x} ${foot - 60}Q${x - 4} ${foot - 110} ${x - 8} ${foot - 142}M${x} ${foot - 60}Q${x + 20} ${foot - 100} ${x + 34} ${foot - 128}`, palette.pine, 4),
    [[-40, -128, palette.amber], [-8, -148, palette.cream], [34, -132, palette.coral], [-24, -104, palette.lagoon], [14, -110, palette.honey]].map(([fx, fy, colour]) => [times(8, (petal) => oval(x + fx + Math.cos(petal * 0.785) * 11, foot + fy + Math.sin(petal * 0.785) * 11, 9, 7, colour)), disc(x + fx, foot + fy, 8, palette.toast)]),
    path(`M${x - 22} ${foot - 70}H${x + 22}C${x + 18} ${foot - 50} ${x + 36} ${foot - 30} ${x + 24} ${foot}H${x - 24}C${x - 36} ${foot - 30} ${x - 18} ${foot - 50} ${x - 22} ${foot - 70}Z`, d.fade([[0, palette.mist], [1, palette.teal]], { from: [0, 0], to: [1, 0] })),
  );
}
