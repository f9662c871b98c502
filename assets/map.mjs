// Draws the map of Europe that the pages lay their places on, from the open data of Natural Earth (public domain) in
// the package world-atlas: land and borders in one small SVG, of which a page shows a part.
//
// The projection is that of official statistics in Europe, ETRS89-LAEA (EPSG:3035): every area has its true size,
// which is what a comparison of two regions needs. The program projects places with the same numbers
// (src/base/europe_map.h); control points in the file let its tests find out when the two no longer agree.
import { readFileSync } from "node:fs";
import { feature, mesh, merge } from "topojson-client";

// ---- the projection: Lambert azimuthal equal-area on the ellipsoid GRS 80 (IOGP Guidance Note 7-2, 3.1.1.2.1)
const origin = { latitude: 52, longitude: 10, easting: 4_321_000, northing: 3_210_000 };
const semiMajorAxis = 6_378_137;
const flattening = 1 / 298.257222101;
const e2 = flattening * (2 - flattening);
const e = Math.sqrt(e2);
const radians = (degrees) => (degrees * Math.PI) / 180;

function q(latitude) {
    const s = Math.sin(latitude);
    return (1 - e2) * (s / (1 - e2 * s * s) - Math.log((1 - e * s) / (1 + e * s)) / (2 * e));
}

const qPole = q(Math.PI / 2);
const originBeta = Math.asin(q(radians(origin.latitude)) / qPole);
const authalicRadius = semiMajorAxis * Math.sqrt(qPole / 2);
const originSine = Math.sin(radians(origin.latitude));
const scale =
    (semiMajorAxis * (Math.cos(radians(origin.latitude)) / Math.sqrt(1 - e2 * originSine * originSine))) /
    (authalicRadius * Math.cos(originBeta));

/** Degrees to metres: [easting, northing]. */
export function project([longitude, latitude]) {
    const beta = Math.asin(Math.min(1, q(radians(latitude)) / qPole));
    const turn = radians(longitude - origin.longitude);
    const cosine = Math.sin(originBeta) * Math.sin(beta) + Math.cos(originBeta) * Math.cos(beta) * Math.cos(turn);
    const b = authalicRadius * Math.sqrt(2 / (1 + cosine));
    return [
        origin.easting + b * scale * Math.cos(beta) * Math.sin(turn),
        origin.northing +
            (b / scale) *
                (Math.cos(originBeta) * Math.sin(beta) - Math.sin(originBeta) * Math.cos(beta) * Math.cos(turn)),
    ];
}

// ---- the sheet: kilometres from its upper left corner
const sheet = { left: 2500, top: 5500, width: 4800, height: 4300 };

/** Degrees to kilometres on the sheet: [to the right, downwards]. */
export function onSheet(position) {
    const [easting, northing] = project(position);
    return [easting / 1000 - sheet.left, sheet.top - northing / 1000];
}

const tolerance = 1.6; // kilometres by which a simplified line may miss the true one
const leastIsland = 90; // square kilometres below which an island is left out
const bleed = 40; // kilometres drawn beyond the sheet, so that its edge has no coast

// ---- lines
function distanceToSegment([x, y], [ax, ay], [bx, by]) {
    const length2 = (bx - ax) ** 2 + (by - ay) ** 2;
    const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length2));
    return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
}

/** Douglas and Peucker's line with fewer points. */
function simplified(line) {
    if (line.length < 3) return line;
    const kept = new Set([0, line.length - 1]);
    const parts = [[0, line.length - 1]];
    // A ring's ends are one point, from which no distance says anything: part it at the point furthest off.
    while (parts.length > 0) {
        const [from, to] = parts.pop();
        let furthest = 0;
        let index = -1;
        for (let i = from + 1; i < to; i++) {
            const distance = distanceToSegment(line[i], line[from], line[to]);
            if (distance > furthest) [furthest, index] = [distance, i];
        }
        if (furthest <= tolerance) continue;
        kept.add(index);
        parts.push([from, index], [index, to]);
    }
    return line.filter((_, i) => kept.has(i));
}

const edges = [
    { inside: ([x]) => x >= -bleed, cut: (a, b) => at(a, b, (-bleed - a[0]) / (b[0] - a[0])) },
    { inside: ([x]) => x <= sheet.width + bleed, cut: (a, b) => at(a, b, (sheet.width + bleed - a[0]) / (b[0] - a[0])) },
    { inside: ([, y]) => y >= -bleed, cut: (a, b) => at(a, b, (-bleed - a[1]) / (b[1] - a[1])) },
    { inside: ([, y]) => y <= sheet.height + bleed, cut: (a, b) => at(a, b, (sheet.height + bleed - a[1]) / (b[1] - a[1])) },
];
const at = (a, b, t) => [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
const onIt = (point) => edges.every((edge) => edge.inside(point));

/** The part of a ring that lies on the sheet (Sutherland and Hodgman). */
function clippedRing(ring) {
    let points = ring.slice(0, -1);
    for (const { inside, cut } of edges) {
        const next = [];
        points.forEach((point, i) => {
            const before = points[(i + points.length - 1) % points.length];
            if (inside(point) !== inside(before)) next.push(cut(before, point));
            if (inside(point)) next.push(point);
        });
        points = next;
    }
    return points;
}

/** The parts of a line that lie on the sheet; what leaves it is cut at its last point there. */
function clippedLine(line) {
    const parts = [[]];
    for (const point of line) {
        if (onIt(point)) parts.at(-1).push(point);
        else if (parts.at(-1).length > 0) parts.push([]);
    }
    return parts.filter((part) => part.length > 1);
}

const area = (ring) =>
    Math.abs(ring.reduce((sum, [x, y], i) => sum + x * ring[(i + 1) % ring.length][1] - ring[(i + 1) % ring.length][0] * y, 0)) / 2;

/** "M2 3l4-5…" in whole kilometres. */
function path(points, closed) {
    let [x, y] = points[0].map(Math.round);
    let text = `M${x}${y < 0 ? "" : " "}${y}`;
    let steps = "";
    for (const point of points.slice(1)) {
        const [nextX, nextY] = point.map(Math.round);
        if (nextX === x && nextY === y) continue;
        const [dx, dy] = [nextX - x, nextY - y];
        steps += `${steps === "" || dx < 0 ? "" : " "}${dx}${dy < 0 ? "" : " "}${dy}`;
        [x, y] = [nextX, nextY];
    }
    return steps === "" ? "" : `${text}l${steps}${closed ? "z" : ""}`;
}

// ---- whose is what: where Natural Earth draws who holds the ground, we draw what the European Union recognises
function settled(topology) {
    const countries = topology.objects.countries.geometries;
    const named = (name) => countries.find((country) => country.properties.name === name);
    const [russia, ukraine] = [named("Russia"), named("Ukraine")];
    const outline = ({ arcs }) => feature(topology, { type: "Polygon", arcs }).geometry.coordinates[0];
    const polygons = (country) => (country.type === "Polygon" ? [country.arcs] : country.arcs);
    const within = ([x, y], ring) =>
        ring.reduce((inside, [ax, ay], i) => {
            const [bx, by] = ring[(i + 1) % ring.length];
            return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !inside : inside;
        }, false);
    const crimea = polygons(russia).filter((arcs) => within([34.3, 45.2], outline({ arcs })));
    if (crimea.length > 0) {
        russia.arcs = polygons(russia).filter((arcs) => !crimea.includes(arcs));
        ukraine.arcs = [...polygons(ukraine), ...crimea];
        ukraine.type = "MultiPolygon";
    }
    for (const part of countries) if (part.properties.name === "N. Cyprus") part.properties.name = "Cyprus";
    return countries;
}

/** The text of europe.svg. */
export function europe(topologyFile) {
    const topology = JSON.parse(readFileSync(topologyFile, "utf8"));
    const countries = settled(topology);
    const { scale: step, translate } = topology.transform;
    const degrees = topology.arcs.map((arc) => {
        let [x, y] = [0, 0];
        return arc.map(([dx, dy]) => [(x += dx) * step[0] + translate[0], (y += dy) * step[1] + translate[1]]);
    });
    delete topology.transform;
    const near = ([longitude, latitude]) => longitude > -45 && longitude < 85 && latitude > 15 && latitude < 84;
    const european = countries.filter(
        (country) => country.type && feature({ ...topology, arcs: degrees }, country).geometry.coordinates.flat(country.type === "Polygon" ? 1 : 2).some(near),
    );
    topology.arcs = degrees.map((arc) => simplified(arc.map(onSheet)));

    const land = merge(topology, european)
        .coordinates.flatMap((polygon) => polygon.map(clippedRing))
        .filter((ring) => ring.length > 2 && area(ring) >= leastIsland)
        .map((ring) => path(ring, true));
    const shared = { type: "GeometryCollection", geometries: european };
    const borders = mesh(topology, shared, (a, b) => a.properties.name !== b.properties.name)
        .coordinates.flatMap(clippedLine)
        .map((line) => path(line, false));

    const control = [[5, 50], [7.0116, 51.4556], [19.0216, 50.2599], [-21.9, 64.1], [33.4, 35.2]]
        .map((position) => [position[1], position[0], ...onSheet(position).map((km) => km.toFixed(3))].join(" "))
        .join(";");
    return (
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${sheet.width} ${sheet.height}">` +
        `<metadata>Natural Earth, public domain. ETRS89-LAEA (EPSG:3035), ${control}</metadata>` +
        `<path id="land" vector-effect="non-scaling-stroke" d="${land.join("")}"/>` +
        `<path id="borders" fill="none" vector-effect="non-scaling-stroke" d="${borders.join("")}"/></svg>\n`
    );
}
