// Figures: walkers seen from afar, busts seen from the front or from behind, waving hands.

import { box, disc, group, line, move, oval, path, shape, stroke, times } from './ink.mjs';
import { hairStyles } from './hair.mjs';
import { darker, lighter, mix, palette } from './palette.mjs';

/** A small figure on its feet, `height` tall, walking. */
export function walker(x, ground, height, { coat, skin, hair, dress = false, flip = false, legs = palette.coal } = {}) {
  return move(x, ground, [
    oval(6, 0, 24, 4, palette.night, { opacity: 0.3 }),
    stroke('M-3 -46L-12 -2h6M3 -46L11 -3h7', legs, 7),
    dress ? path('M-9 -80C-14 -60 -17 -46 -18 -34H18C17 -48 14 -62 9 -80Z', coat) : path('M-12 -82Q-14 -60 -12 -40H12Q14 -60 12 -82Q0 -88 -12 -82Z', coat),
    path('M2 -84Q14 -60 13 -36H18Q17 -60 12 -82Z', darker(coat, 0.4), { opacity: 0.6 }),
    stroke('M-10 -78L-17 -54L-12 -44M10 -78L17 -56L20 -44', darker(coat, 0.18), 6),
    disc(0, -94, 8.6, skin), path('M-9 -95A9 9.6 0 0 1 9 -95Q4 -100 0 -98Q-5 -97 -9 -90Z', hair),
  ], { scale: height / 104, flip });
}

const head = 'M-45 -14C-46 -64 46 -64 45 -14C46 18 39 38 25 52C13 64 -13 64 -25 52C-39 38 -46 18 -45 -14Z';
const torso = 'M-122 240C-122 150 -112 112 -70 98C-48 91 -30 88 -22 78H22C30 88 48 91 70 98C112 112 122 150 122 240Z';

const garments = {
  plain: (colour) => [path('M-26 80C-20 100 20 100 26 80L22 76H-22Z', lighter(colour, 0.28))],
  hoodie: (colour) => [
    path('M-58 96C-40 120 -20 126 0 126C20 126 40 120 58 96C48 84 36 80 24 74C16 98 -16 98 -24 74C-36 80 -48 84 -58 96Z', lighter(colour, 0.16)),
    stroke('M-14 122V160M14 122V152', palette.cream, 4),
  ],
  shirt: (colour) => [
    shape([[-24, 78], [0, 104], [24, 78], [42, 92], [18, 126], [0, 106], [-18, 126], [-42, 92]], lighter(colour, 0.45)),
    line(0, 108, 0, 240, darker(colour, 0.25), 2), times(4, (index) => disc(6, 132 + index * 26, 2.6, lighter(colour, 0.6))),
  ],
  jacket: (colour) => [
    shape([[-22, 78], [22, 78], [34, 240], [-34, 240]], palette.cream),
    shape([[-26, 78], [-60, 104], [-44, 150], [-62, 158], [-20, 240], [-80, 240], [-80, 110]], darker(colour, 0.2)),
    shape([[26, 78], [60, 104], [44, 150], [62, 158], [20, 240], [80, 240], [80, 110]], darker(colour, 0.35)),
    shape([[-8, 92], [8, 92], [12, 240], [-12, 240]], palette.brick),
  ],
  stripes: (colour) => [times(5, (index) => stroke(`M-116 ${128 + index * 26}C-60 ${140 + index * 26} 60 ${140 + index * 26} 116 ${128 + index * 26}`, lighter(colour, 0.55), 9)), path('M-26 80C-20 100 20 100 26 80L22 76H-22Z', lighter(colour, 0.55))],
  round: (colour, skin) => [path('M-34 88C-24 122 24 122 34 88L22 76H-22Z', skin), stroke('M-36 88C-26 126 26 126 36 88', lighter(colour, 0.25), 5)],
};

const mouths = {
  smile: (lip) => stroke('M-15 30Q0 44 15 30', lip, 4),
  soft: (lip) => stroke('M-10 33Q1 39 12 31', lip, 4),
  open: (lip) => [path('M-17 27Q0 33 17 27Q14 47 0 47Q-14 47 -17 27Z', '#6a2626'), path('M-15 28Q0 33 15 28L13 35Q0 38 -13 35Z', '#fff6e8'), path('M-8 44Q0 38 8 44Q0 48 -8 44Z', '#d0685c')],
  talk: (lip) => oval(1, 35, 9, 7, '#6a2626'),
};

/**
 * A bust seen from the front; the middle of the face is at x, y; the head is about 124 high at scale 1, the shoulders end at 240.
 * `light` is the side the light comes from.
 */
export function person(d, x, y, { scale = 1, skin = '#e8b48f', hair = palette.coal, style = 'short', wear = 'plain', colour = palette.teal, mouth = 'smile', glasses, beard, light = 'left', turn = 0, gaze = 0, earrings, freckles, older, headset } = {}) {
  const [behind, over] = (hairStyles[style] ?? hairStyles.short)(hair);
  const shade = mix(skin, '#5a2438', 0.28);
  const deepSkin = parseInt(skin.slice(1, 3), 16) < 130;
  const lip = deepSkin ? mix(skin, '#d9776b', 0.5) : mix(skin, '#8e2f33', 0.62);
  const blush = deepSkin ? 0.2 : 0.36;
  const brow = style === 'scarf' || style === 'bald' || deepSkin ? '#1d171c' : darker(hair, 0.25);
  const side = light === 'left' ? 1 : -1;
  const eye = (ex) => [
    oval(ex + gaze, 3, 4.7, 5.8, '#22202a'), disc(ex + gaze - 1.6 * side, 0.8, 1.7, '#fff6e8'),
    stroke(`M${ex - 9} -1Q${ex} -8 ${ex + 9} -1`, '#22202a', 2.6, { opacity: 0.85 }),
    stroke(`M${ex - 11} -17Q${ex} ${mouth === 'open' ? -25 : -22} ${ex + 10} -17`, brow, 4.4),
  ];
  const face = group([
    behind.length ? behind : [],
    path('M-21 36V82C-14 98 14 98 21 82V36Z', skin), path('M-21 46C-10 72 12 74 21 50V76C8 84 -12 78 -21 62Z', shade, { opacity: 0.75 }),
    style === 'scarf' ? [] : [oval(-46, 4, 8.5, 13, skin), oval(46, 4, 8.5, 13, side > 0 ? shade : skin), stroke('M-48 0q-4 4 0 9M48 0q4 4 0 9', shade, 2.4)],
    path(head, skin),
    d.inside(path(head, '#000'), [
      path(side > 0 ? 'M14 -70C40 -40 22 -8 30 14C34 34 20 48 4 66H60V-70Z' : 'M-14 -70C-40 -40 -22 -8 -30 14C-34 34 -20 48 -4 66H-60V-70Z', shade, { opacity: 0.42 }),
      oval(-27, 22, 13, 9, palette.coral, { opacity: blush }), oval(27, 22, 13, 9, palette.coral, { opacity: blush }),
      path('M-50 -30C-20 -52 20 -52 50 -30V-70H-50Z', shade, { opacity: style === 'bald' ? 0 : 0.4 }),
      beard ? path('M-48 8C-38 14 -34 20 -24 23C-10 18 10 18 24 23C34 20 38 14 48 8V70H-48Z', beard, { opacity: 0.96 }) : [],
      freckles ? times(8, (index) => disc((index % 2 ? 1 : -1) * (20 + (index * 5) % 13), 14 + (index * 7) % 12, 1.5, shade)) : [],
      older ? stroke('M-30 16q6 4 12 1M18 17q6 3 12 -1M-18 26q-5 6 -5 12M18 26q5 6 5 12M-20 -34q20 -5 40 0', shade, 2.2, { opacity: 0.8 }) : [],
    ]),
    eye(-19), eye(19),
    stroke(side > 0 ? 'M3 4Q12 18 0 20' : 'M-3 4Q-12 18 0 20', shade, 3.4),
    mouths[mouth](lip),
    over,
    earrings ? [disc(-48, 22, 5, earrings), disc(48, 22, 5, earrings)] : [],
    glasses ? [stroke('M-34 3a15 14 0 1 0 30 0a15 14 0 1 0 -30 0M4 3a15 14 0 1 0 30 0a15 14 0 1 0 -30 0M-4 1Q0 -3 4 1M-34 1L-46 -3M34 1L46 -3', glasses, 3.4), path('M-29 -4q6 -8 14 -6l-12 16zM9 -4q6 -8 14 -6l-12 16z', '#fff', { opacity: 0.28 })] : [],
    headset ? [stroke('M-52 0C-58 -104 58 -104 52 0', headset, 8), box(-62, -12, 17, 36, headset, { rx: 8 }), box(45, -12, 17, 36, headset, { rx: 8 }), stroke('M-54 22Q-52 48 -24 44', headset, 4), disc(-22, 44, 5, headset)] : [],
  ], turn ? { transform: `rotate(${turn} 0 70)` } : {});
  return move(x, y, [
    path(torso, colour),
    path(side > 0 ? 'M30 92C112 112 122 150 122 240H54C70 190 64 130 30 92Z' : 'M-30 92C-112 112 -122 150 -122 240H-54C-70 190 -64 130 -30 92Z', darker(colour, 0.45), { opacity: 0.55 }),
    (garments[wear] ?? garments.plain)(colour, skin),
    face,
  ], { scale });
}

/** A bust seen from behind; the same measures as `person`. `rim` is the light of the stage on its edge. */
export function behind(x, y, { scale = 1, skin = '#e8b48f', hair = palette.coal, style = 'short', colour = palette.night, rim = palette.honey, light = 'left' } = {}) {
  const side = light === 'left' ? -1 : 1;
  const nape = mix(skin, '#5a2438', 0.35);
  const edge = stroke(side < 0 ? 'M-50 6C-56 -56 -34 -80 0 -82' : 'M50 6C56 -56 34 -80 0 -82', rim, 4, { opacity: 0.85 });
  const shapes = {
    short: [path('M-48 10C-56 -56 -34 -80 0 -80C34 -80 56 -56 48 10C42 40 20 46 0 46C-20 46 -42 40 -48 10Z', hair), edge],
    bald: [path('M-48 -4C-52 -56 -34 -76 0 -76C34 -76 52 -56 48 -4C46 40 20 54 0 54C-20 54 -46 40 -48 -4Z', skin), path('M-49 0C-40 20 40 20 49 0C46 40 20 50 0 50C-20 50 -46 40 -49 0Z', hair), edge],
    bob: [path('M-58 62C-72 -58 -40 -86 0 -86C40 -86 72 -58 58 62C36 76 -36 76 -58 62Z', hair), stroke(side < 0 ? 'M-57 58C-70 -56 -40 -84 -4 -86' : 'M57 58C70 -56 40 -84 4 -86', rim, 4, { opacity: 0.85 })],
    long: [path('M-60 150C-74 -50 -48 -88 0 -88C48 -88 74 -50 60 150C36 164 -36 164 -60 150Z', hair), stroke(side < 0 ? 'M-59 140C-72 -50 -46 -86 -4 -88' : 'M59 140C72 -50 46 -86 4 -88', rim, 4, { opacity: 0.85 })],
    bun: [path('M-48 6C-56 -56 -34 -80 0 -80C34 -80 56 -56 48 6C42 36 20 44 0 44C-20 44 -42 36 -48 6Z', hair), disc(0, -18, 30, lighter(hair, 0.1)), stroke('M-20 -28A22 22 0 0 1 14 -38M-18 -10A20 20 0 0 0 20 -16', lighter(hair, 0.3), 3), edge],
    curly: [times(16, (index) => disc(Math.cos(index * 0.393) * 44, -18 + Math.sin(index * 0.393) * 46, 20, hair)), disc(0, -18, 50, hair), edge],
    tail: [path('M-48 6C-56 -56 -34 -80 0 -80C34 -80 56 -56 48 6C42 36 20 44 0 44C-20 44 -42 36 -48 6Z', hair), path('M-13 -20C-26 40 -20 90 0 122C20 90 26 40 13 -20Z', lighter(hair, 0.1)), box(-14, -22, 28, 11, palette.amber, { rx: 5 }), edge],
    scarf: [path('M-58 80C-66 -50 -44 -88 0 -88C44 -88 66 -50 58 80C66 110 76 130 80 150H-80C-76 130 -66 110 -58 80Z', hair), stroke('M-30 -60C-40 0 -34 60 -50 130M20 -70C40 -10 30 60 40 130', lighter(hair, 0.2), 3, { opacity: 0.6 }), stroke(side < 0 ? 'M-58 76C-66 -50 -44 -86 -2 -88' : 'M58 76C66 -50 44 -86 2 -88', rim, 4, { opacity: 0.85 })],
  };
  return move(x, y, [
    path('M-21 30V92H21V30Z', nape),
    path(torso, colour), stroke(side < 0 ? 'M-121 220C-120 146 -110 112 -70 99C-50 92 -34 90 -24 82' : 'M121 220C120 146 110 112 70 99C50 92 34 90 24 82', rim, 4, { opacity: 0.7 }),
    path('M-30 84C-20 98 20 98 30 84L22 76H-22Z', lighter(colour, 0.2)),
    style === 'scarf' ? [] : [oval(-48, 6, 8, 13, skin), oval(48, 6, 8, 13, nape)],
    shapes[style] ?? shapes.short,
  ], { scale });
}

/** An open palm with its sleeve; the wrist is at x, y; about 110 high at scale 1. */
export function palm(x, y, { scale = 1, turn = 0, skin = '#e8b48f', sleeve = palette.teal, flip = false, arm = 60, light = 'left' } = {}) {
  const shade = mix(skin, '#5a2438', 0.3);
  const fingers = [[-17, -46, -25, -88, 16], [-3, -50, -5, -102, 17], [12, -48, 15, -94, 16], [25, -40, 34, -74, 14]];
  const over = light === 'left' ? 3.6 : -3.6;
  return move(x, y, [
    box(-17, -16, 34, 40, skin), path('M6 -16H17V24H2Z', shade, { opacity: 0.45 }),
    stroke('M-20 -16Q-40 -28 -50 -52', skin, 17),
    path('M-26 -50C-30 -22 -26 -8 -16 0H17C30 -12 34 -28 31 -46C20 -58 -14 -60 -26 -50Z', skin),
    path('M31 -46C34 -28 30 -12 17 0H4C20 -14 22 -32 20 -52Z', shade, { opacity: 0.4 }),
    fingers.map(([x1, y1, x2, y2, wide]) => [line(x1, y1, x2, y2, skin, wide), line(x1 + over, y1 + 4, x2 + over * 1.1, y2 + 1, shade, wide * 0.34, { opacity: 0.35 })]),
    stroke('M-20 -40Q0 -32 22 -40M-18 -30Q0 -22 10 -4', shade, 2.4, { opacity: 0.7 }),
    path(`M-27 12H27L34 ${arm + 20}H-34Z`, sleeve), path(`M8 12H27L34 ${arm + 20}H4Z`, darker(sleeve, 0.4), { opacity: 0.5 }), box(-29, 8, 58, 14, lighter(sleeve, 0.25), { rx: 6 }),
  ], { scale, turn, flip });
}
