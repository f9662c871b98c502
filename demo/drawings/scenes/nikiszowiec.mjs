// The workers' estate of red brick: an arch to the next street, red window reveals, laundry, bay windows with flowers.

import { Drawing, box, chance, disc, group, line, oval, path, round, shape, stroke, times } from '../tools/ink.mjs';
import { bricks } from '../tools/buildings.mjs';
import { birds, clouds, leaves, sky, sun, tree } from '../tools/nature.mjs';
import { walker } from '../tools/people.mjs';
import { darker, lighter, mix, palette } from '../tools/palette.mjs';

const red = '#d8412f';
const wall = '#9c4433';

export default function draw() {
  const d = new Drawing();
  d.add(
    sky(d, [[0, '#7fb0b4'], [0.3, '#d9d8c0'], [0.6, palette.honey]]),
    sun(d, 790, 330, 110, palette.honey, { halo: 4, strength: 0.9, haloColour: palette.cream }),
    clouds(4, { count: 6, x: [380, 1100], y: [50, 240], length: [120, 280], colour: palette.cream, opacity: 0.6 }),
  );
  // the church with its dome closes the street
  d.add(
    group([
      box(690, 330, 200, 320, '#b96a4c'), box(830, 330, 60, 320, palette.ember, { opacity: 0.4 }),
      path('M690 332C690 250 730 214 790 204C850 214 890 250 890 332Z', '#5f8f86'), path('M690 332C690 250 730 214 790 204C750 226 730 262 730 332Z', palette.mist), stroke('M790 206V332M740 236Q716 270 716 332M840 236Q864 270 864 332', '#40706b', 3),
      box(772, 168, 36, 44, '#b96a4c'), path('M768 170Q790 130 812 170Z', '#5f8f86'), line(790, 150, 790, 112, palette.coal, 4), line(780, 124, 800, 124, palette.coal, 4),
      times(4, (index) => path(`M${708 + index * 44} 470V400a12 12 0 0 1 24 0V470Z`, index % 2 ? palette.honey : palette.ember)), disc(790, 356, 16, palette.cream),
      box(690, 330, 200, 8, palette.cream, { opacity: 0.7 }),
    ]),
    // the next street, seen through the arch
    box(640, 500, 300, 204, d.fade([[0, palette.cream], [1, palette.honey]])),
    shape([[640, 480], [724, 560], [724, 652], [640, 704]], '#b96a4c'), shape([[940, 480], [856, 560], [856, 652], [940, 704]], '#c97f5a'),
    times(3, (index) => [shape([[654 + index * 24, 560 + index * 14], [668 + index * 24, 568 + index * 14], [668 + index * 24, 604 + index * 6], [654 + index * 24, 602 + index * 6]], index === 1 ? palette.honey : '#5d8c92'), shape([[926 - index * 24, 560 + index * 14], [912 - index * 24, 568 + index * 14], [912 - index * 24, 604 + index * 6], [926 - index * 24, 602 + index * 6]], '#5d8c92')]),
    shape([[640, 704], [724, 652], [856, 652], [940, 704]], '#d8b083'), tree(760, 656, 62, { seed: 3 }), tree(822, 656, 74, { seed: 5 }),
  );
  // the gate house over the street with its arch
  const arch = 'M560 700V560H470V430H1110V560H1020V700ZM650 700V590C650 500 930 500 930 590V700Z';
  d.add(
    path('M440 430L480 368H1100L1140 430Z', '#6f3a3a'), path('M440 430L480 368H1100L1092 380H486L458 430Z', '#a15a48'),
    path(arch, wall, { fillRule: 'evenodd' }), path(arch, bricks(d, '#5b231f', { opacity: 0.5 }), { fillRule: 'evenodd' }),
    path('M636 700V590C636 484 944 484 944 590V700H930V590C930 500 650 500 650 590V700Z', red), path('M636 700V590C636 530 730 504 790 504V514C730 514 650 540 650 590V700Z', lighter(red, 0.35)),
    times(15, (index) => { const angle = Math.PI + (index / 14) * Math.PI; return line(790 + Math.cos(angle) * 140, 592 + Math.sin(angle) * 78, 790 + Math.cos(angle) * 154, 592 + Math.sin(angle) * 92, palette.ember, 2); }),
    box(470, 420, 640, 14, palette.rust), box(470, 420, 640, 4, palette.coral),
    [560, 670, 790, 910, 1020].map((x, index) => casement(d, x - 30, 446, 60, 46, index % 2 === 0, index)),
  );
  // two rows of houses run to the gate in perspective
  d.add(row(d, 1), group(row(d, -1), { transform: 'translate(1580 0) scale(-1 1)' }), box(1020, 0, 580, 1000, d.fade([[0, palette.night, 0.12], [1, palette.night, 0.4]], { from: [0, 0], to: [1, 0] }), { opacity: 0 }));
  // the street of setts
  d.add(
    shape([[560, 700], [1020, 700], [1600, 1000], [-20, 1000]], d.fade([[0, '#d8a877'], [0.4, '#97705f'], [1, '#4d4250']])),
    stroke(times(13, (index) => { const share = (index / 13) ** 1.7; const y = 704 + share * 296; return `M${round(560 - share * 580)} ${round(y)}H${round(1020 + share * 580)}`; }).join(''), '#5a4048', 2, { opacity: 0.45 }),
    stroke(times(31, (index) => { const share = index / 30; return `M${round(560 + share * 460)} 700L${round(-20 + share * 1620)} 1000`; }).join(''), '#5a4048', 1.6, { opacity: 0.3 }),
    shape([[650, 700], [930, 700], [1050, 1000], [420, 1000]], palette.honey, { opacity: 0.2 }),
    shape([[560, 700], [600, 700], [130, 1000], [-20, 1000]], d.fade([[0, '#e4c59a'], [1, '#8a7167']])), shape([[1020, 700], [980, 700], [1450, 1000], [1600, 1000]], d.fade([[0, '#b98d70'], [1, '#5a4b55']])),
  );
  laundry(d, [[318, 400], [560, 470], [1000, 462], [1262, 392]], 1, 0.92);
  laundry(d, [[110, 250], [480, 372], [1090, 366], [1480, 236]], 7, 1.36);
  d.add(
    walker(742, 742, 62, { coat: palette.teal, skin: '#e8b48f', hair: palette.coal, dress: true }), walker(830, 736, 58, { coat: palette.amber, skin: '#f0c3a0', hair: palette.crust, flip: true }),
    walker(566, 850, 128, { coat: palette.lagoon, skin: '#f0c3a0', hair: '#c9c4c0', dress: true, legs: '#3a2c38' }), walker(640, 846, 84, { coat: palette.honey, skin: '#f0c3a0', hair: palette.crust, legs: '#3a2c38' }),
    walker(1040, 880, 140, { coat: palette.deep, skin: '#a4683f', hair: palette.coal, flip: true, legs: '#3a2c38' }),
    cat(742, 918),
    birds([[620, 120, 14], [660, 100, 11], [940, 150, 14], [980, 132, 10]], palette.deep),
  );
  return d;
}

/** A window of two wings with its red reveal, white bars, curtain and flower box. */
function casement(d, x, y, wide, high, lit, seed) {
  const glass = lit ? d.fade([[0, palette.honey], [1, palette.amber]]) : d.fade([[0, '#4f7c86'], [1, '#24434f']]);
  return [
    box(x - wide * 0.16, y - high * 0.12, wide * 1.32, high * 1.2, red), path(`M${x - wide * 0.16} ${y - high * 0.12}Q${x + wide / 2} ${y - high * 0.34} ${x + wide * 1.16} ${y - high * 0.12}Z`, lighter(red, 0.15)),
    box(x, y, wide, high, glass), box(x, y, wide * 0.3, high, palette.cream, { opacity: 0.55 }), box(x + wide * 0.72, y, wide * 0.28, high, palette.cream, { opacity: 0.4 }),
    stroke(`M${round(x + wide / 2)} ${y}v${high}M${x} ${round(y + high * 0.36)}h${wide}`, palette.cream, Math.max(2, wide * 0.06)), box(x, y, wide, high, 'none', { stroke: palette.cream, strokeWidth: Math.max(2, wide * 0.06) }),
    seed % 3 !== 1 ? [box(x - wide * 0.1, y + high * 0.98, wide * 1.2, high * 0.13, palette.pine), leaves(chance(seed + 4), 16, (luck) => [x + luck.between(-0.08, 1.02) * wide, y + high * luck.between(0.88, 1.02)], wide * 0.12, palette.moss), times(6, (index) => disc(x + (index + 0.5) * wide * 0.19 - wide * 0.05, y + high * (0.88 + (index % 2) * 0.06), wide * 0.055, [palette.honey, palette.cream, palette.coral][(index + seed) % 3]))] : [],
  ];
}

/** One side of the street: a front that shrinks towards the gate; drawn for the left side. */
function row(d, light) {
  const far = { x: 560, top: 386, foot: 704 };
  const near = { x: -40, top: -60, foot: 1012 };
  const at = (share, level) => { // share 0 near .. 1 far, level 0 top .. 1 foot
    const depth = 1 - (1 - share) ** 1.75;
    const x = near.x + (far.x - near.x) * depth;
    const top = near.top + (far.top - near.top) * depth;
    const foot = near.foot + (far.foot - near.foot) * depth;
    return [x, top + (foot - top) * level];
  };
  const quad = (left, right, high, low, fill, more) => shape([at(left, high), at(right, high), at(right, low), at(left, low)], fill, more);
  const front = [at(0, 0), at(1, 0), at(1, 1), at(0, 1)];
  const tone = light > 0 ? mix(wall, '#5d2a2e', 0.45) : mix(wall, palette.coral, 0.18);
  const courses = times(64, (index) => { const level = index / 64; return `M${at(0, level).map(round).join(' ')}L${at(1, level).map(round).join(' ')}`; }).join('');
  const joints = times(32, (course) => times(34, (index) => { const share = (index + (course % 2) / 2) / 34; return `M${at(share, course / 32).map(round).join(' ')}L${at(share, (course + 0.5) / 32).map(round).join(' ')}`; }).join('')).join('');
  const parts = [
    shape(front, tone), stroke(courses, '#4b1c1c', 1.2, { opacity: 0.38 }), stroke(joints, '#4b1c1c', 1.1, { opacity: 0.25 }),
    quad(0, 1, -0.01, 0.022, palette.rust), quad(0, 1, -0.012, 0.004, light > 0 ? palette.coral : palette.honey), quad(0, 1, 0.335, 0.35, palette.rust), quad(0, 1, 0.615, 0.632, palette.rust),
    quad(0, 1, 0.95, 1, '#5b4a52'),
  ];
  const floors = [[0.09, 0.27], [0.4, 0.56]];
  for (let bay = 0; bay < 7; bay++) {
    const [left, right] = [0.015 + bay * 0.142 + 0.03, 0.015 + bay * 0.142 + 0.105];
    for (const [high, low] of floors) {
      const seed = bay * 3 + (high > 0.3 ? 1 : 0);
      const lit = (seed * 7) % 5 < 2;
      const pad = 0.018;
      const [reveal, tall] = [light > 0 ? darker(red, 0.12) : red, low - high];
      const bars = palette.cream;
      const middle = (left + right) / 2;
      parts.push(
        shape([at(left - pad, high), ...times(7, (step) => at(left - pad + ((right - left + pad * 2) * step) / 6, high - Math.sin((step / 6) * Math.PI) * 0.03)), at(right + pad, high), at(right + pad, low + 0.02), at(left - pad, low + 0.02)], reveal),
        quad(right + 0.002, right + pad, high, low + 0.02, lighter(red, 0.25), { opacity: light > 0 ? 0.25 : 0.6 }),
        quad(left, right, high, low, lit ? d.fade([[0, palette.honey], [1, palette.amber]]) : d.fade([[0, '#5d8c92'], [1, '#24434f']])),
        quad(left, left + 0.02, high, low, palette.cream, { opacity: 0.6 }), quad(right - 0.018, right, high, low, palette.cream, { opacity: 0.45 }),
        quad(middle - 0.004, middle + 0.004, high, low, bars), quad(left, right, high + tall * 0.33, high + tall * 0.38, bars), quad(left - 0.003, right + 0.003, high - 0.006, high + 0.003, bars), quad(left - 0.004, left + 0.003, high, low, bars), quad(right - 0.003, right + 0.004, high, low, bars),
      );
      if (seed % 3 !== 1) {
        const luck = chance(seed + 9);
        const [ax, ay] = at(left - 0.01, low);
        const [bx, by] = at(right + 0.01, low);
        const size = (bx - ax) * 0.13;
        const along = () => { const share = luck.next(); return [ax + (bx - ax) * share, ay + (by - ay) * share - luck.between(-0.4, 1) * size]; };
        parts.push(shape([[ax, ay], [bx, by], [bx, by + size * 1.6], [ax, ay + size * 1.6]], palette.pine), leaves(luck, 26, along, size * 1.3, palette.moss), times(9, () => { const [x, y] = along(); return disc(x, y, size * 0.46, luck.pick([palette.honey, palette.cream, palette.coral])); }));
      }
    }
    // doors and cellar windows on the ground floor
    if (bay % 3 === 1) {
      parts.push(
        shape([at(left - 0.02, 1), at(left - 0.02, 0.74), ...times(7, (step) => at(left - 0.02 + ((right - left + 0.04) * step) / 6, 0.74 - Math.sin((step / 6) * Math.PI) * 0.05)), at(right + 0.02, 0.74), at(right + 0.02, 1)], red),
        shape([at(left, 0.99), at(left, 0.75), ...times(7, (step) => at(left + ((right - left) * step) / 6, 0.75 - Math.sin((step / 6) * Math.PI) * 0.035)), at(right, 0.75), at(right, 0.99)], palette.pine),
        quad(left + 0.008, (left + right) / 2 - 0.004, 0.79, 0.96, palette.moss), quad((left + right) / 2 + 0.004, right - 0.008, 0.79, 0.96, palette.moss), quad(left, right, 0.745, 0.775, palette.honey),
      );
    } else {
      parts.push(quad(left - 0.014, right + 0.014, 0.69, 0.875, light > 0 ? darker(red, 0.12) : red), quad(left, right, 0.705, 0.86, d.fade([[0, '#5d8c92'], [1, '#24434f']])), quad((left + right) / 2 - 0.004, (left + right) / 2 + 0.004, 0.705, 0.86, palette.cream), quad(left, right, 0.755, 0.763, palette.cream), quad(left, left + 0.02, 0.705, 0.86, palette.cream, { opacity: 0.5 }));
    }
  }
  if (light > 0) parts.push(shape(front, d.fade([[0, palette.night, 0.5], [1, palette.night, 0.05]], { from: [0, 0], to: [1, 0] })));
  else parts.push(shape(front, d.fade([[0, palette.night, 0.1], [1, palette.honey, 0.2]], { from: [0, 0], to: [1, 0] })));
  return parts;
}

/** A line across the street with shirts, sheets and stockings. */
function laundry(d, [[ax, ay], , , [bx, by]], seed, size) {
  const luck = chance(seed);
  const sag = 46 * size;
  const at = (share) => [ax + (bx - ax) * share, ay + (by - ay) * share + Math.sin(share * Math.PI) * sag];
  const rope = times(21, (index) => at(index / 20));
  d.add(stroke('M' + rope.map(([x, y]) => `${round(x)} ${round(y)}`).join('L'), palette.coal, 2));
  const colours = [palette.cream, palette.teal, palette.honey, palette.lilac, palette.mist, palette.rose, palette.cream, palette.lagoon];
  for (let index = 0; index < 11; index++) {
    const [x, y] = at(0.16 + index * 0.066);
    const colour = colours[(index * 3 + seed) % colours.length];
    const kind = (index * 5 + seed) % 4;
    const sway = luck.between(-5, 5) * size;
    const fold = darker(colour, 0.18);
    const unit = 30 * size;
    if (kind === 0) d.add(path(`M${x - unit} ${y}H${x + unit * 0.9}q${6 + sway} ${unit} ${sway} ${unit * 2.3}q${-unit * 0.5} ${-unit * 0.16} ${-unit} 0t${-unit} 0q-6 ${-unit} ${-sway} ${-unit * 2.3}Z`, colour), path(`M${x - unit * 0.1} ${y}h${unit * 0.3}q4 ${unit} ${sway} ${unit * 2.24}h${-unit * 0.35}Z`, fold, { opacity: 0.45 }));
    else if (kind === 1) d.add(path(`M${x - unit * 0.5} ${y}L${x - unit} ${y + unit * 0.6}l${unit * 0.36} ${unit * 0.3}l${unit * 0.16} ${-unit * 0.2}L${x - unit * 0.5 + sway} ${y + unit * 1.7}H${x + unit * 0.5 + sway}L${x + unit * 0.48} ${y + unit * 0.7}l${unit * 0.16} ${unit * 0.2}l${unit * 0.36} ${-unit * 0.3}L${x + unit * 0.5} ${y}q${-unit * 0.5} ${unit * 0.34} ${-unit} 0Z`, colour), path(`M${x + unit * 0.12} ${y + unit * 0.2}L${x + unit * 0.5} ${y}L${x + unit * 0.5 + sway} ${y + unit * 1.7}H${x + unit * 0.2 + sway}Z`, fold, { opacity: 0.45 }));
    else if (kind === 2) d.add(path(`M${x - unit * 0.42} ${y}H${x + unit * 0.42}L${x + unit * 0.6 + sway} ${y + unit * 1.9}H${x + unit * 0.1 + sway}L${x} ${y + unit * 0.7}L${x - unit * 0.1 + sway} ${y + unit * 1.9}H${x - unit * 0.6 + sway}Z`, colour), path(`M${x + unit * 0.1} ${y}h${unit * 0.32}l${unit * 0.18 + sway} ${unit * 1.9}h${-unit * 0.24}Z`, fold, { opacity: 0.45 }));
    else d.add([-0.35, 0.35].map((shift) => path(`M${x + unit * (shift - 0.16)} ${y}h${unit * 0.32}v${unit * 0.9}q${unit * 0.4} ${unit * 0.1} ${unit * 0.34} ${unit * 0.36}h${-unit * 0.66}Z`, colour)));
    d.add(box(x - unit * 0.4 - 2, y - 6, 4.5, 13, palette.crust), box(x + unit * 0.36 - 2, y - 6, 4.5, 13, palette.crust));
  }
}

const cat = (x, y) => [
  oval(x + 4, y + 2, 32, 6, palette.night, { opacity: 0.35 }),
  path(`M${x - 20} ${y}C${x - 26} ${y - 34} ${x - 10} ${y - 46} ${x - 6} ${y - 52}L${x - 10} ${y - 72}L${x} ${y - 64}H${x + 8}L${x + 18} ${y - 72}L${x + 14} ${y - 50}C${x + 26} ${y - 30} ${x + 26} ${y - 10} ${x + 20} ${y}Z`, palette.coal),
  stroke(`M${x + 18} ${y - 4}q30 2 28 -26q-2 -12 8 -14`, palette.coal, 7), disc(x, y - 56, 2, palette.honey), disc(x + 9, y - 56, 2, palette.honey),
];
