// A street swings from one city to the other: a tram on it, people on bicycles beside it.

import { Drawing, box, line, oval, path, round, stroke, times } from '../tools/ink.mjs';
import { farTown, headframe, windows } from '../tools/buildings.mjs';
import { birds, clouds, flowers, grass, haze, land, sun, tree } from '../tools/nature.mjs';
import { spodek } from '../tools/saucer.mjs';
import { cyclist, tram } from '../tools/vehicles.mjs';
import { darker, lighter, mix, palette, skins } from '../tools/palette.mjs';

export default function draw() {
  const d = new Drawing();
  d.add(
    box(0, 0, 1600, 1000, d.fade([[0, '#3c8d93'], [0.42, '#bcd3c3'], [0.6, palette.cream], [0.78, '#f3c98f'], [1, '#dd8a5c']], { from: [0, 0], to: [1, 0.12] })),
    sun(d, 850, 300, 104, '#fbe0a4', { halo: 5, strength: 0.9, haloColour: palette.cream }),
    clouds(7, { count: 4, x: [40, 560], y: [40, 150], colour: '#f4fbf2', opacity: 0.5 }), clouds(11, { count: 4, x: [960, 1440], y: [50, 240], colour: palette.cream, opacity: 0.5 }),
    land(d, [520, 500, 530, 548, 540, 510, 520], mix(palette.lilac, palette.cream, 0.3)),
  );
  // the western city
  const [west, east] = ['#2f7c84', '#c97a45'];
  d.add(
    farTown(41, 600, mix(west, palette.cream, 0.42), { x: [-10, 560], height: [50, 150], chimneys: 2, share: 0.1, lit: palette.cream }),
    box(36, 330, 128, 270, d.fade([[0, lighter(west, 0.3)], [0.5, west], [1, darker(west, 0.4)]], { from: [1, 0], to: [0, 0] })), path('M36 330Q100 288 164 330Z', darker(west, 0.2)), stroke(times(8, (index) => `M36 ${360 + index * 30}H164`).join(''), darker(west, 0.5), 2, { opacity: 0.6 }), stroke('M60 330V600M84 330V600M112 330V600M140 330V600', darker(west, 0.5), 2, { opacity: 0.4 }),
    headframe(d, 320, 610, { scale: 0.5, steel: '#2b6d75', lit: '#8ec9c1', dark: '#17505c', deepest: palette.night, detail: false, flip: true }),
    [[470, 210, 66], [536, 160, 56], [196, 190, 58]].map(([x, high, wide], index) => [box(x, 610 - high, wide, high, d.fade([[0, lighter(west, 0.25)], [1, west]])), box(x, 610 - high, wide * 0.3, high, darker(west, 0.35)), windows(x + wide * 0.36, 622 - high, { columns: 3, rows: Math.floor(high / 20) - 1, width: 8, height: 10, stepX: wide * 0.2, stepY: 19, glass: darker(west, 0.5), seed: index + 2, share: 0.35, lit: [palette.cream] })]),
  );
  // the eastern one
  d.add(
    farTown(57, 600, mix(east, palette.cream, 0.42), { x: [1040, 1610], height: [50, 140], chimneys: 2, share: 0.1, lit: palette.cream }),
    [[1070, 190, 58], [1480, 330, 64], [1552, 270, 60]].map(([x, high, wide], index) => [box(x, 610 - high, wide, high, d.fade([[0, lighter(east, 0.35)], [1, east]])), box(x + wide * 0.7, 610 - high, wide * 0.3, high, darker(east, 0.35)), windows(x + 8, 622 - high, { columns: 3, rows: Math.floor(high / 20) - 1, width: 8, height: 10, stepX: wide * 0.2, stepY: 19, glass: mix(east, palette.ember, 0.6), seed: index + 9, share: 0.35, lit: [palette.cream] })]),
    spodek(d, 1290, 614, { scale: 0.42, shell: '#f6e0bd', shadow: '#a1543a', light: palette.cream }),
  );
  d.add(
    land(d, [590, 604, 612, 624, 612, 604, 590], d.fade([[0, '#6da58c'], [0.5, '#a9b879'], [1, '#d2a15c']], { from: [0, 0], to: [1, 0] })), haze(d, 500, 150, palette.cream, 0.6),
    times(24, (index) => tree(36 + index * 68, 640 + Math.sin(index / 23 * Math.PI) * 34, 80 + (index * 31) % 30, { seed: index + 80, light: index < 12 ? 'right' : 'left', tones: index < 9 ? [palette.deep, palette.pine, palette.lagoon] : index < 15 ? [palette.pine, palette.moss, palette.sage] : [palette.ember, palette.rust, palette.amber] })),
    path('M0 640C300 668 500 690 800 690C1100 690 1300 668 1600 640V1000H0Z', d.fade([[0, '#3f8377'], [0.5, '#7f9c5f'], [1, '#b5763f']], { from: [0, 0], to: [1, 0] })),
  );
  // the street is a bow from city to city
  d.add(
    path('M-10 636C300 720 560 730 800 730C1040 730 1300 720 1610 636V700C1340 850 1080 862 800 862C520 862 260 850 -10 700Z', d.fade([[0, palette.slate], [0.5, '#7a6f78'], [1, '#6a4a47']], { from: [0, 0], to: [1, 0] })),
    stroke('M-10 652C280 752 560 768 800 768C1040 768 1320 752 1610 652M-10 666C270 778 550 796 800 796C1050 796 1330 778 1610 666', '#2a2731', 5), stroke('M-10 650C280 750 560 766 800 766C1040 766 1320 750 1610 650M-10 664C270 776 550 794 800 794C1050 794 1330 776 1610 664', palette.cream, 1.8, { opacity: 0.8 }),
    path('M-10 704C260 854 520 866 800 866C1080 866 1340 854 1610 704V716C1340 872 1080 884 800 884C520 884 260 872 -10 716Z', palette.cream, { opacity: 0.85 }),
    path('M-10 718C260 876 520 888 800 888C1080 888 1340 876 1610 718V800C1360 962 1090 974 800 974C510 974 240 962 -10 800Z', d.fade([[0, '#b8503a'], [0.5, '#cf6b4c'], [1, '#a9432f']], { from: [0, 0], to: [1, 0] })),
    stroke('M-10 758C250 918 515 930 800 930C1085 930 1350 918 1610 758', palette.cream, 4, { strokeDasharray: '34 26', opacity: 0.85 }),
  );
  // masts and wire
  const mast = (x, foot, high) => [line(x, foot, x, foot - high, palette.coal, 7), line(x, foot - high + 22, x + (x < 800 ? 90 : -90), foot - high + 22, palette.coal, 4), stroke(`M${x} ${foot - high}L${x + (x < 800 ? 70 : -70)} ${foot - high + 22}`, palette.coal, 2.5), oval(x, foot, 13, 4, palette.coal)];
  d.add(
    mast(150, 700, 250), mast(1450, 700, 250), mast(440, 728, 270), mast(1160, 728, 270),
    stroke('M-10 470C300 506 560 512 800 512C1040 512 1300 506 1610 470', palette.coal, 2.4), stroke('M-10 440C300 470 560 472 800 472C1040 472 1300 470 1610 440', palette.coal, 1.8), stroke(times(14, (index) => { const x = 70 + index * 112; const bow = Math.sin((x / 1600) * Math.PI) ** 0.7; return `M${x} ${round(440 + bow * 33)}V${round(470 + bow * 42)}`; }).join(''), palette.coal, 1.4),
  );
  d.add(
    tram(d, 800, 790, { scale: 1.08 }),
    cyclist(330, 926, { scale: 1.06, skin: skins[2], hair: palette.coal, coat: palette.amber, frame: palette.deep, helmet: palette.cream }),
    cyclist(560, 952, { scale: 1.14, skin: skins[0], hair: palette.crust, coat: palette.teal, frame: palette.cream, basket: true, skirt: palette.honey, legs: '#3a3f52' }),
    cyclist(1080, 950, { scale: 1.12, skin: skins[4], hair: palette.coal, coat: palette.lilac, frame: palette.night, flip: true, helmet: palette.brick, legs: '#2a3a44' }),
    cyclist(1306, 914, { scale: 1, skin: skins[5], hair: '#c9c4c0', coat: palette.cream, frame: palette.teal, flip: true, legs: '#4a3340' }),
    grass(3, { x: [0, 500], y: [960, 1000], count: 120, height: [16, 42], colours: [palette.deep, palette.lagoon, palette.moss] }), grass(5, { x: [1100, 1600], y: [960, 1000], count: 120, height: [16, 42], colours: [palette.ember, palette.crust, palette.honey] }),
    flowers(5, { x: [10, 330], y: [970, 1000], count: 16, colours: [palette.cream, palette.lilac] }), flowers(6, { x: [1270, 1590], y: [970, 1000], count: 16, colours: [palette.cream, palette.honey] }),
    birds([[700, 150, 15], [750, 124, 11], [640, 190, 11]], palette.deep),
  );
  return d;
}
