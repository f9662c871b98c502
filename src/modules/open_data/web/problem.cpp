#include "modules/open_data/web/problem.h"

#include "base/utf8.h"
#include "modules/open_data/web/sharing.h"

#include <nlohmann/json.hpp>

namespace interregio::open_data::web {

Problem nothing_there(const std::string& path) {
    return {404,
            "not-found",
            path,
            {"api.problem.not_found", {}},
            {"api.problem.not_found.detail", {{"path", quotable(path)}}},
            {"api.problem.not_found.how", {}}};
}

Problem unknown_parameter(const std::string& name, const std::string& allowed) {
    return {400,
            "unknown-parameter",
            quotable(name),
            {"api.problem.unknown_parameter", {}},
            {"api.problem.unknown_parameter.detail", {{"name", quotable(name)}}},
            {"api.problem.unknown_parameter.how", {{"allowed", allowed}}}};
}

Problem repeated_parameter(const std::string& name) {
    return {400,
            "repeated-parameter",
            name,
            {"api.problem.repeated_parameter", {}},
            {"api.problem.repeated_parameter.detail", {{"name", name}}},
            {"api.problem.repeated_parameter.how", {}}};
}

Problem value_not_allowed(const std::string& name, std::string_view found, const std::string& allowed) {
    return {400,
            "value-not-allowed",
            name,
            {"api.problem.value_not_allowed", {}},
            {"api.problem.value_not_allowed.detail", {{"name", name}, {"found", quotable(found)}}},
            {"api.problem.value_not_allowed.how", {{"allowed", allowed}}}};
}

Problem unknown_record(const std::string& name, std::string_view found, const std::string& list) {
    return {400,
            "unknown-record",
            name,
            {"api.problem.unknown_record", {}},
            {"api.problem.unknown_record.detail", {{"name", name}, {"found", quotable(found)}}},
            {"api.problem.unknown_record.how", {{"list", list}}}};
}

http::Response response_of(const Problem& problem, const http::Request& request, const std::string& base_url) {
    const auto language = http::negotiate_language(request.header("Accept-Language").value_or(""), Catalogue::spoken());
    const Catalogue& words = Catalogue::nearest(language);
    nlohmann::ordered_json body = {{"type", base_url + "/api/v1/problems/" + problem.name},
                                   {"title", words.text(problem.title)},
                                   {"status", problem.status},
                                   {"detail", words.text(problem.detail)}};
    if (!problem.where.empty()) body["where"] = problem.where;
    body["how"] = words.text(problem.how);
    http::Response response;
    response.status = problem.status;
    response.content_type = "application/problem+json";
    response.body = std::make_shared<const std::string>(body.dump() + "\n");
    response.headers = sharing_headers();
    response.with("Content-Language", std::string(words.language().tag()));
    response.with("Vary", "Accept-Language").with("Cache-Control", "no-cache");
    return response;
}

} // namespace interregio::open_data::web
