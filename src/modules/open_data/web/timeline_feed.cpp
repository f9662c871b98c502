// The feed: declared in timeline_files.h.
#include "base/partial_date_words.h"
#include "modules/open_data/open_data_store.h"
#include "modules/open_data/web/timeline_files.h"
#include "modules/partnerships/partnerships.h"
#include "modules/portal/pieces.h"
#include "modules/record/records.h"
#include "platform/html/markdown.h"

namespace interregio::open_data::web {
namespace {

constexpr std::size_t most_entries = 30;
constexpr std::int64_t changes_looked_at = 3000;

/// Elements of Atom; values are escaped.
class Xml {
  public:
    void open(std::string_view name, std::string_view attributes = {}) {
        (out_ += '<') += name;
        out_ += attributes;
        out_ += '>';
    }
    void close(std::string_view name) { ((out_ += "</") += name) += ">\n"; }
    void element(std::string_view name, std::string_view value, std::string_view attributes = {}) {
        open(name, attributes);
        html::append_escaped(out_, value);
        close(name);
    }
    void link(std::string_view relation, std::string_view type, std::string_view language, std::string_view address) {
        out_ += "<link rel=\"";
        ((out_ += relation) += "\" type=\"") += type;
        ((out_ += "\" hreflang=\"") += language) += "\" href=\"";
        html::append_escaped(out_, address);
        out_ += "\"/>\n";
    }
    void category(std::string_view term, std::string_view label) {
        out_ += "<category term=\"";
        html::append_escaped(out_, term);
        out_ += "\" label=\"";
        html::append_escaped(out_, label);
        out_ += "\"/>\n";
    }
    void raw(std::string_view text) { out_ += text; }
    [[nodiscard]] std::string take() && { return std::move(out_); }

  private:
    std::string out_;
};

std::string language_of(const portal::ShownText& text) {
    return " xml:lang=\"" + std::string(text.language.tag()) + "\"";
}

class FeedWriter {
  public:
    explicit FeedWriter(const FileContext& context) : context_(context) {}

    void begin(const Site& site, const std::string& updated) {
        const auto& reading = context_.reading;
        const std::string language(reading.language.tag());
        const auto name = portal::or_empty(portal::shown(site.name, reading.language), reading);
        xml_.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" +
                 language + "\">\n");
        // The feeds of the languages are different feeds; what they tell of is the same.
        xml_.element("id", context_.absolute(context_.paths().timeline_feed()));
        xml_.element("title", context_.words.text("feed.title", {{"site", name.body}}));
        xml_.element("subtitle", context_.words.text("feed.subtitle"));
        xml_.element("updated", updated);
        xml_.link("self", "application/atom+xml", language, context_.absolute(context_.paths().timeline_feed()));
        xml_.link("alternate", "text/html", language, context_.absolute(context_.paths().timeline()));
        const auto publisher = portal::page_link(reading, site.publisher);
        xml_.open("author");
        xml_.element("name", publisher.name.body);
        xml_.element("uri", context_.absolute(context_.paths().record(publisher.kind, publisher.slug)));
        xml_.close("author");
    }

    void entry(const store::ActivityChange& change) {
        const auto& reading = context_.reading;
        const auto activity = find(reading.connection, Id<Activity>(change.activity));
        if (!activity) return; // removed since
        const auto page = portal::page_link(reading, activity->id);
        xml_.open("entry");
        xml_.element("id", "urn:uuid:" + change.activity.text());
        xml_.element("title", page.name.body, language_of(page.name));
        xml_.element("updated", change.at);
        xml_.element("published", store::first_seen(reading.connection, change.activity));
        xml_.link("alternate", "text/html", reading.language.tag(),
                  context_.absolute(context_.paths().record(page.kind, page.slug)));
        xml_.category(name_of(activity->activity_kind), named(activity->activity_kind, "activity.kind."));
        if (const auto summary = portal::shown(activity->summary, reading.language))
            xml_.element("summary", summary->body, language_of(*summary));
        xml_.element("content", contents(*activity), " type=\"html\"");
        xml_.close("entry");
    }

    [[nodiscard]] std::string take() && {
        xml_.close("feed");
        return std::move(xml_).take();
    }

  private:
    template <NamedEnum E> [[nodiscard]] std::string named(E value, std::string_view prefix) const {
        return context_.words.text(std::string(prefix) + std::string(name_of(value)));
    }
    /// When, what and how it stands, then the words of the page.
    [[nodiscard]] std::string contents(const Activity& activity) const {
        const auto language = context_.reading.language;
        const std::string glance = in_words(activity.date, language, DatePhrase::standalone) + " · " +
                                   named(activity.activity_kind, "activity.kind.") + " · " +
                                   named(activity.status, "activity.status.");
        std::string markup = "<p>";
        html::append_escaped(markup, glance);
        markup += "</p>";
        if (const auto body = portal::shown(activity.body, language)) {
            markup += "<div lang=\"" + std::string(body->language.tag()) + "\">";
            markup += html::markdown(body->body).markup() + "</div>";
        }
        return markup;
    }

    const FileContext& context_;
    Xml xml_;
};

} // namespace

std::string timeline_feed(const FileContext& context) {
    auto& connection = context.reading.connection;
    const auto site_id = the_site(connection);
    const auto site = site_id ? find(connection, *site_id) : std::nullopt;
    if (!site) return {};
    const auto changes = store::activities_changed_last(connection, most_entries, changes_looked_at);
    FeedWriter writer(context);
    writer.begin(*site, changes.empty() ? store::last_changed(connection, site_id->uuid()) : changes.front().at);
    for (const auto& change : changes) writer.entry(change);
    return std::move(writer).take();
}

} // namespace interregio::open_data::web
