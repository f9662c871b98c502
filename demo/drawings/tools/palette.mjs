// The colours every picture shares. The Ruhr is told in teal, Upper Silesia in amber and brick.

export const palette = {
  night: '#0f2d3a',
  deep: '#164756',
  teal: '#1f6f78',
  lagoon: '#3f949a',
  mist: '#9cc4c0',
  coal: '#2b2a33',
  slate: '#4a4a5c',
  brick: '#b5452f',
  ember: '#7d2c25',
  rust: '#93402e',
  amber: '#e9a23b',
  honey: '#f4c66d',
  crust: '#c77b3b',
  toast: '#8a4a22',
  cream: '#f6ead6',
  sand: '#e6d1ae',
  sage: '#8fae8b',
  moss: '#52785c',
  pine: '#2b5148',
  lilac: '#b7b3d8',
  violet: '#6f6c9e',
  rose: '#e7b7a3',
  coral: '#d97b5f',
};

export const skins = ['#f3d0b3', '#e8b48f', '#c98a5e', '#a4683f', '#7b4a2d', '#f0c3a0', '#d9a074', '#5e3823'];
export const hairs = ['#2b2229', '#4b2d20', '#7a4526', '#b5742f', '#dca852', '#8d3420', '#c9c4c0', '#1d2430'];

const channels = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

/** The colour that lies `share` (0..1) of the way from `from` to `to`. */
export function mix(from, to, share) {
  const there = channels(to);
  return '#' + channels(from)
    .map((value, at) => Math.round(value + (there[at] - value) * share).toString(16).padStart(2, '0'))
    .join('');
}

export const lighter = (colour, share = 0.2) => mix(colour, palette.cream, share);
export const darker = (colour, share = 0.2) => mix(colour, palette.night, share);
