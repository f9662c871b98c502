// Sky, land, water and plants.

import { box, chance, disc, group, line, path, round, shape, soft, stroke, times } from './ink.mjs';
import { lighter, mix, palette } from './palette.mjs';

export const sky = (drawing, stops) => box(0, 0, drawing.width, drawing.height, drawing.fade(stops));

/** A sun disc in rings of haze. */
export function sun(drawing, x, y, radius, colour, { halo = 3.2, strength = 0.5, haloColour = colour } = {}) {
  return [
    disc(x, y, radius * halo, drawing.glow([[0, haloColour, strength], [0.35, haloColour, strength * 0.45], [1, haloColour, 0]])),
    disc(x, y, radius * 1.28, haloColour, { opacity: 0.24 }),
    disc(x, y, radius, drawing.fade([[0, lighter(colour, 0.55)], [1, colour]])),
  ];
}

/** Long flat clouds with round ends. */
export function clouds(seed, { count = 7, x = [0, 1600], y = [60, 360], length = [160, 460], colour = palette.cream, opacity = 0.35 }) {
  const luck = chance(seed);
  return times(count, () => {
    const left = luck.between(...x);
    const top = luck.between(...y);
    const long = luck.between(...length);
    const thick = luck.between(10, 20);
    return group([
      box(left, top, long, thick, colour, { rx: thick / 2 }),
      box(left + long * luck.between(0.12, 0.3), top - thick * 0.75, long * luck.between(0.35, 0.5), thick, colour, { rx: thick / 2 }),
      box(left + long * luck.between(0.2, 0.5), top + thick * 0.72, long * luck.between(0.3, 0.6), thick * 0.8, colour, { rx: thick * 0.4 }),
    ], { opacity: opacity * luck.between(0.6, 1) });
  });
}

/** A band of land from the left border to the right one; `heights` are the heights of its edge, evenly spread. */
export function land(drawing, heights, fill, { bottom = drawing.height, more = {} } = {}) {
  const step = drawing.width / (heights.length - 1);
  const edge = soft(heights.map((y, index) => [index * step, y]));
  return path(`${edge}L${drawing.width} ${bottom}L0 ${bottom}Z`, fill, more);
}

export const haze = (drawing, y, height, colour, strength = 0.6) =>
  box(0, y, drawing.width, height, drawing.fade([[0, colour, 0], [0.55, colour, strength], [1, colour, 0]]));

/** Many leaves of one colour as one path. */
export function leaves(luck, count, place, size, colour, more = {}) {
  const d = times(count, () => {
    const [x, y, lean = luck.between(0, 6.28)] = place(luck);
    const long = size * luck.between(0.7, 1.3);
    const [cos, sin] = [Math.cos(lean), Math.sin(lean)];
    const at = (along, across) => `${round(along * cos - across * sin)} ${round(along * sin + across * cos)}`;
    return `M${round(x)} ${round(y)}q${at(long * 0.5, long * 0.42)} ${at(long, 0)}q${at(-long * 0.5, -long * 0.42)} ${at(-long, 0)}`;
  }).join('');
  return path(d, colour, more);
}

/** A birch: white stem with dark marks, hanging twigs, leaves in three tones. `light` is the side the sun stands on. */
export function birch(drawing, x, ground, height, { seed = 1, light = 'right', tones = [palette.moss, palette.sage, palette.honey], spread = 0.2, bark = palette.cream } = {}) {
  const luck = chance(seed);
  const thick = height * 0.03;
  const bend = luck.between(-0.04, 0.04) * height;
  const stemAt = (share) => [x + bend * Math.sin(share * 2.6), ground - height * share];
  const widthAt = (share) => thick * (1 - share * 0.86) * (share < 0.06 ? 1.25 : 1);
  const shares = [0, 0.05, 0.2, 0.4, 0.6, 0.8, 0.97];
  const left = shares.map((share) => [stemAt(share)[0] - widthAt(share) / 2, stemAt(share)[1]]);
  const right = shares.map((share) => [stemAt(share)[0] + widthAt(share) / 2, stemAt(share)[1]]).reverse();
  const outline = soft([...left, ...right], { closed: true, tension: 0.8 });
  const shade = mix(bark, palette.violet, 0.45);
  const marks = times(Math.round(height / 16), () => {
    const share = luck.between(0.01, 0.85);
    const [cx, cy] = stemAt(share);
    const half = widthAt(share) / 2;
    const from = luck.yes(0.5) ? -half : luck.between(-half * 0.3, half * 0.4);
    return shape([[cx + from, cy - 1.5], [cx + from + half * luck.between(0.5, 1.2), cy], [cx + from, cy + luck.between(1.5, 4)]], palette.coal, { opacity: 0.85 });
  });
  const twigs = times(18, (index) => {
    const share = 0.3 + (index / 18) * 0.66;
    const [fromX, fromY] = stemAt(share);
    const side = index % 2 ? 1 : -1;
    const reach = height * spread * (1.15 - share * 0.75) * luck.between(0.7, 1.1);
    return { fromX, fromY, side, reach, endX: fromX + side * reach, endY: fromY + height * luck.between(-0.07, 0.0), hang: height * luck.between(0.08, 0.16) };
  });
  const twigPath = twigs.map(({ fromX, fromY, endX, endY, side, reach, hang }) =>
    `M${round(fromX)} ${round(fromY)}Q${round(fromX + side * reach * 0.6)} ${round(endY - hang * 0.6)} ${round(endX)} ${round(endY)}`
    + `q${round(side * reach * 0.18)} ${round(hang * 0.3)} ${round(side * reach * 0.16)} ${round(hang)}`).join('');
  const around = (near) => () => {
    const twig = luck.pick(twigs);
    const share = luck.between(0.15, 1);
    const drop = luck.yes(0.55) ? luck.between(0, twig.hang) * share : luck.between(-14, 12) * height / 500;
    if (luck.yes(0.1)) { const [tipX, tipY] = stemAt(luck.between(0.82, 1.01)); return [tipX + luck.between(-1, 1) * height * 0.035, tipY, luck.between(0.9, 2.3)]; }
    return [twig.fromX + (twig.endX - twig.fromX) * share + luck.between(-1, 1) * height * near, twig.fromY + (twig.endY - twig.fromY) * share - twig.hang * 0.25 + drop, luck.between(0.9, 2.3)];
  };
  const size = Math.max(5, height * 0.021);
  const many = Math.round(110 + height * 0.36);
  const sunny = (place) => () => { const [px, py, lean] = place(); return [px + (light === 'right' ? 1 : -1) * height * 0.018, py - height * 0.008, lean]; };
  return group([
    stroke(twigPath, mix(palette.coal, tones[0], 0.3), Math.max(1, height * 0.0028), { opacity: 0.8 }),
    leaves(luck, many, around(0.022), size * 1.1, tones[0]),
    path(outline, bark),
    drawing.inside(path(outline), [
      ...(light === 'right' ? [shape(shares.map((share) => [stemAt(share)[0] - thick, stemAt(share)[1]]).concat([...shares].reverse().map((share) => [stemAt(share)[0] - widthAt(share) * 0.08, stemAt(share)[1]])), shade, { opacity: 0.65 })]
        : [shape(shares.map((share) => [stemAt(share)[0] + thick, stemAt(share)[1]]).concat([...shares].reverse().map((share) => [stemAt(share)[0] + widthAt(share) * 0.08, stemAt(share)[1]])), shade, { opacity: 0.65 })]),
      ...marks,
    ]),
    leaves(luck, Math.round(many * 0.75), around(0.02), size, tones[1]),
    leaves(luck, Math.round(many * 0.4), sunny(around(0.014)), size * 0.9, tones[2]),
  ]);
}

/** A round tree in three tones. */
export function tree(x, ground, size, { seed = 1, tones = [palette.pine, palette.moss, palette.sage], light = 'right', stem = palette.coal } = {}) {
  const luck = chance(seed);
  const lean = light === 'right' ? 1 : -1;
  const puffs = times(7, (index) => [x + Math.cos(index * 0.9 + luck.next()) * size * 0.3, ground - size * 0.72 + Math.sin(index * 0.9) * size * 0.2, size * luck.between(0.2, 0.28)]);
  const puff = (shift, factor, colour) => puffs.map(([px, py, r]) => disc(px + shift * lean * size, py - shift * size, r * factor, colour));
  return group([
    shape([[x - size * 0.035, ground], [x - size * 0.018, ground - size * 0.6], [x + size * 0.018, ground - size * 0.6], [x + size * 0.035, ground]], stem),
    line(x, ground - size * 0.34, x + size * 0.14, ground - size * 0.56, stem, size * 0.02),
    line(x, ground - size * 0.28, x - size * 0.13, ground - size * 0.52, stem, size * 0.02),
    puff(0, 1, tones[0]), puff(0.05, 0.78, tones[1]),
    leaves(luck, 60, () => [x + lean * size * 0.12 + luck.between(-0.3, 0.26) * size, ground - size * 0.82 + luck.between(-0.2, 0.22) * size], size * 0.055, tones[2]),
  ]);
}

/** A slim poplar. */
export const poplar = (x, ground, height, colour, lit) => [
  path(`M${round(x)} ${round(ground)}C${round(x - height * 0.2)} ${round(ground - height * 0.2)} ${round(x - height * 0.1)} ${round(ground - height * 0.8)} ${round(x)} ${round(ground - height)}C${round(x + height * 0.1)} ${round(ground - height * 0.8)} ${round(x + height * 0.2)} ${round(ground - height * 0.2)} ${round(x)} ${round(ground)}Z`, colour),
  path(`M${round(x)} ${round(ground - height * 0.04)}C${round(x + height * 0.17)} ${round(ground - height * 0.2)} ${round(x + height * 0.09)} ${round(ground - height * 0.8)} ${round(x)} ${round(ground - height * 0.98)}C${round(x + height * 0.03)} ${round(ground - height * 0.6)} ${round(x + height * 0.05)} ${round(ground - height * 0.3)} ${round(x)} ${round(ground - height * 0.04)}Z`, lit),
];

/** Blades of grass along a line. */
export function grass(seed, { x = [0, 1600], y = [900, 1000], count = 220, height = [14, 34], colours = [palette.moss, palette.sage] }) {
  const luck = chance(seed);
  return colours.map((colour) => path(times(Math.round(count / colours.length), () => {
    const [gx, gy, high, lean] = [luck.between(...x), luck.between(...y), luck.between(...height), luck.between(-10, 10)];
    return `M${round(gx - 2)} ${round(gy)}q${round(lean * 0.3)} ${round(-high * 0.6)} ${round(lean)} ${round(-high)}q${round(4 - lean * 0.5)} ${round(high * 0.5)} ${round(4 - lean)} ${round(high)}`;
  }).join(''), colour));
}

/** Small flowers on stems. */
export function flowers(seed, { x, y, count, colours, height = [18, 40], size = 5, stem = palette.moss }) {
  const luck = chance(seed);
  return times(count, () => {
    const [fx, fy, high, lean] = [luck.between(...x), luck.between(...y), luck.between(...height), luck.between(-6, 6)];
    const colour = luck.pick(colours);
    return [
      stroke(`M${round(fx)} ${round(fy)}q${round(lean * 0.2)} ${round(-high * 0.5)} ${round(lean)} ${round(-high)}`, stem, 1.8),
      times(5, (petal) => disc(fx + lean + Math.cos(petal * 1.257) * size * 0.7, fy - high + Math.sin(petal * 1.257) * size * 0.7, size * 0.55, colour)),
      disc(fx + lean, fy - high, size * 0.42, palette.honey),
    ];
  });
}

/** Light on water or wet ground: short strokes. */
export function glints(seed, { x, y, count, colour, length = [14, 60], width = 2.4, opacity = 0.6 }) {
  const luck = chance(seed);
  return stroke(times(count, () => `M${round(luck.between(...x))} ${round(luck.between(...y))}h${round(luck.between(...length))}`).join(''), colour, width, { opacity });
}

export const birds = (list, colour, width = 2.4) => stroke(list.map(([x, y, span]) =>
  `M${x - span} ${y - span * 0.3}q${span * 0.55} ${-span * 0.25} ${span} ${span * 0.3}q${span * 0.45} ${-span * 0.55} ${span} ${-span * 0.3}`).join(''), colour, width);
