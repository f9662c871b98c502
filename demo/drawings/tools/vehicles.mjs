// The tram, riders, runners.

import { box, disc, line, move, oval, path, round, shape, stroke, times } from './ink.mjs';
import { darker, lighter, mix, palette, skins } from './palette.mjs';

/** A bust in profile-free style for a tram window: head, hair, shoulders; the head is 30 high. */
const passenger = (x, y, skin, hair, coat) => [
  path(`M${x - 24} ${y + 46}Q${x - 22} ${y + 18} ${x} ${y + 16}Q${x + 22} ${y + 18} ${x + 24} ${y + 46}Z`, coat), disc(x, y, 15, skin), path(`M${x - 16} ${y + 1}Q${x - 17} ${y - 19} ${x} ${y - 19}Q${x + 17} ${y - 19} ${x + 16} ${y + 1}Q${x + 8} ${y - 9} ${x - 3} ${y - 9}Q${x - 12} ${y - 8} ${x - 16} ${y + 1}Z`, hair),
  disc(x - 5, y + 2, 1.7, palette.coal), disc(x + 5, y + 2, 1.7, palette.coal), stroke(`M${x - 4} ${y + 8}q4 3 8 0`, '#8e2f33', 1.8),
];

/** A low-floor tram of three cars, 940 long, 190 high at scale 1; the rail is at `rail`; it runs to the right. */
export function tram(d, x, rail, { scale = 1, body = palette.cream, band = palette.brick, band2 = palette.teal, glass = '#1c3f4c' } = {}) {
  const car = (left, wide, front) => {
    const [top, low] = [-168, -22];
    const end = left + wide;
    const outline = front > 0 ? `M${left} ${top}H${end - 70}C${end - 26} ${top} ${end - 6} ${top + 56} ${end} ${low - 32}Q${end + 2} ${low} ${end - 16} ${low}H${left}Z`
      : front < 0 ? `M${end} ${top}H${left + 70}C${left + 26} ${top} ${left + 6} ${top + 56} ${left} ${low - 32}Q${left - 2} ${low} ${left + 16} ${low}H${end}Z` : `M${left} ${top}H${end}V${low}H${left}Z`;
    const glassLeft = left + (front < 0 ? 84 : 12);
    const glassWide = wide - 24 - (front ? 76 : 0);
    const panes = Math.round(glassWide / 86);
    const pane = glassWide / panes;
    return [
      path(outline, d.fade([[0, lighter(body, 0.5)], [0.5, body], [1, darker(body, 0.12)]])),
      d.inside(path(outline, '#000'), [
        box(left, -66, wide, 18, band), box(left, -46, wide, 24, band2), box(left, -66, wide, 4, lighter(band, 0.35)),
        box(left, top, wide, 12, band2),
        front > 0 ? path(`M${end - 62} ${top + 20}H${end - 44}C${end - 26} ${top + 24} ${end - 16} ${top + 66} ${end - 10} -72H${end - 62}Z`, glass) : [],
        front > 0 ? path(`M${end - 58} ${top + 24}H${end - 46}L${end - 52} -72H${end - 58}Z`, palette.mist, { opacity: 0.5 }) : [],
        front < 0 ? path(`M${left + 62} ${top + 20}H${left + 44}C${left + 26} ${top + 24} ${left + 16} ${top + 66} ${left + 10} -72H${left + 62}Z`, glass) : [],
      ]),
      front > 0 ? [passenger(end - 44, -112, skins[1], palette.coal, palette.deep), disc(end - 8, -46, 26, d.glow([[0, palette.cream, 0.9], [1, palette.honey, 0]])), disc(end - 10, -46, 6, '#fffbe8')] : [],
      times(panes, (index) => {
        const px = glassLeft + index * pane + 5;
        const door = index % 3 === 1;
        const seat = Math.abs(Math.round(left) + index * 3) % 7;
        const inside = box(px, -150, pane - 10, door ? 122 : 78, '#000', { rx: 6 });
        return [
          box(px, -150, pane - 10, door ? 122 : 78, d.fade([[0, '#f2d79a'], [1, '#a7a183']]), { rx: 6 }),
          d.inside(inside, [
            passenger(px + pane * 0.46, -108 + (seat % 3) * 4, skins[(seat * 3 + index) % skins.length], [palette.coal, palette.crust, '#7a4526', '#c9c4c0'][(seat + index) % 4], [palette.teal, palette.brick, palette.violet, palette.amber, palette.moss][(seat + index * 2) % 5]),
            shape([[px, -150], [px + 30, -150], [px + 6, -28], [px, -28]], '#fff', { opacity: 0.22 }), box(px, -150, pane, 14, palette.night, { opacity: 0.3 }),
          ]),
          box(px, -150, pane - 10, door ? 122 : 78, 'none', { rx: 6, stroke: glass, strokeWidth: 4 }), door ? line(px + pane / 2 - 5, -150, px + pane / 2 - 5, -28, glass, 4) : [],
        ];
      }),
      [left + wide * 0.3, left + wide * 0.7].map((wx) => [disc(wx - 18, -14, 14, '#1b1a22'), disc(wx + 18, -14, 14, '#1b1a22'), disc(wx - 18, -14, 6, palette.slate), disc(wx + 18, -14, 6, palette.slate), box(wx - 44, -30, 88, 18, '#25242d', { rx: 4 })]),
    ];
  };
  return move(x, rail, [
    oval(0, 2, 490, 12, palette.night, { opacity: 0.35 }),
    car(-470, 322, -1), car(150, 322, 1), car(-134, 268, 0),
    [-148, 134].map((jx) => [box(jx - 0, -160, 16, 134, '#33323c'), times(4, (index) => line(jx + 2 + index * 4, -158, jx + 2 + index * 4, -28, '#1b1a22', 1.4))]),
    box(-100, -184, 190, 16, darker(body, 0.3), { rx: 6 }), stroke('M-30 -184L20 -220L-26 -256M-50 -257H6', palette.coal, 4),
  ], { scale });
}

/** A rider on a bicycle, going right; wheels stand on `ground`; about 190 high at scale 1. */
export function cyclist(x, ground, { scale = 1, skin = skins[0], hair = palette.coal, coat = palette.teal, legs = palette.coal, frame = palette.brick, helmet, basket, flip = false, skirt } = {}) {
  const wheel = (wx) => [disc(wx, -36, 34, 'none', { stroke: '#1b1a22', strokeWidth: 5 }), stroke(times(6, (index) => { const a = index * 0.5236; return `M${round(wx - Math.cos(a) * 32)} ${round(-36 - Math.sin(a) * 32)}L${round(wx + Math.cos(a) * 32)} ${round(-36 + Math.sin(a) * 32)}`; }).join(''), palette.mist, 1.1, { opacity: 0.8 }), disc(wx, -36, 4, '#1b1a22')];
  return move(x, ground, [
    oval(0, 1, 92, 7, palette.night, { opacity: 0.35 }), wheel(-54), wheel(58),
    stroke('M-22 -84L-2 -40L4 -36', darker(legs, 0.35), 15), stroke('M4 -36L16 -40', '#15141c', 10),
    stroke('M-54 -36L-26 -80H34L2 -36ZM-30 -94L2 -36M30 -96L58 -36', frame, 5), stroke('M-42 -96h22M30 -96l-2 -12l18 -2', '#1b1a22', 6),
    basket ? [path('M44 -110h38l-6 34h-26z', palette.crust), stroke('M48 -100h32M50 -90h28', palette.toast, 2), disc(54, -114, 9, palette.moss), disc(68, -116, 10, palette.sage), oval(62, -120, 5, 14, palette.honey)] : [],
    stroke('M-24 -88L12 -66L-4 -16', legs, 16), stroke('M-4 -14L12 -14', '#15141c', 10),
    skirt ? path('M-44 -96C-30 -106 -8 -104 4 -92L18 -62C0 -54 -20 -60 -36 -70Z', skirt) : [],
    path('M-42 -94C-44 -130 -18 -158 6 -160C20 -158 22 -146 16 -134C6 -118 -6 -104 -10 -88Z', coat), path('M-10 -88C-6 -104 6 -118 16 -134C20 -142 20 -150 16 -156C4 -140 -14 -120 -22 -90Z', darker(coat, 0.35), { opacity: 0.6 }),
    stroke('M8 -146L14 -116L40 -110', darker(coat, 0.15), 13), disc(42, -110, 7, skin),
    path('M2 -162L8 -176L20 -172L16 -156Z', mix(skin, '#5a2438', 0.25)), path('M6 -190C6 -206 34 -208 36 -190L40 -182L36 -179C36 -170 30 -166 22 -167C12 -168 6 -176 6 -190Z', skin),
    path('M2 -180C-4 -204 8 -214 22 -214C34 -214 40 -204 36 -196C28 -198 20 -196 18 -188C14 -178 8 -174 2 -180Z', hair),
    helmet ? [path('M-2 -192C-4 -222 42 -224 42 -196Z', helmet), stroke('M8 -208q12 -8 26 -2', lighter(helmet, 0.5), 4), stroke('M10 -192L18 -168', '#1b1a22', 2.4)] : [],
    disc(31, -188, 2, '#15141c'), stroke('M29 -175q4 1 6 -1', '#8e2f33', 2),
  ], { scale, flip });
}

/** A runner going right; feet near `ground`; about 150 high at scale 1. `held` is markup over the raised hand at 0,0. */
export function runner(x, ground, { scale = 1, skin = skins[0], hair = palette.coal, shirt = palette.teal, shorts = palette.night, flip = false, turn = 0, held, tail, stride = 1 } = {}) {
  return move(x, ground, [
    oval(0, 2, 46, 6, palette.night, { opacity: 0.35 }),
    stroke(stride > 0 ? 'M-4 -68L-22 -38L-52 -34' : 'M-4 -68L-2 -34L-30 -14', mix(skin, '#5a2438', 0.28), 13), stroke(stride > 0 ? 'M-52 -38L-54 -26' : 'M-34 -18L-40 -8', palette.cream, 10),
    stroke('M-8 -104L-28 -86L-18 -66', mix(skin, '#5a2438', 0.28), 10),
    stroke(stride > 0 ? 'M2 -68L28 -50L24 -10' : 'M2 -68L26 -40L18 -6', skin, 14), stroke(stride > 0 ? 'M24 -6H38' : 'M18 -4H34', palette.brick, 10),
    path('M-16 -76H16L24 -52L4 -46L-2 -58L-20 -50Z', shorts),
    path('M-18 -72C-20 -96 -12 -116 4 -118C20 -116 22 -94 16 -72Z', shirt), path('M4 -118C20 -116 22 -94 16 -72H4C10 -90 10 -106 4 -118Z', darker(shirt, 0.35), { opacity: 0.5 }),
    tail ? path('M0 -146C-20 -150 -34 -140 -42 -128C-30 -130 -14 -128 0 -134Z', hair) : [],
    path('M0 -116L4 -128H16L14 -114Z', mix(skin, '#5a2438', 0.25)), path('M-2 -140C-2 -156 24 -158 26 -140L29 -134L26 -131C26 -123 20 -120 12 -121C4 -122 -2 -128 -2 -140Z', skin),
    path('M-5 -132C-9 -154 4 -162 14 -162C26 -162 30 -154 26 -146C18 -149 12 -147 10 -140C6 -131 0 -128 -5 -132Z', hair), disc(20, -139, 1.9, '#15141c'), stroke('M18 -128q4 1 6 -1', '#8e2f33', 2),
    held ? [stroke('M8 -106L32 -122L38 -150', skin, 11), move(40, -156, held)] : stroke('M8 -106L26 -88L44 -100', skin, 11),
  ], { scale, flip, turn });
}
