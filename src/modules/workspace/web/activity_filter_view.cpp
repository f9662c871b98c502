// The form above the table of activities: declared in activity_table_view.h.
#include "modules/workspace/web/activity_table_view.h"
#include "modules/workspace/web/record_fields.h"

#include <algorithm>

namespace interregio::workspace::web {

using namespace html;
using namespace editing;

namespace {

/// The choices with "all" before them.
Node choice_of(const View& view, std::string_view name, std::string_view label_key, std::vector<Choice> choices,
               std::string_view chosen) {
    const bool languages = name == "untranslated";
    choices.insert(choices.begin(), {"", view.text(languages ? "activities_table.any" : "activities_table.all")});
    return select_field(view, name, view.text(label_key), choices, chosen, {});
}

std::vector<Choice> records_of(const Call& call, TableNames& names, RecordKind kind) {
    std::vector<Choice> choices;
    for (const NamedRecord& record : names.records().all(kind)) choices.push_back({record.id.text(), record.name});
    std::ranges::sort(choices, [&](const Choice& one, const Choice& other) {
        return call.view.words.sorts_before(one.words, other.words);
    });
    return choices;
}

template <NamedEnum E> std::string chosen(const std::optional<E>& value) {
    return value ? std::string(name_of(*value)) : std::string();
}
template <class T> std::string chosen(const std::optional<Id<T>>& id) { return id ? id->text() : std::string(); }

Node typed(const View& view, std::string_view field_name, std::string_view label_key, std::string_view field_type,
           const std::string& field_value, std::string_view input_mode) {
    return div(cls("kern-form-input"), label(cls("kern-label"), for_id(field_name), view.text(label_key)),
               input(cls("kern-form-input__input"), id(field_name), name(field_name), type(field_type),
                     value(field_value), when(!input_mode.empty(), attribute<"inputmode">(input_mode)),
                     when(!input_mode.empty(), attribute<"maxlength">("4"))));
}

std::string year_text(const std::optional<int>& year) { return year ? std::to_string(*year) : std::string(); }

Node lacks(const View& view, const ActivityTableFilter& filter) {
    return fieldset(cls("activity-filter__lacks"), legend(view.text("activities_table.lacks")),
                    each(std::array{Lack::outcome, Lack::picture, Lack::source}, [&](Lack lack) {
                        return check_box("without_" + std::string(name_of(lack)),
                                         view.named(lack, "activities_table.lack."),
                                         filter.lacks.contains(lack) ? Ticked::yes : Ticked::no);
                    }));
}

Node choices(const Call& call, TableNames& names, const ActivityTableFilter& filter) {
    const View& view = call.view;
    std::vector<Choice> languages;
    for (const Language language : view.site.languages)
        languages.push_back({std::string(language.tag()), view.words.language_name(language)});
    return div(cls("filter__fields"),
               typed(view, "from", "activities_table.from", "text", year_text(filter.from), "numeric"),
               typed(view, "to", "activities_table.to", "text", year_text(filter.to), "numeric"),
               choice_of(view, "kind", "activities_table.kind", enum_choices<ActivityKind>(view, "activity.kind."),
                         chosen(filter.kind)),
               choice_of(view, "status", "activities_table.status",
                         enum_choices<ActivityStatus>(view, "activity.status."), chosen(filter.status)),
               choice_of(view, "field", "activities_table.field", records_of(call, names, RecordKind::field_of_action),
                         chosen(filter.field)),
               choice_of(view, "series", "activities_table.series", records_of(call, names, RecordKind::series),
                         chosen(filter.series)),
               choice_of(view, "organisation", "activities_table.organisation",
                         records_of(call, names, RecordKind::organisation), chosen(filter.organisation)),
               choice_of(view, "visible", "activities_table.visible",
                         enum_choices<Publicity>(view, "activities_table.visible."), chosen(filter.publicity)),
               choice_of(view, "untranslated", "activities_table.untranslated", languages,
                         filter.untranslated ? filter.untranslated->tag() : std::string_view{}));
}

} // namespace

Node activity_filter(const Call& call, TableNames& names, const ActivityTableRequest& request) {
    const View& view = call.view;
    const std::string page = call.paths.records(RecordKind::activity);
    const bool sorted = !(request.order == ActivityTableOrder{});
    return form(
        cls("activity-filter"), method("get"), action(Url::path(page)), attribute<"role">("search"),
        aria_label(view.text("activities_table.search")),
        div(cls("list-search"), typed(view, "q", "activities_table.title_has", "search", request.filter.words, ""),
            submit_button(view.text("activities_table.show"), Weight::primary)),
        details(cls("filter"), when(request.filtered(), open_attribute), summary(view.text("activities_table.filter")),
                choices(call, names, request.filter), lacks(view, request.filter),
                div(cls("buttons"), submit_button(view.text("activities_table.show"), Weight::secondary), " ",
                    a(cls("kern-btn kern-btn--tertiary"), href(Url::path(page)),
                      span(cls("kern-label"), view.text("activities_table.show_all"))))),
        when(sorted, [&] {
            return group(hidden_field("sort", name_of(request.order.by)),
                         hidden_field("order", name_of(request.order.direction)));
        }));
}

} // namespace interregio::workspace::web
