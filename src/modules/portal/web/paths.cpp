#include "modules/portal/web/paths.h"

#include "base/assert.h"
#include "platform/http/message.h"

namespace interregio::portal::web {

std::string Paths::at(std::string_view key) const { return home() + words_.text(key); }

std::string Paths::home() const { return "/" + std::string(words_.language().tag()) + "/"; }
std::string Paths::timeline() const { return at("path.timeline"); }
std::string Paths::organisations() const { return at("path.organisation"); }
std::string Paths::contact() const { return at("path.contact"); }

std::string Paths::data() const { return at("path.data"); }
std::string Paths::embedding() const { return at("path.embedding"); }
std::string Paths::timeline_table() const { return timeline() + ".csv"; }
std::string Paths::timeline_feed() const { return timeline() + ".atom"; }
std::string Paths::timeline_calendar() const { return timeline() + ".ics"; }
std::string Paths::timeline_embed() const { return timeline() + "/embed"; }
std::string Paths::activity_calendar(std::string_view slug) const {
    return record(RecordKind::activity, slug) + "/calendar.ics";
}

std::string Paths::timeline(const TimelineRequest& conditions) const {
    std::string query;
    const auto add = [&](std::string_view name, const std::string& value) {
        if (value.empty()) return;
        query += query.empty() ? '?' : '&';
        query += name;
        query += '=';
        query += http::encode_query(value);
    };
    add("partnership", conditions.partnership);
    add("kind", conditions.kind);
    add("field", conditions.field);
    add("organisation", conditions.organisation);
    add("series", conditions.series);
    add("status", conditions.status);
    add("year", conditions.year);
    add("before", conditions.older_than);
    add("after", conditions.newer_than);
    return timeline() + query;
}

std::string Paths::search() const { return at("path.search"); }
std::string Paths::search_suggestions() const { return search() + "/suggestions.json"; }

std::string Paths::search(const SearchRequest& request) const {
    std::string query;
    const auto add = [&](std::string_view name, const std::string& value) {
        if (!value.empty())
            query.append(query.empty() ? "?" : "&").append(name).append("=").append(http::encode_query(value));
    };
    add("q", request.text);
    add("kind", request.kind);
    add("field", request.field);
    add("organisation", request.organisation);
    add("year", request.year);
    add("page", request.page);
    return search() + query;
}

std::string Paths::legal(LegalPageKind kind) const {
    switch (kind) {
    case LegalPageKind::imprint:
        return at("path.imprint");
    case LegalPageKind::privacy:
        return at("path.privacy");
    case LegalPageKind::accessibility:
        return at("path.accessibility");
    }
    return home();
}

std::string Paths::section(RecordKind kind) const {
    switch (kind) {
    case RecordKind::partnership:
        return at("path.partnership");
    case RecordKind::activity:
        return at("path.activity");
    case RecordKind::field_of_action:
        return at("path.field_of_action");
    case RecordKind::series:
        return at("path.series");
    case RecordKind::agreement:
        return at("path.agreement");
    case RecordKind::organisation:
        return at("path.organisation");
    default:
        break;
    }
    INTERREGIO_ASSERT(false, "records of this kind have no page");
}

std::string Paths::record(RecordKind kind, std::string_view slug) const {
    return section(kind) + "/" + http::encode_segment(slug);
}

html::Url Paths::rendition(const MadePicture& picture, std::string_view name) {
    return html::Url::path("/pictures/" + picture.mark + "/" + std::string(name));
}

std::optional<html::Url> Paths::share_picture(const Picture& picture) {
    return picture.made ? std::optional(rendition(*picture.made, share_rendition)) : std::nullopt;
}

html::Url Paths::media(const FileContent& file) {
    return html::Url::path("/media/" + file.hash + "/" + http::encode_segment(file.name));
}

} // namespace interregio::portal::web
