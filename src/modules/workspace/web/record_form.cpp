// The form of a record of any kind, made from its description.
#include "modules/editing/enum_words.h"
#include "modules/workspace/web/record_fields.h"

#include <algorithm>
#include <map>

namespace interregio::workspace::web {

using namespace html;
using editing::is_ticked;
using editing::row_name;
using editing::words_of;

namespace {

class RecordForm : public RecordFields {
  public:
    using RecordFields::RecordFields;

    template <class T, class... Limits> void operator()(std::string_view name, T&, const Limits&... limits) {
        put(name, static_cast<T*>(nullptr), Field::Need::required, limits...);
    }
    template <class T, class... Limits>
    void operator()(std::string_view name, std::optional<T>&, const Limits&... limits) {
        put(name, static_cast<T*>(nullptr), Field::Need::optional, limits...);
    }
    void operator()(std::string_view name, LocalizedText&, const TextLimits& limits) { add_text(name, limits); }
    void operator()(std::string_view name, FileContent&, FileKind kind) { add_file(name, kind); }
    template <class T> void operator()(std::string_view name, std::vector<T>&, const ListLimits& = {}) {
        put_list(name, static_cast<T*>(nullptr));
    }

  private:
    void put(std::string_view name, std::string*, Field::Need need, const StringLimits& limits) {
        add_line(name, limits, need);
    }
    template <class N>
        requires(std::is_same_v<N, std::int64_t> || std::is_same_v<N, double>)
    void put(std::string_view name, N*, Field::Need need, const NumberLimits&) {
        add_number(name, need);
    }
    void put(std::string_view name, PartialDate*, Field::Need need) { add_date(name, need); }
    void put(std::string_view name, Language*, Field::Need need) { add_language(name, need); }
    template <NamedEnum E> void put(std::string_view name, E*, Field::Need need) {
        add_choice(name, enum_choices<E>(parts_.call.view, words_of(E{})), need);
    }
    template <class T> void put(std::string_view name, Id<T>*, Field::Need need) { add_reference(name, T::kind, need); }

    template <class T> void put_list(std::string_view name, Id<T>*) {
        if constexpr (is_ticked(T::kind)) {
            add_ticked(name, T::kind);
        } else {
            add_references(name, T::kind);
        }
    }
    void put_list(std::string_view name, Language*) { add_languages(name); }
    template <NestedRow T> void put_list(std::string_view name, T*) {
        std::vector<Node> rows;
        const std::string path = path_of(name);
        for (std::size_t i = 0; i < parts_.sheet.rows(path); ++i) {
            RecordForm row(parts_, owner_ + "." + std::string(name), row_name(path, i) + ".");
            T value;
            describe(row, value);
            rows.push_back(each(row.take(), [](const Made& made) { return made.node; }));
        }
        add_rows(name, rows);
    }
};

/// The sections of a long form, and the fields in each. A field that none names stands in the last.
struct FormSection {
    std::string_view key;
    std::vector<std::string_view> fields;
};

const std::vector<FormSection>& sections_of(RecordKind kind) {
    static const std::vector<FormSection> one{{"form.section.basics", {}}};
    static const std::vector<FormSection> activity{
        {"form.section.basics", {"title", "kind", "status", "date", "form", "audience"}},
        {"form.section.texts", {"summary", "body"}},
        {"form.section.partners", {"partnerships", "fields", "organisations", "places", "series", "edition"}},
        {"form.section.people", {"people", "participants"}},
        {"form.section.programme", {"programme", "outcomes"}},
        {"form.section.media", {"images", "documents"}},
        {"form.section.evidence", {"date_statements", "sources"}},
    };
    static const std::vector<FormSection> organisation{
        {"form.section.basics",
         {"name", "short_name", "kind", "country", "seat", "address", "parent", "websites", "members"}},
        {"form.section.texts", {"description"}},
        {"form.section.facts", {"facts"}},
    };
    static const std::vector<FormSection> partnership{
        {"form.section.basics", {"name", "kind", "parties", "since", "review", "image"}},
        {"form.section.texts", {"introduction", "origin", "aims", "good_to_know"}},
        {"form.section.partners", {"fields", "contacts"}},
        {"form.section.evidence", {"sources"}},
    };
    static const std::vector<FormSection> agreement{
        {"form.section.basics", {"title", "kind", "partnership", "summary"}},
        {"form.section.signing", {"signings", "signatories"}},
        {"form.section.partners", {"fields"}},
        {"form.section.media", {"documents", "image"}},
    };
    switch (kind) {
    case RecordKind::activity:
        return activity;
    case RecordKind::organisation:
        return organisation;
    case RecordKind::partnership:
        return partnership;
    case RecordKind::agreement:
        return agreement;
    default:
        return one;
    }
}

Node grid(const std::vector<RecordFields::Made>& fields) {
    return div(cls("form-grid"), each(fields, [](const RecordFields::Made& made) {
                   return div(cls(made.width == FieldWidth::wide ? "form-grid__wide" : "form-grid__narrow"), made.node);
               }));
}

Node in_sections(const View& view, const std::vector<FormSection>& sections, std::vector<RecordFields::Made> fields) {
    std::vector<std::vector<RecordFields::Made>> parts(sections.size());
    for (std::size_t i = 0; i < sections.size(); ++i)
        for (const std::string_view name : sections[i].fields) {
            const auto found = std::ranges::find(fields, name, &RecordFields::Made::name);
            if (found == fields.end()) continue;
            parts[i].push_back(std::move(*found));
            fields.erase(found);
        }
    for (auto& rest : fields) parts.back().push_back(std::move(rest));
    std::vector<Node> made;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const std::string name = field_id(sections[i].key);
        made.push_back(section(cls("form-section"), id(name), aria_labelledby(name + "-heading"),
                               h2(cls("kern-heading-large"), id(name + "-heading"), view.text(sections[i].key)),
                               grid(parts[i])));
    }
    return group(when(sections.size() > 1,
                      [&] {
                          return nav(cls("form-sections"), aria_label(view.text("form.sections")),
                                     ul(each(sections, [&](const FormSection& part) {
                                         return li(a(href(Url::fragment(field_id(part.key))), view.text(part.key)));
                                     })));
                      }),
                 made);
}

/// The fields of a record of a kind, in the order of its description.
std::vector<RecordFields::Made> fields_of(const RecordFormParts& parts, RecordKind kind,
                                          const std::string& prefix = {}) {
    std::vector<RecordFields::Made> fields;
    for_each_kind([&]<class T> {
        if (T::kind != kind) return;
        RecordForm form(parts, std::string(name_of(kind)), prefix);
        T record;
        describe(form, record);
        fields = form.take();
    });
    return fields;
}

} // namespace

Node record_fields(const RecordFormParts& parts, RecordKind kind) {
    return in_sections(parts.call.view, sections_of(kind), fields_of(parts, kind));
}

const std::vector<std::string_view>& brief_fields(RecordKind kind) {
    static const std::map<RecordKind, std::vector<std::string_view>> fields{
        {RecordKind::place, {"name", "country", "within"}},
        {RecordKind::source, {"title", "publisher", "url", "published"}},
        {RecordKind::organisation, {"name", "short_name", "kind", "country"}},
        {RecordKind::person, {"given_name", "family_name", "name_language"}},
        {RecordKind::field_of_action, {"name"}},
        {RecordKind::partnership, {"name", "kind", "since", "introduction"}},
        {RecordKind::series, {"title", "partnerships"}},
        {RecordKind::activity, {"title", "kind", "status", "date", "form", "summary"}},
    };
    static const std::vector<std::string_view> none;
    const auto found = fields.find(kind);
    return found == fields.end() ? none : found->second;
}

Node brief_record_fields(const RecordFormParts& parts, RecordKind kind) {
    const auto& names = brief_fields(kind);
    const std::vector<RecordFields::Made> made = fields_of(parts, kind);
    std::vector<RecordFields::Made> shown;
    for (const std::string_view name : names)
        shown.push_back(*std::ranges::find(made, name, &RecordFields::Made::name));
    return group(grid(shown), each(parts.sheet.fields(), [&](const auto& field) {
                     const auto base = std::string_view(field.first).substr(0, field.first.find_first_of(".["));
                     const bool is_shown = std::ranges::find(names, base) != names.end();
                     return is_shown ? Node{} : hidden_field(field.first, field.second);
                 }));
}

Node fields_of_row(const RecordFormParts& parts, RecordKind kind, const std::string& prefix,
                   std::initializer_list<std::string_view> names) {
    auto fields = fields_of(parts, kind, prefix);
    std::vector<RecordFields::Made> chosen;
    for (const std::string_view one : names)
        if (const auto found = std::ranges::find(fields, one, &RecordFields::Made::name); found != fields.end())
            chosen.push_back(std::move(*found));
    return grid(chosen);
}

} // namespace interregio::workspace::web
