// The timeline of a partnership within any page:
//
//     <script type="module" src="https://example.org/embed/interregio-timeline.js"></script>
//     <interregio-timeline limit="5" field="mobility">
//         <a href="https://example.org/en/timeline">All activities</a>
//     </interregio-timeline>
//
// It reads the public interface of the site that the script came from. Attributes: lang (else that of the page around),
// limit, and the filters of /api/v1/activities. What stands inside is shown below the list, and alone where the list
// cannot be had. Nothing is written as markup, nothing is stored, no other host is asked.

type ByLanguage = Record<string, string>;

interface Activity {
    name: ByLanguage;
    translations: { name: { original: string } };
    pages: ByLanguage;
    date: { edtf: string; daysKnown: boolean; earliest?: string; words: ByLanguage };
    kindName: ByLanguage;
    status: string;
    statusName: ByLanguage;
    location: { name: ByLanguage }[];
}

const site = new URL(import.meta.url).origin;
const filters = ["partnership", "kind", "field", "organisation", "series", "status", "year", "from", "to"];

const styles = new CSSStyleSheet();
styles.replaceSync(`
:host { display: block; font: inherit; color: inherit; }
ol { margin: 0; padding: 0; list-style: none; }
li { padding-block: 0.625em; border-block-start: 1px solid color-mix(in srgb, currentColor 25%, transparent); }
p { margin: 0; }
.when { font-size: 0.875em; opacity: 0.85; }
a { color: inherit; font-weight: 600; display: inline-block; min-block-size: 1.5em; overflow-wrap: anywhere; }
`);

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, text = ""): HTMLElementTagNameMap[Name] {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
}

class InterregioTimeline extends HTMLElement {
    static readonly observedAttributes = ["lang", "limit", ...filters];

    readonly #root = this.attachShadow({ mode: "open" });
    #asked = "";

    connectedCallback(): void {
        this.#root.adoptedStyleSheets = [styles];
        void this.#load();
    }

    attributeChangedCallback(): void {
        if (this.isConnected) void this.#load();
    }

    #language(): string {
        const around = this.closest<HTMLElement>("[lang]")?.lang || document.documentElement.lang;
        return around.toLowerCase().split("-")[0] ?? "";
    }

    async #load(): Promise<void> {
        const address = new URL("/api/v1/activities", site);
        address.searchParams.set("limit", this.getAttribute("limit") ?? "5");
        for (const filter of filters) {
            const value = this.getAttribute(filter);
            if (value) address.searchParams.set(filter, value);
        }
        const asked = address.href + this.#language();
        this.#asked = asked;
        try {
            const answer = await fetch(address, { credentials: "omit", headers: { Accept: "application/json" } });
            if (!answer.ok) throw new Error(`${answer.status} for ${address.href}`);
            const { itemListElement } = (await answer.json()) as { itemListElement: Activity[] };
            if (this.#asked === asked) this.#show(itemListElement);
        } catch {
            // The reader has the link inside, which is all that can be offered now.
            if (this.#asked === asked) this.#show([]);
        }
        this.dispatchEvent(new CustomEvent("interregio-shown"));
    }

    #show(activities: Activity[]): void {
        const list = element("ol");
        list.append(...activities.map((activity) => this.#entry(activity)));
        this.#root.replaceChildren(...(activities.length > 0 ? [list] : []), element("slot"));
    }

    #entry(activity: Activity): HTMLLIElement {
        const wanted = this.#language();
        const language = activity.date.words[wanted] === undefined ? activity.translations.name.original : wanted;
        const entry = element("li");
        const about = [activity.date.words[language] ?? activity.date.edtf, activity.kindName[language]];
        if (activity.status !== "held") about.push(activity.statusName[language]);
        const place = activity.location[0]?.name;
        if (place) about.push(place[language] ?? Object.values(place)[0]);
        const when = element("p", about.filter(Boolean).join(" · "));
        when.className = "when";

        const link = element("a");
        const original = activity.translations.name.original;
        link.textContent = activity.name[language] ?? activity.name[original] ?? "";
        if (activity.name[language] === undefined) link.lang = original;
        link.href = activity.pages[language] ?? Object.values(activity.pages)[0] ?? site;
        link.target = "_blank";
        link.rel = "noopener";
        const title = element("p");
        title.append(link);
        entry.append(when, title);
        return entry;
    }
}

if (!customElements.get("interregio-timeline")) customElements.define("interregio-timeline", InterregioTimeline);
