#include "modules/workspace/web/record_parts.h"

#include "modules/library/same_files.h"
#include "modules/portal/web/parts.h"
#include "modules/record/records.h"
#include "modules/workspace/web/account_parts.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace interregio::workspace::web {

using namespace html;
using editing::FieldLine;

std::string kind_words(const View& view, RecordKind kind) {
    return view.text("record.kinds." + std::string(name_of(kind)));
}

std::string kind_word(const View& view, RecordKind kind) {
    return view.text("record.kind." + std::string(name_of(kind)));
}

std::string visibility_words(const Call& call, const Visibility& visibility) {
    if (visibility.is_public()) return call.view.text("visibility.public");
    const bool internal = std::holds_alternative<Id<Organisation>>(*visibility.only);
    return call.view.text(internal ? "visibility.organisation" : "visibility.partnership",
                          {{"name", scope_name(call, *visibility.only)}});
}

Node visibility_badge(const Call& call, const Visibility& visibility) {
    using portal::web::badge;
    using portal::web::BadgeKind;
    const std::string words = visibility_words(call, visibility);
    return visibility.is_public() ? badge(BadgeKind::success, "check", words)
                                  : badge(BadgeKind::neutral, "close", words);
}

Node draft_scope_field(const Call& call, const std::vector<Scope>& scopes, const std::optional<Scope>& chosen,
                       std::string_view label_words, std::string_view hint) {
    std::vector<Choice> choices;
    for (const Scope& scope : scopes) choices.push_back({scope_text(scope), visibility_words(call, {scope})});
    return select_field(call.view, "draft_for", label_words, choices, chosen ? scope_text(*chosen) : std::string(), {},
                        hint);
}

editing::EditContext edit_context(const Workspace& workspace, const Call& call, db::Connection& connection,
                                  const accounts::Actor& actor) {
    return {connection,           call.connection,   call.viewer,        actor,
            call.view.language(), workspace.clock(), Catalogue::spoken()};
}

std::optional<Uuid> record_of(const Call& call) { return Uuid::parse(call.parameters.at("id")); }

Node name_of_record(const View& view, const editing::NamedRecord& record) {
    return span(portal::web::lang_of(view, record.language), record.name);
}

Node record_link(const Call& call, RecordKind kind, const editing::NamedRecord& record, Opens opens) {
    return a(href(Url::path(call.paths.record(kind, record.id.text()))),
             when(opens == Opens::elsewhere, attribute<"target">("_blank")), name_of_record(call.view, record));
}

Node same_pictures(const Call& call, const std::string& hash, const std::optional<Uuid>& own, Opens opens) {
    auto same = images_with_file(call.connection, hash);
    if (own) std::erase(same, *own);
    if (same.empty()) return {};
    editing::RecordNames names(call.connection, call.view.language());
    return div(cls("same-pictures"), p(call.view.text("pictures.same")), ul(each(same, [&](const Uuid& image) {
                   return li(record_link(call, RecordKind::image, *names.title(RecordKind::image, image), opens));
               })));
}

Node crumbs(const Call& call, RecordKind kind, const std::optional<editing::NamedRecord>& record) {
    const auto step = [](const std::string& path, const Node& words) { return li(a(href(Url::path(path)), words)); };
    return nav(cls("breadcrumb"), aria_label(call.view.text("shell.here")),
               ol(step(call.paths.desk(), text(call.view.text("workspace.desk"))),
                  step(call.paths.all_records(), text(call.view.text("records.heading"))),
                  step(call.paths.records(kind), text(kind_words(call.view, kind))),
                  when(record, [&] { return li(record_link(call, kind, *record)); })));
}

std::string public_page(const Call& call, RecordKind kind, const Uuid& id) {
    if (std::ranges::find(portal::web::kinds_with_pages, kind) == portal::web::kinds_with_pages.end()) return {};
    const std::string slug = current_slug(call.connection, id, call.view.language());
    return slug.empty() ? std::string() : call.view.paths.record(kind, slug);
}

http::Response json_response(int status, const nlohmann::ordered_json& contents) {
    auto response = http::Response::text(status, contents.dump());
    response.content_type = "application/json";
    return response;
}

std::string label_of_field(const View& view, RecordKind kind, std::string_view field) {
    std::string key = "field." + std::string(name_of(kind));
    std::string words;
    while (!field.empty()) {
        const auto step = field.substr(0, field.find('.'));
        field.remove_prefix(std::min(step.size() + 1, field.size()));
        const auto bracket = step.find('[');
        const auto name = std::string(step.substr(0, bracket));
        if (const auto language = Language::parse(name); language && view.words.holds(key) && field.empty()) {
            words += " (" + view.words.language_name(*language) + ")";
            break;
        }
        key += "." + name;
        const bool is_row = bracket != std::string_view::npos && view.words.holds(key + ".row");
        if (!is_row && !view.words.holds(key)) break;
        const std::int64_t row = is_row ? number_in(step.substr(bracket + 1)) + 1 : 0;
        words += (words.empty() ? "" : ": ") +
                 (is_row ? view.text(key + ".row", {{"number", std::to_string(row)}}) : view.text(key));
    }
    return words;
}

std::string line_label(const View& view, const FieldLine& line) {
    std::string words = line.key.empty() ? std::string() : view.text("field." + line.key);
    if (!line.row.empty()) {
        const std::string row = view.text("field." + line.row + ".row", {{"number", std::to_string(line.number)}});
        words = words.empty() ? row : row + ": " + words;
    }
    if (line.language) words += " (" + view.words.language_name(*line.language) + ")";
    return words;
}

} // namespace interregio::workspace::web
