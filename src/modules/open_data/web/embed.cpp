#include "modules/open_data/web/embed.h"

#include "base/partial_date_words.h"
#include "modules/portal/activity_card.h"
#include "modules/portal/addresses.h"
#include "modules/portal/site_frame.h"
#include "modules/record/records.h"
#include "platform/html/elements.h"

#include <algorithm>
#include <charconv>

namespace interregio::open_data::web {

using namespace html;

namespace {

constexpr std::int64_t most_entries = 50;

ActivityRow row_of(const Activity& activity) {
    return {activity.id,   activity.key,  activity.activity_kind, activity.status,
            activity.date, activity.form, activity.audience,      activity.edition};
}

class EmbedWriter {
  public:
    EmbedWriter(const FileContext& context, const portal::web::Assets& assets) : context_(context), assets_(assets) {}

    Node document(const std::string& heading, const std::vector<portal::ActivityCard>& cards) {
        const Node list = cards.empty() ? p(context_.words.text("embedding.empty"))
                                        : ol(each(cards, [&](const auto& card) { return entry(card); }));
        return group(raw("<!DOCTYPE html>\n"),
                     html_element(lang(context_.words.language()),
                                  head(raw("<meta charset=\"utf-8\"><meta name=\"viewport\" "
                                           "content=\"width=device-width, initial-scale=1\">"
                                           "<meta name=\"robots\" content=\"noindex\">"),
                                       title(heading), link(rel("stylesheet"), href(assets_.url("embed.css")))),
                                  body(main_element(h1(heading), list,
                                                    p(cls("more"), out(context_.paths().timeline(),
                                                                       context_.words.text("embedding.all")))))));
    }

  private:
    /// A link that leaves the frame.
    [[nodiscard]] Node out(const std::string& path, std::string_view words) const {
        return a(href(Url::path(path)), attribute<"target">("_blank"), rel("noopener"), words);
    }

    [[nodiscard]] Node entry(const portal::ActivityCard& card) const {
        const auto& row = card.row;
        std::string about = in_words(row.date, context_.words.language(), DatePhrase::standalone) + " · " +
                            named(row.kind, "activity.kind.");
        if (row.status != ActivityStatus::held) about += " · " + named(row.status, "activity.status.");
        const bool foreign = card.page.name.language != context_.words.language();
        return li(
            p(cls("when"), about,
              when(card.town, [](const portal::ShownText& town) { return group(" · ", town.body); })),
            p(a(cls("entry"), href(context_.paths().to(card.page)), attribute<"target">("_blank"), rel("noopener"),
                foreign ? std::optional(lang(card.page.name.language)) : std::nullopt, card.page.name.body)));
    }
    template <NamedEnum E> [[nodiscard]] std::string named(E value, std::string_view prefix) const {
        return context_.words.text(std::string(prefix) + std::string(name_of(value)));
    }

    const FileContext& context_;
    const portal::web::Assets& assets_;
};

std::string heading_of(const FileContext& context) {
    const auto site = portal::site_frame(context.reading);
    return context.words.text("feed.title", {{"site", site ? site->name.body : std::string{}}});
}

} // namespace

std::expected<EmbedRequest, Problem> read_embed_request(db::Connection& connection, const http::Query& query) {
    const auto filter = read_activity_filter(connection, query, {"limit", "activity"});
    if (!filter) return std::unexpected(filter.error());
    EmbedRequest request{*filter, 10, std::nullopt};
    if (const auto limit = query.find("limit")) {
        const auto [end, error] = std::from_chars(limit->data(), limit->data() + limit->size(), request.limit);
        const bool whole = error == std::errc{} && end == limit->data() + limit->size();
        if (!whole || request.limit < 1 || request.limit > most_entries)
            return std::unexpected(value_not_allowed("limit", *limit, "1–50"));
    }
    if (const auto key = query.find("activity")) {
        const auto id = find_record(connection, RecordKind::activity, *key);
        if (!id) return std::unexpected(unknown_record("activity", *key, collection_path(RecordKind::activity)));
        request.activity = Id<Activity>(*id);
    }
    return request;
}

std::string embed_document(const FileContext& context, const portal::web::Assets& assets, const EmbedRequest& request) {
    const auto& reading = context.reading;
    std::vector<portal::ActivityCard> cards;
    if (request.activity) {
        if (const auto activity = find(reading.connection, *request.activity))
            cards.push_back(portal::activity_card(reading, row_of(*activity)));
    } else {
        cards = portal::activity_cards(
            reading, list_activities(reading.connection, request.filter,
                                     {static_cast<std::size_t>(request.limit), std::nullopt, std::nullopt}));
    }
    return EmbedWriter(context, assets).document(heading_of(context), cards).markup();
}

std::vector<http::Header> embed_headers() {
    return {{"Content-Security-Policy", "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
                                        "frame-ancestors *"},
            {"Cross-Origin-Resource-Policy", "cross-origin"}};
}

std::string frame_markup(const std::string& address, const std::string& title_words, std::int64_t frame_width,
                         std::int64_t frame_height) {
    std::string markup = "<iframe src=\"";
    html::append_escaped(markup, address);
    markup += "\" title=\"";
    html::append_escaped(markup, title_words);
    markup += "\" width=\"" + std::to_string(frame_width) + "\" height=\"" + std::to_string(frame_height) +
              "\" loading=\"lazy\"></iframe>";
    return markup;
}

namespace {

/// The part of an address after the host, where the host is this one.
std::optional<std::string_view> path_of(const Context& context, std::string_view url) {
    if (url.starts_with(context.base_url() + "/")) return url.substr(context.base_url().size());
    if (url.starts_with('/') && !url.starts_with("//")) return url;
    return std::nullopt;
}

/// The filter that shows what a record is part of; empty for kinds that are part of no activity.
std::string_view filter_of(RecordKind kind) {
    switch (kind) {
    case RecordKind::partnership:
        return "partnership";
    case RecordKind::activity:
        return "activity";
    case RecordKind::field_of_action:
        return "field";
    case RecordKind::series:
        return "series";
    case RecordKind::organisation:
        return "organisation";
    default:
        return {};
    }
}

std::optional<Embeddable> embeddable_record(Context& context, const FileContext& file, std::string_view path) {
    const auto paths = file.paths();
    for (const RecordKind kind : portal::web::kinds_with_pages) {
        const auto section = paths.section(kind) + "/";
        if (!path.starts_with(section) || filter_of(kind).empty()) continue;
        const auto slug = http::decode_percent(path.substr(section.size()));
        const auto found = slug ? portal::find_page(file.reading, kind, *slug, context.languages()) : std::nullopt;
        if (!found) return std::nullopt;
        return Embeddable{&file.words, portal::page_link(file.reading, kind, found->id).name.body,
                          paths.timeline_embed() + "?" + std::string(filter_of(kind)) + "=" +
                              context.named(kind, found->id).key};
    }
    return std::nullopt;
}

} // namespace

std::optional<Embeddable> embeddable(Context& context, std::string_view url) {
    auto path = path_of(context, url);
    if (!path) return std::nullopt;
    *path = path->substr(0, path->find('#'));
    const auto query = path->find('?') == std::string_view::npos ? std::string_view() : path->substr(path->find('?'));
    const auto bare = path->substr(0, path->size() - query.size());
    for (const Language language : context.languages()) {
        const auto* words = Catalogue::find(language);
        if (words == nullptr) continue;
        const FileContext file{{context.connection(), language}, *words, context.base_url()};
        const auto paths = file.paths();
        if (bare == paths.home()) return Embeddable{words, heading_of(file), paths.timeline_embed()};
        if (bare == paths.timeline()) {
            const auto parsed = http::Query::parse(query.empty() ? query : query.substr(1));
            if (!parsed || !read_embed_request(context.connection(), *parsed)) return std::nullopt;
            return Embeddable{words, heading_of(file), paths.timeline_embed() + std::string(query)};
        }
        if (auto record = embeddable_record(context, file, bare)) return record;
    }
    return std::nullopt;
}

} // namespace interregio::open_data::web
