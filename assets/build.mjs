// Builds what browsers load: one style sheet, its fonts, the icons, the map of Europe.
//
//     script/build-assets [FOLDER]        FOLDER is build/assets unless named
//
// The same sources give the same bytes. Fonts and icons become files beside the style sheet
// and are named in it by relative address: the Content-Security-Policy allows neither other
// hosts nor data: addresses.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import * as esbuild from "esbuild";
import postcss from "postcss";
import selectorParser from "postcss-selector-parser";
import * as sass from "sass";
import subsetFont from "subset-font";
import { europe } from "./map.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const output = resolve(process.argv[2] ?? join(root, "build/assets"));
const kern = join(root, "node_modules/@kern-ux/native");

const fonts = {
    "fira-sans-regular": "FiraSans-Regular.woff2",
    "fira-sans-italic": "FiraSans-Italic.woff2",
    "fira-sans-semibold": "FiraSans-SemiBold.woff2",
};

// The letters of German, Polish and English and their punctuation; then those of the other languages of Europe in
// Latin script, and a few signs. styles/fonts.css names the same ranges.
const alphabets = {
    "": [
        [0x20, 0x7e], [0xa0, 0xff], [0x104, 0x107], [0x118, 0x119], [0x141, 0x144], [0x15a, 0x15b], [0x179, 0x17c],
        [0x2009, 0x202f], [0x2039, 0x203a], [0x2190, 0x2193], [0x2212, 0x2212],
    ],
    "-more": [
        [0x100, 0x103], [0x108, 0x117], [0x11a, 0x140], [0x145, 0x159], [0x15c, 0x178], [0x17d, 0x17f], [0x192, 0x192],
        [0x1e9e, 0x1e9e], [0x218, 0x21b], [0x2c6, 0x2dd], [0x2044, 0x2044], [0x2070, 0x2079], [0x20ac, 0x20ac],
        [0x2116, 0x2116], [0x2122, 0x2122], [0x2248, 0x2248], [0x2264, 0x2265],
    ],
};

function letters(ranges) {
    return ranges
        .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i))
        .map((codePoint) => String.fromCodePoint(codePoint))
        .join("");
}

/** @type {Map<string, string>} file name -> SVG text of every icon the style sheet names */
const icons = new Map();

// KERN writes its icons into the style sheet as data: addresses; each becomes a file.
function takeOutIcons(css) {
    return css.replace(/url\((["']?)data:image\/svg\+xml,(.*?)\1\)/g, (_all, _quote, encoded) => {
        const svg = decodeURIComponent(encoded);
        const name = `icon-${createHash("sha256").update(svg).digest("hex").slice(0, 8)}.svg`;
        icons.set(name, svg);
        return `url("./icons/${name}")`;
    });
}

// KERN's rules for components and tokens that no page uses are half of its style sheet. What pages can name is every
// word of the templates and scripts; "kern-btn--" that a variable ends stands for all that begin so. Public pages do not
// carry what only the workspace needs.
function takeOutUnused(css, sheetFor) {
    const files = (folder, pattern) =>
        readdirSync(join(root, folder), { recursive: true }).filter((name) => pattern.test(name)).map((name) => readFileSync(join(root, folder, name), "utf8"));
    const templates = [...files("src", sheetFor === "workspace" ? /(?<!_test)\.(cpp|h)$/ : /^(?!modules\/workspace\/).*(?<!_test)\.(cpp|h)$/), ...files("assets/scripts", /\.ts$/)];
    const words = new Set(templates.flatMap((text) => text.match(/[\w-]+/g)));
    const beginnings = [...words].filter((word) => /^kern-.*-$/.test(word));
    const isUsed = (name) => !name.startsWith("kern-") || words.has(name) || beginnings.some((beginning) => name.startsWith(beginning));

    const sheet = postcss.parse(css);
    sheet.walkRules((rule) => {
        const kept = rule.selectors.filter((selector) => {
            // What stands in :is() and :not() are alternatives; the rule may hold without them.
            const [compound] = selectorParser().astSync(selector).nodes;
            return compound.nodes.every((node) => node.type !== "class" || isUsed(node.value));
        });
        if (kept.length === 0) rule.remove();
        else rule.selectors = kept;
    });
    return takeOutUnusedTokens(sheet.toString(), files("assets/styles", /\.css$/).join("\n"));
}

// One token is made from another, so it takes some rounds until all that are left are used.
function takeOutUnusedTokens(css, ours) {
    const taken = new Set(`${css}\n${ours}`.match(/(?<=var\(\s*)--[\w-]+/g));
    const kept = css.replace(/^\s*(--[\w-]+):[^;{}]*;/gm, (declaration, name) => (taken.has(name) ? declaration : ""));
    return kept === css ? css : takeOutUnusedTokens(kept, ours);
}

const kernStyles = (sheetFor) => ({
    name: "kern-styles",
    setup(build) {
        build.onLoad({ filter: /\.scss$/ }, ({ path }) => {
            const { css } = sass.compile(path, {
                loadPaths: [join(root, "node_modules")],
                quietDeps: true,
                charset: false,
            });
            return { contents: takeOutIcons(takeOutUnused(css, sheetFor)), loader: "css" };
        });
    },
});

/** `name` is "portal" or "workspace", which has all of the former and its own. */
async function buildStyles(name) {
    await esbuild.build({
        entryPoints: [join(root, `assets/styles/${name}.css`)],
        outfile: join(output, `${name}.css`),
        bundle: true,
        minify: true,
        charset: "utf8",
        legalComments: "none",
        target: ["chrome115", "firefox115", "safari16.4"],
        external: ["./fonts/*", "./icons/*"],
        plugins: [kernStyles(name)],
        logLevel: "warning",
    });
}

const forOtherSites = "interregio-timeline.ts";

// One module a file in assets/scripts, with what it takes from a folder of its name. Pages work without them.
async function buildScripts() {
    const folder = join(root, "assets/scripts");
    await esbuild.build({
        entryPoints: readdirSync(folder).filter((name) => name.endsWith(".ts") && name !== forOtherSites).map((name) => join(folder, name)),
        outdir: output,
        bundle: true,
        minify: true,
        format: "esm",
        charset: "utf8",
        legalComments: "none",
        target: ["chrome115", "firefox115", "safari16.4"],
        logLevel: "warning",
    });
}

// What other sites show of ours: small, and with nothing of theirs.
async function buildEmbedding() {
    await esbuild.build({
        entryPoints: [join(root, "assets/styles/embed.css")],
        outfile: join(output, "embed.css"),
        bundle: true,
        minify: true,
        charset: "utf8",
        target: ["chrome115", "firefox115", "safari16.4"],
        logLevel: "warning",
    });
    await esbuild.build({
        entryPoints: [join(root, "assets/scripts", forOtherSites)],
        outfile: join(output, "embed/interregio-timeline.js"),
        bundle: true,
        minify: true,
        charset: "utf8",
        format: "esm",
        target: ["es2022"],
        logLevel: "warning",
    });
}

async function buildFonts() {
    mkdirSync(join(output, "fonts"), { recursive: true });
    for (const [name, source] of Object.entries(fonts))
        for (const [suffix, ranges] of Object.entries(alphabets)) {
            if (suffix && name.endsWith("italic")) continue; // a whole page of it is never set
            const whole = readFileSync(join(kern, "dist/fonts/fira-sans", source));
            // Only what the letters themselves need: no small capitals, no old figures.
            const part = await subsetFont(whole, letters(ranges), { targetFormat: "woff2", noLayoutClosure: true });
            writeFileSync(join(output, "fonts", `${name}${suffix}.woff2`), part);
        }
}

function buildIcons() {
    mkdirSync(join(output, "icons"), { recursive: true });
    for (const [name, svg] of icons) {
        writeFileSync(join(output, "icons", name), svg);
    }
    for (const name of readdirSync(join(root, "assets/icons"))) {
        writeFileSync(join(output, "icons", name), readFileSync(join(root, "assets/icons", name)));
    }
}

function buildMap() {
    writeFileSync(join(output, "europe.svg"), europe(join(root, "node_modules/world-atlas/countries-50m.json")));
}

// As small as it gets, beside the file: too slow to be done whenever the program starts.
function compress(folder) {
    for (const name of readdirSync(folder, { recursive: true }).filter((each) => /\.(css|js|svg)$/.test(each))) {
        const bytes = readFileSync(join(folder, name));
        const small = brotliCompressSync(bytes, {
            params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
        });
        writeFileSync(join(folder, `${name}.br`), small);
    }
}

// Only what this script makes: the folder may be anyone's.
const scripts = (existsSync(output) ? readdirSync(output) : []).filter((name) => /\.js(\.br)?$/.test(name));
for (const made of ["portal.css", "workspace.css", "embed.css", "europe.svg"].flatMap((name) => [name, `${name}.br`]).concat("embed", "fonts", "icons", scripts)) {
    rmSync(join(output, made), { recursive: true, force: true });
}
mkdirSync(output, { recursive: true });
await buildStyles("portal");
await buildStyles("workspace");
await buildScripts();
await buildEmbedding();
await buildFonts();
buildIcons();
buildMap();
compress(output);
