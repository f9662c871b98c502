#include "modules/workspace/web/activity_table_words.h"

namespace interregio::workspace::web {
namespace {

void append(std::string& list, std::string_view between, std::string_view next) {
    if (next.empty()) return;
    if (!list.empty()) list += between;
    list += next;
}

} // namespace

TableNames::TableNames(const Call& call)
    : view_(call.view), records_(call.connection, call.view.language()),
      short_names_(editing::short_names(call.connection)) {}

std::string TableNames::organisation(const Uuid& id) {
    const auto found = short_names_.find(id);
    return found != short_names_.end() ? found->second : records_.name(RecordKind::organisation, id);
}

std::string TableNames::organisations(const std::vector<Uuid>& ids, std::string_view between) {
    std::string list;
    for (const Uuid& id : ids) append(list, between, organisation(id));
    return list;
}

std::string TableNames::names(RecordKind kind, const std::vector<Uuid>& ids, std::string_view between) {
    std::string list;
    for (const Uuid& id : ids) append(list, between, records_.name(kind, id));
    return list;
}

std::string TableNames::visibility(const Visibility& visibility) {
    if (visibility.is_public()) return view_.text("visibility.public");
    if (const auto* one = std::get_if<Id<Organisation>>(&*visibility.only))
        return view_.text("activities_table.only", {{"name", organisation(one->uuid())}});
    const Uuid shared = std::get<Id<Partnership>>(*visibility.only).uuid();
    return view_.text("activities_table.shared", {{"name", records_.name(RecordKind::partnership, shared)}});
}

std::string head_words(const View& view, const editing::HeadSum& heads) {
    std::string words;
    if (heads.has_known) {
        const std::string number = view.words.number(static_cast<double>(heads.known));
        words = heads.about ? view.text("number.about", {{"number", number}}) : number;
    }
    if (heads.planned)
        append(words, ", ",
               view.text("activities_table.planned",
                         {{"number", view.words.number(static_cast<double>(*heads.planned))}}));
    if (heads.has_unknown)
        append(words, ", ",
               view.text(words.empty() ? "activities_table.not_known" : "activities_table.more_not_known"));
    return words;
}

std::string language_words(const View& view, std::uint8_t mask, std::string_view between) {
    std::string list;
    for (const Language language : view.site.languages)
        if ((mask & editing::mask_of(language)) != 0) append(list, between, view.words.language_name(language));
    return list;
}

ActivityTableRequest request_of(const Call& call, TableNames& names) {
    ActivityTableRequest request = activity_table_request(call.request.query);
    const auto keep_if_seen = [&]<class T>(std::optional<Id<T>>& id) {
        if (!id || !names.records().name(T::kind, id->uuid()).empty()) return;
        id.reset();
        request.understood = false;
    };
    keep_if_seen(request.filter.field);
    keep_if_seen(request.filter.series);
    keep_if_seen(request.filter.organisation);
    return request;
}

editing::FoundActivities found_activities(const Call& call, editing::ActivityTables& tables, TableNames& names,
                                          const ActivityTableRequest& request, TablePart part) {
    return tables.find({call.connection, call.viewer, call.journal},
                       {.filter = request.filter,
                        .order = request.order,
                        .words = call.view.words,
                        .audience = [&names](const Visibility& visibility) { return names.visibility(visibility); },
                        .first = part.first,
                        .most = part.most});
}

} // namespace interregio::workspace::web
