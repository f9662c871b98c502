// A hand that writes.

import { line, move, oval, path, stroke, times } from './ink.mjs';
import { darker, lighter, mix, palette } from './palette.mjs';

/** A right hand coming from the left, pen tip at x, y; about 330 wide at scale 1. `flip` makes it a left hand coming from the right. */
export function writingHand(d, x, y, { scale = 1, skin = '#e8b48f', sleeve = palette.teal, cuff = palette.cream, pen = palette.night, trim = palette.amber, flip = false, turn = 0 } = {}) {
  const shade = mix(skin, '#5a2438', 0.3);
  const deep = mix(skin, '#5a2438', 0.48);
  const shine = mix(skin, '#fff3e2', 0.45);
  const back = 'M-330 -128C-280 -146 -214 -164 -164 -158C-124 -152 -98 -132 -92 -110C-92 -84 -104 -62 -120 -48C-150 -22 -220 -8 -330 -2Z';
  return move(x, y, [
    path('M-360 16C-260 30 -80 24 10 6C-20 -4 -120 -8 -180 -10Z', palette.night, { opacity: 0.28 }),
    // ring and little finger rest on the paper
    stroke('M-170 -40C-120 -26 -100 -14 -66 -8', deep, 34), stroke('M-170 -48C-120 -36 -96 -24 -58 -16', shade, 34), stroke('M-160 -64C-110 -56 -84 -46 -46 -30', skin, 33), stroke('M-140 -46C-104 -40 -80 -32 -50 -18', shade, 8, { opacity: 0.6 }),
    stroke('M-150 -84C-110 -82 -70 -64 -30 -36', shade, 32),
    path(back, d.fade([[0, shine], [0.3, skin], [1, shade]])),
    // the pen
    line(0, 0, -18, -26, trim, 5), line(-14, -20, -34, -50, '#3c3b46', 12), line(-30, -44, -132, -206, pen, 17), line(-33, -54, -130, -208, lighter(pen, 0.35), 4, { opacity: 0.8 }), line(-96, -149, -101, -157, trim, 18, { strokeLinecap: 'butt' }), line(-132, -206, -142, -222, trim, 13), stroke('M-128 -214L-100 -170', trim, 5),
    // index finger over the pen
    stroke('M-122 -128C-92 -128 -66 -106 -34 -58', shade, 36), stroke('M-124 -132C-94 -132 -68 -110 -37 -62', skin, 33), stroke('M-116 -142C-94 -140 -74 -124 -54 -98', shine, 7, { opacity: 0.7 }),
    path('M-42 -74q14 2 19 22q-11 2 -20 -6z', mix(shine, '#f7c9bd', 0.4)), stroke('M-84 -128q6 8 2 16M-78 -124q6 8 2 15', deep, 2.4, { opacity: 0.6 }),
    // thumb before it
    stroke('M-190 -50C-150 -62 -96 -72 -56 -56', shade, 42), stroke('M-192 -56C-152 -68 -98 -78 -58 -61', skin, 38), stroke('M-150 -82C-120 -88 -92 -86 -72 -78', shine, 7, { opacity: 0.65 }), path('M-72 -74q24 0 32 16q-14 10 -30 2z', mix(shine, '#f7c9bd', 0.4)), stroke('M-112 -88q6 10 0 20M-104 -88q6 10 1 20', deep, 2.4, { opacity: 0.55 }),
    stroke('M-214 -36C-190 -40 -172 -44 -160 -50', deep, 3, { opacity: 0.5 }),
    // cuff and sleeve
    path('M-300 -152C-282 -104 -284 -44 -302 10L-350 14V-156Z', cuff), path('M-290 -70C-290 -40 -294 -12 -302 10L-350 14V-60Z', palette.violet, { opacity: 0.3 }), oval(-312, -22, 7, 9, trim),
    path('M-330 -164C-310 -106 -312 -40 -332 22C-440 44 -600 90 -860 190V-210C-620 -190 -440 -180 -330 -164Z', d.fade([[0, lighter(sleeve, 0.22)], [0.45, sleeve], [1, darker(sleeve, 0.45)]])), stroke('M-420 -150C-400 -110 -404 -60 -430 -10M-520 -120C-490 -70 -500 -20 -540 40', darker(sleeve, 0.4), 4, { opacity: 0.5 }), times(3, (index) => oval(-352 - index * 2, 0 - index * 24, 6, 6, darker(sleeve, 0.5))),
  ], { scale, flip, turn });
}
