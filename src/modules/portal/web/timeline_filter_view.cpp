#include "modules/portal/web/timeline_filter_view.h"

#include <algorithm>

namespace interregio::portal::web {

using namespace html;

namespace {

struct Option {
    std::string value;
    std::string words;
    std::optional<Language> language;
};

Node select_field(std::string_view field_name, std::string_view field_label, std::string_view all_words,
                  const std::vector<Option>& options, std::string_view chosen, const View& view) {
    return div(cls("kern-form-input"), label(cls("kern-label"), for_id(field_name), field_label),
               div(cls("kern-form-input__select-wrapper"),
                   select(cls("kern-form-input__select"), id(field_name), name(field_name),
                          option(value(""), all_words), each(options, [&](const Option& each_option) {
                              return option(value(each_option.value), lang_of(view, each_option.language),
                                            when(each_option.value == chosen, selected), each_option.words);
                          }))));
}

template <NamedEnum E>
std::vector<Option> options_of(const View& view, const std::vector<E>& values, std::string_view prefix) {
    std::vector<Option> options;
    for (const E each_value : values)
        options.push_back({std::string(name_of(each_value)), view.named(each_value, prefix), std::nullopt});
    return options;
}

/// In the reader's alphabet.
std::vector<Option> options_of(const View& view, const std::vector<TimelineChoice>& choices) {
    std::vector<Option> options;
    for (const auto& choice : choices) options.push_back({choice.value, choice.name.body, choice.name.language});
    std::ranges::sort(options,
                      [&](const Option& a, const Option& b) { return view.words.sorts_before(a.words, b.words); });
    return options;
}

std::vector<Option> year_options(const TimelinePage& page) {
    std::vector<Option> options;
    for (const auto& year : page.years) {
        auto written = std::to_string(year.year);
        written.insert(0, 4 - std::min<std::size_t>(4, written.size()), '0');
        options.push_back({written, written, std::nullopt});
    }
    return options;
}

/// The words for what was chosen in a list.
void add_choice(const View& view, const std::vector<TimelineChoice>& choices, const std::string& chosen,
                std::vector<Node>& shown_choices) {
    const auto found = std::ranges::find(choices, chosen, &TimelineChoice::value);
    if (!chosen.empty() && found != choices.end()) shown_choices.push_back(strong(line(view, found->name)));
}

} // namespace

bool filtered(const TimelinePage& page) { return !(page.filter == ActivityFilter{}); }

Node timeline_filter(const View& view, const TimelinePage& page) {
    const auto& chosen = page.chosen;
    return details(
        cls("filter"), when(filtered(page), open_attribute), summary(view.text("timeline.filter")),
        form(method("get"), action(Url::path(view.paths.timeline())),
             div(cls("filter__fields"),
                 when(!page.partnerships.empty(),
                      [&] {
                          return select_field("partnership", view.text("timeline.filter.partnership"),
                                              view.text("timeline.filter.partnership.all"),
                                              options_of(view, page.partnerships), chosen.partnership, view);
                      }),
                 select_field("kind", view.text("timeline.filter.kind"), view.text("timeline.filter.kind.all"),
                              options_of(view, page.kinds, "activity.kind."), chosen.kind, view),
                 select_field("field", view.text("timeline.filter.field"), view.text("timeline.filter.field.all"),
                              options_of(view, page.fields), chosen.field, view),
                 select_field("organisation", view.text("timeline.filter.organisation"),
                              view.text("timeline.filter.organisation.all"), options_of(view, page.organisations),
                              chosen.organisation, view),
                 when(!page.series.empty(),
                      [&] {
                          return select_field("series", view.text("timeline.filter.series"),
                                              view.text("timeline.filter.series.all"), options_of(view, page.series),
                                              chosen.series, view);
                      }),
                 select_field("status", view.text("timeline.filter.status"), view.text("timeline.filter.status.all"),
                              options_of(view, page.statuses, "activity.status."), chosen.status, view),
                 select_field("year", view.text("timeline.filter.year"), view.text("timeline.filter.year.all"),
                              year_options(page), chosen.year, view)),
             div(cls("buttons"),
                 button(cls("kern-btn kern-btn--primary"), type("submit"),
                        span(cls("kern-label"), view.text("timeline.show"))),
                 " ",
                 a(cls("kern-btn kern-btn--tertiary"), href(Url::path(view.paths.timeline())),
                   span(cls("kern-label"), view.text("timeline.show_all"))))));
}

Node timeline_conditions(const View& view, const TimelinePage& page) {
    std::vector<Node> conditions;
    add_choice(view, page.partnerships, page.chosen.partnership, conditions);
    if (page.filter.kind) conditions.push_back(strong(view.named(*page.filter.kind, "activity.kind.")));
    add_choice(view, page.fields, page.chosen.field, conditions);
    add_choice(view, page.organisations, page.chosen.organisation, conditions);
    add_choice(view, page.series, page.chosen.series, conditions);
    if (page.filter.status) conditions.push_back(strong(view.named(*page.filter.status, "activity.status.")));
    if (page.filter.year) conditions.push_back(strong(page.chosen.year));
    if (conditions.empty()) return {};
    return div(cls("filter__active"),
               p(fill(view.text("timeline.shown"),
                      {{"conditions", each(conditions, ", ", [](const Node& node) { return node; })}}),
                 " ", span(view.words.count("activities.count", page.count))));
}

} // namespace interregio::portal::web
