// Walls, windows, steel.

import { box, chance, disc, group, line, move, path, round, shape, stroke, times } from './ink.mjs';
import { darker, palette } from './palette.mjs';

/** A brick bond as a repeating tile, drawn over a wall. */
export const bricks = (drawing, joint = palette.ember, { scale = 1, opacity = 0.35 } = {}) => {
  const [wide, high] = [28 * scale, 16 * scale];
  return drawing.tile(wide, high, stroke(
    `M0 ${round(high / 2)}H${round(wide)}M0 ${round(high)}H${round(wide)}M${round(wide / 4)} 0V${round(high / 2)}M${round(wide * 0.75)} ${round(high / 2)}V${round(high)}`,
    joint, 1.3 * scale, { opacity, strokeLinecap: 'butt' }));
};

export function windows(x, y, { columns, rows, width, height, stepX, stepY, glass, lit = [palette.honey, palette.amber], share = 0.4, seed = 1, more = {} }) {
  const luck = chance(seed);
  const byColour = new Map();
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const colour = luck.yes(share) ? luck.pick(lit) : glass;
      const d = `M${round(x + column * stepX)} ${round(y + row * stepY)}h${round(width)}v${round(height)}h${round(-width)}z`;
      byColour.set(colour, (byColour.get(colour) ?? '') + d);
    }
  }
  return [...byColour].map(([colour, d]) => path(d, colour, more));
}

/** A lattice girder between two points. */
export function truss(x1, y1, x2, y2, wide, bays, colour, weight = 4) {
  const long = Math.hypot(x2 - x1, y2 - y1);
  const [ux, uy] = [(x2 - x1) / long, (y2 - y1) / long];
  const at = (along, side) => `${round(x1 + ux * along - uy * side)} ${round(y1 + uy * along + ux * side)}`;
  const half = wide / 2;
  let d = `M${at(0, -half)}L${at(long, -half)}M${at(0, half)}L${at(long, half)}`;
  let web = `M${at(0, -half)}`;
  for (let bay = 1; bay <= bays; bay++) web += `L${at((long * bay) / bays, bay % 2 ? half : -half)}`;
  for (let bay = 0; bay <= bays; bay++) d += `M${at((long * bay) / bays, -half)}L${at((long * bay) / bays, half)}`;
  return [stroke(web, colour, weight * 0.6), stroke(d, colour, weight)];
}

/** A winding wheel with spokes and a rope groove. */
export const wheel = (x, y, radius, { rim = palette.rust, lit = palette.coral, gap = 'none', spokes = 8 } = {}) => [
  disc(x, y, radius, gap),
  stroke(times(spokes, (index) => {
    const angle = (index * Math.PI) / spokes + 0.2;
    return `M${round(x - Math.cos(angle) * radius * 0.9)} ${round(y - Math.sin(angle) * radius * 0.9)}L${round(x + Math.cos(angle) * radius * 0.9)} ${round(y + Math.sin(angle) * radius * 0.9)}`;
  }).join(''), rim, radius * 0.07),
  disc(x, y, radius * 0.92, 'none', { stroke: rim, strokeWidth: radius * 0.16 }),
  stroke(`M${round(x - radius * 0.98)} ${round(y)}A${round(radius * 0.98)} ${round(radius * 0.98)} 0 0 1 ${round(x)} ${round(y - radius * 0.98)}`, lit, radius * 0.05),
  disc(x, y, radius * 0.17, rim), disc(x, y, radius * 0.08, lit),
];

/** The double-strut headframe, 700 high at scale 1, feet 600 apart; the sun stands on the left. */
export function headframe(drawing, x, ground, { scale = 1, steel = palette.rust, lit = palette.coral, dark = palette.ember, deepest = palette.coal, detail = true, flip = false } = {}) {
  const rivet = (points) => (detail ? points.map(([rx, ry]) => disc(rx, ry, 1.9, deepest, { opacity: 0.55 })) : []);
  const limb = (x1, y1, x2, y2, top, foot, sunny) => {
    const edge = (share) => [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share, top + (foot - top) * share];
    const outer = [[x1 - top / 2, y1], [x1 + top / 2, y1], [x2 + foot / 2, y2], [x2 - foot / 2, y2]];
    const strip = sunny
      ? [[x1 - top / 2, y1], [x1 - top / 2 + top * 0.3, y1], [x2 - foot / 2 + foot * 0.3, y2], [x2 - foot / 2, y2]]
      : [[x1 + top / 2 - top * 0.42, y1], [x1 + top / 2, y1], [x2 + foot / 2, y2], [x2 + foot / 2 - foot * 0.42, y2]];
    return [
      shape(outer, steel), shape(strip, sunny ? lit : dark),
      ...(detail ? times(13, (index) => {
        const [cx, cy, wide] = edge((index + 0.5) / 13);
        return [line(cx - wide / 2, cy, cx + wide / 2, cy, deepest, 1.4, { opacity: 0.4 }), rivet([[cx - wide * 0.3, cy - 6], [cx + wide * 0.3, cy - 6], [cx - wide * 0.3, cy + 6], [cx + wide * 0.3, cy + 6]])];
      }) : []),
    ];
  };
  const rope = stroke('M-118 -632L-440 -40M118 -632L440 -40M-96 -560L-400 -40M96 -560L400 -40', deepest, 2, { opacity: 0.7 });
  const frame = [
    box(-62, -640, 16, 640, dark), box(46, -640, 16, 640, deepest), box(-62, -640, 6, 640, lit), box(46, -640, 6, 640, steel),
    times(9, (index) => {
      const y = -600 + index * 68;
      return [box(-48, y, 96, 9, steel), box(-48, y, 96, 3, lit), stroke(`M-46 ${y + 10}L46 ${y + 66}M46 ${y + 10}L-46 ${y + 66}`, index % 2 ? dark : steel, 5)];
    }),
    stroke('M-22 -640V0M22 -640V0', deepest, 2.2),
  ];
  const wheels = [
    wheel(-90, -644, 50, { rim: dark, lit, gap: 'none' }), wheel(90, -644, 50, { rim: deepest, lit: steel, gap: 'none' }),
    wheel(-70, -548, 46, { rim: dark, lit }), wheel(70, -548, 46, { rim: deepest, lit: steel }),
  ];
  const deck = (y, half, high) => [
    box(-half, y, half * 2, high, steel), box(-half, y, half * 2, high * 0.28, lit), box(half * 0.2, y + high * 0.28, half * 0.8, high * 0.72, dark),
    rivet(times(Math.floor(half / 8), (index) => [-half + 8 + index * 16, y + high * 0.66])),
    stroke(times(Math.floor(half / 9) + 1, (index) => `M${round(-half + index * (half * 2 / Math.floor(half / 9)))} ${y}v-17`).join('') + `M${-half} ${y - 17}H${half}`, deepest, 2),
  ];
  return move(x, ground, [
    rope,
    limb(-66, -560, -206, 0, 15, 22, true), limb(66, -560, 206, 0, 15, 22, false),
    frame, wheels,
    limb(-122, -634, -318, 0, 26, 44, true), limb(122, -634, 318, 0, 26, 44, false),
    stroke('M-168 -470H168M-222 -292H222', deepest, 3, { opacity: 0 }),
    box(-190, -420, 380, 15, steel), box(-190, -420, 380, 5, lit), box(40, -415, 150, 10, dark),
    box(-252, -214, 504, 17, steel), box(-252, -214, 504, 5, lit), box(40, -209, 212, 12, dark),
    stroke('M-186 -406L-62 -214M186 -406L62 -214', dark, 7),
    deck(-520, 136, 16), deck(-606, 168, 22),
    shape([[-176, -606], [-176, -700], [-166, -708], [166, -708], [176, -700], [176, -606], [166, -606], [166, -694], [-166, -694], [-166, -606]], steel),
    shape([[-176, -700], [-166, -708], [166, -708], [176, -700]], lit),
    box(-6, -694, 12, 88, dark), box(-176, -694, 4, 88, lit),
  ], { scale, flip });
}

/** A hall of brick panels in a steel grid with upright glass bands. */
export function hall(drawing, x, ground, width, height, { wall = palette.brick, joint, steel = palette.coal, glass = palette.deep, lit = [palette.honey, palette.amber], share = 0.35, bays = 6, bands = [0.3, 0.7], seed = 3, shade = 0, edge = palette.coral, scale = 1 } = {}) {
  const top = ground - height;
  const bay = width / bays;
  const luck = chance(seed);
  const pane = bay / 4;
  return group([
    box(x, top, width, height, wall), box(x, top, width, height, bricks(drawing, joint ?? darker(wall, 0.5), { scale })),
    box(x, top, width, height, drawing.fade([[0, palette.night, 0], [1, palette.night, 0.35]])),
    times(bays, (index) => {
      const left = x + index * bay + bay * 0.22;
      const wide = bay * 0.56;
      const high = height * (bands[1] - bands[0]);
      const y = top + height * bands[0];
      const on = luck.yes(share);
      const tone = on ? drawing.fade([[0, lit[0]], [1, lit[1]]]) : glass;
      return [
        box(left, y, wide, high, tone),
        on ? [] : shape([[left, y], [left + wide * 0.6, y], [left, y + high * 0.5]], palette.lagoon, { opacity: 0.35 }),
        stroke(times(3, (mullion) => `M${round(left + (wide * (mullion + 1)) / 4)} ${round(y)}v${round(high)}`).join('')
          + times(Math.max(1, Math.round(high / (pane * 1.1)) - 1), (bar, _, count = Math.max(1, Math.round(high / (pane * 1.1)))) => `M${round(left)} ${round(y + (high * (bar + 1)) / count)}h${round(wide)}`).join(''), steel, 2.2),
        box(left, y, wide, high, 'none', { stroke: steel, strokeWidth: 3.4 }),
      ];
    }),
    stroke(times(bays + 1, (index) => `M${round(x + index * bay)} ${round(top)}V${round(ground)}`).join('') + `M${round(x)} ${round(top + height * 0.16)}h${round(width)}M${round(x)} ${round(top + height * 0.86)}h${round(width)}`, steel, 4, { opacity: 0.75, strokeLinecap: 'butt' }),
    shade ? box(x, top, width, height, palette.night, { opacity: shade }) : [],
    box(x - 4, top - 9, width + 8, 12, steel), box(x - 4, top - 9, width + 8, 4, edge),
  ]);
}

/** A far skyline in one colour with a few lit windows. */
export function farTown(seed, ground, colour, { x = [0, 1600], height = [30, 120], width = [40, 90], lit = palette.honey, share = 0.1, chimneys = 3 } = {}) {
  const luck = chance(seed);
  let d = '';
  let glow = '';
  for (let left = x[0]; left < x[1];) {
    const wide = luck.between(...width);
    const high = luck.between(...height);
    const roof = luck.whole(0, 3);
    d += `M${round(left)} ${ground}V${round(ground - high)}${roof === 0 ? `l${round(wide / 2)} ${round(-wide * 0.3)}l${round(wide / 2)} ${round(wide * 0.3)}` : roof === 1 ? `h${round(wide * 0.6)}v${round(high * 0.2)}h${round(wide * 0.4)}` : `h${round(wide)}`}V${ground}z`;
    for (let wy = ground - high + 8; wy < ground - 8; wy += 13) {
      for (let wx = left + 7; wx < left + wide - 9; wx += 12) if (luck.yes(share)) glow += `M${round(wx)} ${round(wy)}h5v7h-5z`;
    }
    left += wide * luck.between(0.85, 1.05);
  }
  for (let index = 0; index < chimneys; index++) {
    const cx = luck.between(x[0] + 40, x[1] - 40);
    const high = height[1] * luck.between(1.2, 1.7);
    d += `M${round(cx - 6)} ${ground}L${round(cx - 4)} ${round(ground - high)}h8L${round(cx + 6)} ${ground}z`;
  }
  return [path(d, colour), path(glow, lit, { opacity: 0.8 })];
}
