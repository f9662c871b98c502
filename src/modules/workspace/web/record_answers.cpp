// What the script of a form asks for while somebody types.
#include "base/typed_date.h"
#include "base/utf8.h"
#include "modules/editing/record_names.h"
#include "modules/workspace/web/record_parts.h"

#include <nlohmann/json.hpp>

namespace interregio::workspace::web {
namespace {

/// How a date is understood that is being typed: for the script, which says it beside the field.
http::Response typed_date_answer(const Call& call) {
    const View& view = call.view;
    const auto date = read_typed_date(call.request.query.text("typed"), view.language());
    if (!date) return json_response(200, {{"refused", view.words.text(date.error())}});
    const std::string words = in_words(*date, view.language(), DatePhrase::standalone);
    return json_response(200, {{"read", view.text("date.read", {{"date", words}})}});
}

/// Which records of a kind may be meant by what is being typed: for the script, which offers them below the field.
http::Response names_answer(const Call& call, RecordKind kind) {
    constexpr std::size_t most = 8;
    constexpr std::size_t longest = 200; // bytes; names are compared letter by letter
    const std::string typed(beginning_of(call.request.query.text("q"), longest));
    editing::RecordNames names(call.connection, call.view.language());
    auto list = nlohmann::ordered_json::array();
    for (const auto& record : names.like(kind, typed, most)) {
        nlohmann::ordered_json one{{"id", record.id.text()}, {"name", names.name(kind, record.id)}};
        if (record.language && *record.language != call.view.language()) one["lang"] = record.language->tag();
        list.push_back(std::move(one));
    }
    return json_response(200, {{"names", list}, {"known", !names.called(kind, typed).empty()}});
}

} // namespace

void add_record_answers(Workspace& workspace, http::Router& router) {
    const auto editor = http::Access::role(http::Need::editor);
    workspace.add_page(router, editor, [](const auto& paths) { return paths.typed_date(); }, typed_date_answer);
    for (const RecordKind kind : all_record_kinds)
        workspace.add_page(
            router, editor, [kind](const auto& paths) { return paths.record_names(kind); },
            [kind](const Call& call) { return names_answer(call, kind); });
}

} // namespace interregio::workspace::web
