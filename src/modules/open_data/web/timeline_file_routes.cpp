// The addresses of timeline_files.h: declared in open_data.h.
#include "modules/open_data/web/open_data.h"
#include "modules/open_data/web/sharing.h"
#include "modules/open_data/web/timeline_files.h"
#include "modules/portal/addresses.h"
#include "modules/portal/site_frame.h"
#include "modules/record/records.h"

#include <algorithm>

namespace interregio::open_data::web {
namespace {

constexpr const char* calendar_type = "text/calendar; charset=utf-8";

FileContext file_context(const Context& context, const Catalogue& words) {
    return {{context.connection(), words.language()}, words, context.base_url()};
}

Publication file(const char* type, std::string body, std::vector<http::Header> headers = {}) {
    auto all = sharing_headers();
    for (auto& header : headers) all.push_back(std::move(header));
    return {type, std::move(body), std::move(all)};
}

http::Header download_as(const std::string& path) {
    return {"Content-Disposition", "attachment; filename=\"" + path.substr(path.rfind('/') + 1) + "\""};
}

/// The same table from another activity on.
std::string next_table(const FileContext& context, const http::Request& request, const std::string& key) {
    std::string address = context.absolute(context.paths().timeline_table()) + "?";
    for (const auto& [name, value] : request.query.pairs())
        if (name != "before") address += http::encode_query(name) + "=" + http::encode_query(value) + "&";
    return address + "before=" + http::encode_query(key);
}

AnswerCache::Made table(const Context& context, const Catalogue& words, const http::Request& request) {
    const auto filter = read_activity_filter(context.connection(), request.query, {"before"});
    if (!filter) return response_of(filter.error(), request, context.base_url());
    const auto before = request.query.text("before");
    if (!before.empty() && !id_of_key(context.connection(), RecordKind::activity, before))
        return response_of(unknown_record("before", before, collection_path(RecordKind::activity)), request,
                           context.base_url());
    const auto whole = file_context(context, words);
    auto made = timeline_table(whole, *filter, std::string(before));
    std::vector<http::Header> headers{download_as(whole.paths().timeline_table()),
                                      {"Content-Language", std::string(words.language().tag())}};
    if (made.next) headers.push_back({"Link", "<" + next_table(whole, request, *made.next) + ">; rel=\"next\""});
    return file("text/csv; charset=utf-8; header=present", std::move(made.csv), std::move(headers));
}

AnswerCache::Made calendar_file(const Context& context, const Catalogue& words, const http::Request& request) {
    const auto filter = read_activity_filter(context.connection(), request.query, {});
    if (!filter) return response_of(filter.error(), request, context.base_url());
    return file(calendar_type, calendar::write(timeline_calendar(file_context(context, words), *filter)));
}

} // namespace

void OpenData::add_file(http::Router& router, const Catalogue& words, const std::string& pattern, Make make) {
    add(router, pattern,
        [&words, make = std::move(make)](Context& context, const http::Request& request,
                                         const http::PathParameters& parameters) -> Made {
            if (std::ranges::find(context.languages(), words.language()) == context.languages().end())
                return response_of(nothing_there(request.path), request, context.base_url());
            return make(context, request, parameters);
        });
}

void OpenData::add_timeline_files(http::Router& router, const Catalogue& words) {
    const portal::web::Paths paths(words);
    add_file(router, words, paths.timeline_table(),
             [&words](Context& context, const http::Request& request, const auto&) {
                 return table(context, words, request);
             });
    add_file(router, words, paths.timeline_calendar(),
             [&words](Context& context, const http::Request& request, const auto&) {
                 return calendar_file(context, words, request);
             });
    add_file(router, words, paths.timeline_feed(), [&words](Context& context, const auto&, const auto&) -> Made {
        return file("application/atom+xml; charset=utf-8", timeline_feed(file_context(context, words)));
    });
}

void OpenData::add_activity_calendar(http::Router& router, const Catalogue& words) {
    const portal::web::Paths paths(words);
    add_file(router, words, paths.section(RecordKind::activity) + "/{slug}/calendar.ics",
             [&words](Context& context, const http::Request& request, const http::PathParameters& parameters) -> Made {
                 const auto nothing = [&] {
                     return response_of(nothing_there(request.path), request, context.base_url());
                 };
                 const auto whole = file_context(context, words);
                 const auto& slug = parameters.at("slug");
                 const auto found = portal::find_page(whole.reading, RecordKind::activity, slug, context.languages());
                 if (!found) return nothing();
                 if (found->slug != slug)
                     return http::Response::redirect(301, whole.paths().activity_calendar(found->slug));
                 const auto made = activity_calendar(whole, Id<Activity>(found->id));
                 if (!made) return nothing();
                 return file(calendar_type, calendar::write(*made),
                             {{"Content-Disposition", "attachment; filename=\"calendar.ics\""}});
             });
}

} // namespace interregio::open_data::web
