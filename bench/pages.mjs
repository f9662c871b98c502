// Which pages are measured: one of each kind, found as a search engine finds them, through the sitemap.

/** The addresses of the sitemap, without the origin. */
async function addresses(server) {
  const paths = (xml) => [...xml.matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)].map(([, path]) => path.replaceAll('&amp;', '&'));
  const top = await server.get('/sitemap.xml');
  if (!top.body.includes('<sitemapindex')) return { parts: [], pages: paths(top.body) };
  const parts = paths(top.body);
  // One part of each kind of page is enough to choose from.
  const first = parts.filter((part) => !/-\d+\.xml$/.test(part) || part.endsWith('-1.xml'));
  const pages = [];
  for (const part of first) pages.push(...paths((await server.get(part)).body));
  return { parts, pages };
}

/** [{ name, path }] of the pages to measure, in German. `deep` is the key of an activity far back in time. */
export async function pagesOf(server, deep) {
  const { parts, pages } = await addresses(server);
  const below = (section) => pages.filter((path) => path.startsWith(`/de/${section}/`));
  const slug = (path) => path.slice(path.lastIndexOf('/') + 1);
  const busiest = below('organisationen').find((path) => path.endsWith('/regionalverband-ruhr'));
  const quiet = below('organisationen').find((path) => /-\d+$/.test(path));
  const field = below('handlungsfelder')[0];
  const series = below('reihen')[1]; // by key: createyourope, series-1, …
  const activities = below('aktivitaeten');
  const list = [
    ['home', '/de/'],
    ['partnership', below('partnerschaften')[0]],
    ['timeline', '/de/chronik'],
    ['timeline, a field of action', `/de/chronik?field=${slug(field)}`],
    ['timeline, an organisation in all activities', `/de/chronik?organisation=${slug(busiest)}`],
    ['timeline, an organisation in few activities', `/de/chronik?organisation=${slug(quiet)}`],
    ['timeline, a year', '/de/chronik?year=2010'],
    ['timeline, a kind', '/de/chronik?kind=conference'],
    ['timeline, a status', '/de/chronik?status=planned'],
    ['timeline, a series', `/de/chronik?series=${slug(series)}`],
    ['timeline, field, organisation, kind and year', `/de/chronik?field=${slug(field)}&organisation=${slug(busiest)}&kind=conference&year=2010`],
    ['timeline, far back', `/de/chronik?before=${deep}`],
    ['activity', activities[Math.floor(activities.length / 2)]],
    ['field of action', field],
    ['series', series],
    ['agreement', below('vereinbarungen')[0]],
    ['organisation in all activities', busiest],
    ['organisation in few activities', quiet],
    ['list of organisations', '/de/organisationen'],
    ['sitemap index', '/sitemap.xml'],
  ];
  const activityParts = parts.filter((part) => part.includes('/activity-'));
  if (activityParts.length) list.push(['sitemap, last part of the activities', activityParts.at(-1)]);
  for (const [name, path] of list) if (!path) throw new Error(`no page to measure: ${name}`);
  return list.map(([name, path]) => ({ name, path }));
}
