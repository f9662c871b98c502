#include "modules/portal/web/facts_view.h"

#include "modules/portal/web/parts.h"

namespace interregio::portal::web {

using namespace html;

namespace {

std::string number_words(const View& view, const FactStatement& statement) {
    auto number = view.words.number(*statement.number);
    if (statement.unit) number += "\u00A0" + *statement.unit;
    switch (statement.exactness) {
    case Exactness::exact:
        return number;
    case Exactness::about:
        return view.text("number.about", {{"number", number}});
    case Exactness::over:
        return view.text("number.over", {{"number", number}});
    }
    return number;
}

Node meta_of(const View& view, const FactStatement& statement, SourceDetail detail) {
    std::vector<Node> parts;
    if (statement.note && (statement.number || statement.date)) parts.push_back(line(view, *statement.note));
    if (statement.as_of) parts.push_back(fill(view.text("fact.as_of"), {{"date", date(view, *statement.as_of)}}));
    if (statement.stated_by)
        parts.push_back(
            fill(view.text("fact.stated_by"), {{"organisation", organisation_name(view, *statement.stated_by)}}));
    const Node source = detail == SourceDetail::title ? source_title(view, statement.source)
                                                      : cite(source_link(view, statement.source));
    parts.push_back(fill(view.text("fact.source"), {{"source", source}}));
    return span(cls("statement__meta"), each(parts, " · ", [](const Node& part) { return part; }));
}

Node statement_item(const View& view, const FactGroup& fact_group, const FactStatement& statement,
                    SourceDetail detail) {
    const bool marked = fact_group.statements.size() > 1 && statement.preference == Preference::preferred;
    return li(cls("statement"), span(cls("statement__value"), fact_value(view, statement)), " ",
              meta_of(view, statement, detail),
              when(marked, [&] { return group(" ", span(cls("statement__mark"), view.text("fact.preferred"))); }));
}

} // namespace

Node fact_value(const View& view, const FactStatement& statement) {
    // A note alone is the value itself.
    if (statement.number) return text(number_words(view, statement));
    if (statement.date) return date(view, *statement.date);
    return statement.note ? line(view, *statement.note) : Node{};
}

Node facts_list(const View& view, const std::vector<FactGroup>& groups, SourceDetail detail) {
    return dl(cls("facts"), each(groups, [&](const FactGroup& fact_group) {
                  const Node subject = fact_group.label ? line(view, *fact_group.label)
                                                        : text(view.named(fact_group.measure, "measure."));
                  return div(cls("fact"),
                             dt(subject, when(fact_group.agreeing == Agreeing::different,
                                              [&] { return group(" ", small(view.text("fact.disagree"))); })),
                             dd(ul(cls("statements"), each(fact_group.statements, [&](const FactStatement& statement) {
                                       return statement_item(view, fact_group, statement, detail);
                                   }))));
              }));
}

} // namespace interregio::portal::web
