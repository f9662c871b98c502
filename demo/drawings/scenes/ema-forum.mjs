// A round table whose edge is a ring of skylines; people from nine metropolises sit at it.

import { Drawing, box, disc, group, line, move, oval, path, round, shape, soft, stroke, times } from '../tools/ink.mjs';
import { cities } from '../tools/cities.mjs';
import { clouds } from '../tools/nature.mjs';
import { person } from '../tools/people.mjs';
import { darker, mix, palette, skins } from '../tools/palette.mjs';

const tones = ['#2b7a82', '#c7762f', '#6f6c9e', '#3f949a', '#b5452f', '#3d6b74', '#a5623c', '#5f8f86', '#8a5a8c'];

export default function draw() {
  const d = new Drawing();
  const [cx, cy, rx, ry] = [800, 640, 610, 128];
  d.add(
    box(0, 0, 1600, 1000, d.fade([[0, '#1d3850'], [0.3, '#47708a'], [0.55, palette.rose], [0.75, palette.honey]])),
    disc(800, 380, 700, d.glow([[0, palette.cream, 0.85], [0.4, palette.rose, 0.6], [1, palette.rose, 0]])), disc(800, 300, 190, palette.honey, { opacity: 0.35 }), disc(800, 300, 154, d.fade([[0, '#fff3d6'], [1, palette.amber]])),
    clouds(9, { count: 8, x: [-60, 1400], y: [50, 280], colour: palette.cream, opacity: 0.35 }),
    box(0, 760, 1600, 240, d.fade([[0, '#56607a'], [1, '#1a2238']])), oval(800, 880, 800, 150, '#131a2e', { opacity: 0.45 }),
  );
  // the far half of the ring
  times(9, (index) => {
    const angle = Math.PI * (1.02 + (index / 8) * 0.96);
    const [x, y] = [cx + Math.cos(angle) * (rx + 60), cy + Math.sin(angle) * (ry + 36)];
    const depth = -Math.sin(angle);
    const tone = mix(tones[(index + 4) % 9], palette.honey, 0.3 * depth);
    d.add(move(x, y + 40, cities[(index + 4) % 9](tone), { scale: 1.5 - depth * 0.2 }));
  });
  const shore = times(21, (index) => { const angle = Math.PI * (1.07 + index * 0.043); return [cx + Math.cos(angle) * (rx + 60), cy + Math.sin(angle) * (ry + 36) + 30]; });
  d.add(path(`${soft([[-60, 652], [60, 650], ...shore, [1540, 650], [1660, 652]])}V800H-60Z`, d.fade([[0, '#e7bd8c'], [1, '#a77f78']])));
  // those who sit on the far side
  const guests = [
    [0, 'bob', '#7a4526', palette.teal, 'round', 'smile'], [4, 'short', '#2b2229', palette.brick, 'jacket', 'soft'], [1, 'bun', '#b5742f', palette.violet, 'round', 'open'], [3, 'scarf', palette.lagoon, palette.deep, 'plain', 'smile'], [0, 'bald', '#c9c4c0', '#3d4a5c', 'jacket', 'talk'], [7, 'afro', '#2b2229', palette.amber, 'round', 'open'], [2, 'side', '#4b2d20', palette.moss, 'shirt', 'smile'], [6, 'wavy', '#8d3420', palette.deep, 'jacket', 'soft'], [5, 'quiff', '#dca852', palette.coral, 'shirt', 'smile'],
  ];
    [4, 3, 5, 2, 6, 1, 7, 0, 8].forEach((index) => {
    const [skin, style, hair, colour, wear, mouth] = guests[index];
    const angle = Math.PI * (1.09 + (index / 8) * 0.82);
    const [x, y] = [cx + Math.cos(angle) * (rx - 92), cy + Math.sin(angle) * ry];
    const depth = -Math.sin(angle);
    d.add(person(d, x, y - 90 + depth * 6, { scale: 0.74 - depth * 0.08, skin: skins[skin], style, hair, colour, wear, mouth, light: index < 5 ? 'right' : 'left', gaze: index < 4 ? 3 : index > 4 ? -3 : 0, glasses: [1, 4].includes(index) ? palette.coal : undefined, older: index === 4, beard: index === 6 ? '#4b2d20' : undefined }));
  });
  // table top
  d.add(
    oval(cx, cy + 16, rx + 6, ry + 6, palette.ember), oval(cx, cy, rx, ry, d.fade([[0, '#e7c08d'], [0.5, '#c98f58'], [1, '#a3663c']])),
    d.inside(oval(cx, cy, rx, ry, '#000'), [
      times(16, (index) => oval(cx, cy + 4, rx * (index + 1) / 16, ry * (index + 1) / 16, 'none', { stroke: '#8a5230', strokeWidth: 1.4, opacity: 0.28 })), path(`M${cx - 260} ${cy - 150}L${cx + 200} ${cy - 150}L${cx + 430} ${cy + 160}L${cx - 120} ${cy + 160}Z`, '#fff6de', { opacity: 0.22 }),
      oval(cx, cy + 2, rx * 0.44, ry * 0.44, palette.deep), oval(cx, cy + 2, rx * 0.42, ry * 0.42, '#2f7f85'),
      // rivers and regions in the middle of the table
      d.inside(oval(cx, cy + 2, rx * 0.42, ry * 0.42, '#000'), [path(`M${cx - 200} ${cy - 10}q60 -40 130 -16t90 -12t80 30t90 6v50H${cx - 220}Z`, palette.sage), path(`M${cx - 40} ${cy + 12}q60 -14 120 6t130 -10v60H${cx - 80}Z`, palette.honey, { opacity: 0.85 }), stroke(`M${cx - 120} ${cy - 60}q30 40 10 60t30 60M${cx + 130} ${cy - 60}q-30 36 0 62t-16 60`, palette.mist, 5), times(9, (index) => disc(cx + Math.cos(index * 0.7) * 180, cy + 2 + Math.sin(index * 0.7) * 36, 5, palette.cream))]),
    ]),
    path(`M${cx - rx} ${cy}A${rx} ${ry} 0 0 1 ${cx + rx} ${cy}`, 'none', { stroke: '#fff1d0', strokeWidth: 3, opacity: 0.7 }),
  );
  // papers, glasses, flags of plain colour
  times(9, (index) => {
    const angle = Math.PI * (1.09 + (index / 8) * 0.82);
    const [x, y] = [cx + Math.cos(angle) * (rx - 116), cy + 6 + Math.sin(angle) * (ry - 36)];
    d.add(shape([[x - 32, y + 8], [x - 20, y - 10], [x + 28, y - 10], [x + 24, y + 8]], palette.cream), stroke(`M${round(x - 18)} ${round(y - 5)}h36M${round(x - 22)} ${round(y + 1)}h38`, palette.violet, 2, { opacity: 0.5 }), path(`M${round(x + 40)} ${round(y + 4)}l-3 -22h17l-3 22z`, '#e8f4ef', { opacity: 0.8 }), line(x - 50, y + 4, x - 50, y - 26, palette.toast, 2.6), shape([[x - 49, y - 27], [x - 26, y - 24], [x - 49, y - 12]], tones[index]));
  });
  // the near half: the edge of the table is a row of cities
  const near = times(9, (index) => { const angle = Math.PI * (0.925 - (index / 8) * 0.85); return { index, angle, x: cx + Math.cos(angle) * (rx + 6), y: cy + 190 + Math.sin(angle) * (ry + 6), depth: Math.sin(angle) }; });
  d.add(path(`M${cx - rx - 6} ${cy + 10}A${rx + 6} ${ry + 6} 0 0 0 ${cx + rx + 6} ${cy + 10}V${cy + 196}A${rx + 6} ${ry + 6} 0 0 1 ${cx - rx - 6} ${cy + 196}Z`, d.fade([[0, '#4a2a28'], [0.3, '#f0b765'], [0.55, '#f6cf8c'], [1, '#3a2430']], { from: [0, 0], to: [1, 0] })));
  d.add(path(`M${cx - rx - 6} ${cy + 10}A${rx + 6} ${ry + 6} 0 0 0 ${cx + rx + 6} ${cy + 10}V${cy + 196}A${rx + 6} ${ry + 6} 0 0 1 ${cx - rx - 6} ${cy + 196}Z`, d.fade([[0, palette.ember, 0.75], [0.5, palette.honey, 0], [1, palette.honey, 0.3]])));
  const band = path(`M${cx - rx - 6} ${cy}A${rx + 6} ${ry + 6} 0 0 0 ${cx + rx + 6} ${cy}V${cy + 196}A${rx + 6} ${ry + 6} 0 0 1 ${cx - rx - 6} ${cy + 196}Z`, '#000');
  d.add(d.inside(band, [...near].sort((a, b) => a.depth - b.depth).map(({ index, x, y, depth }) =>
    group(cities[index](darker(tones[index], 0.12)), { transform: `translate(${round(x)} ${round(y)}) scale(${(0.22 + 0.9 * depth).toFixed(3)} ${(0.74 + depth * 0.12).toFixed(3)})` }))));
  d.add(
    path(`M${cx - rx - 6} ${cy + 188}A${rx + 6} ${ry + 6} 0 0 0 ${cx + rx + 6} ${cy + 188}V${cy + 204}A${rx + 6} ${ry + 6} 0 0 1 ${cx - rx - 6} ${cy + 204}Z`, palette.ember), path(`M${cx - rx - 6} ${cy + 188}A${rx + 6} ${ry + 6} 0 0 0 ${cx + rx + 6} ${cy + 188}`, 'none', { stroke: palette.honey, strokeWidth: 2.5, opacity: 0.8 }),
    path(`M${cx - rx} ${cy}A${rx} ${ry} 0 0 0 ${cx + rx} ${cy}L${cx + rx + 6} ${cy + 14}A${rx + 6} ${ry + 6} 0 0 1 ${cx - rx - 6} ${cy + 14}Z`, d.fade([[0, palette.ember], [0.5, palette.crust], [1, palette.ember]], { from: [0, 0], to: [1, 0] })),
  );
  return d;
}
