#include "modules/activity_import/import_fields.h"

#include "modules/activity_import/heading_words.h"

#include <algorithm>
#include <map>

namespace interregio::activity_import {
namespace {

constexpr bool is_text(ImportField field) {
    return field == ImportField::title || field == ImportField::summary || field == ImportField::body;
}

struct Guess {
    Target target;
    int clearness = 0; ///< the more the clearer
};

std::optional<Guess> guess_of(std::string_view heading, const std::vector<Language>& languages) {
    const HeadingMeaning meaning = meaning_of_heading(heading, languages);
    if (!meaning.field) return std::nullopt;
    Target target{*meaning.field, {}, meaning.role};
    if (is_text(target.field)) target.language = meaning.language;
    return Guess{target, meaning.clearness};
}

/// Takes a guess back where another column has a better one, or where it says the same in another way.
void drop(Mapping& mapping, ImportField field) {
    for (auto& target : mapping)
        if (target && target->field == field && !target->language) target.reset();
}

bool holds(const Mapping& mapping, ImportField field) {
    return std::ranges::any_of(mapping, [&](const auto& target) { return target && target->field == field; });
}

bool holds_text(const Mapping& mapping, ImportField field, Language language) {
    return std::ranges::any_of(
        mapping, [&](const auto& target) { return target && target->field == field && target->language == language; });
}

void make_agree(Mapping& mapping, Language language) {
    for (const ImportField field : {ImportField::title, ImportField::summary, ImportField::body})
        if (holds_text(mapping, field, language)) drop(mapping, field);
    // Beside titles that say their language, this is the language of something else.
    if (holds_text(mapping, ImportField::title, language)) drop(mapping, ImportField::text_language);
    const bool first = holds(mapping, ImportField::first_day);
    const bool last = holds(mapping, ImportField::last_day);
    if (!holds(mapping, ImportField::date)) return;
    if (last && !first) { // "Date" and "Until"
        for (auto& target : mapping)
            if (target && target->field == ImportField::date) target->field = ImportField::first_day;
        return;
    }
    drop(mapping, ImportField::first_day);
    drop(mapping, ImportField::last_day);
}

void add_twice(const Mapping& mapping, Language language, std::vector<MappingProblem>& problems) {
    std::map<std::string, MappingProblem> by_target;
    for (std::size_t column = 0; column < mapping.size(); ++column) {
        if (!mapping[column] || mapping[column]->takes_several()) continue;
        Target target = *mapping[column];
        if (is_text(target.field) && !target.language) target.language = language;
        auto& problem = by_target[target.text()];
        problem.kind = MappingProblem::Kind::twice;
        if (!problem.target) problem.target = mapping[column];
        problem.columns.push_back(column);
    }
    for (auto& [name, problem] : by_target)
        if (problem.columns.size() > 1) problems.push_back(std::move(problem));
}

} // namespace

std::string Target::text() const {
    std::string text(name_of(field));
    if (language) text.append(".").append(language->tag());
    if (role) text.append(".").append(name_of(*role));
    return text;
}

std::optional<Target> Target::parse(std::string_view text) {
    const auto dot = text.find('.');
    const auto field = enum_named<ImportField>(text.substr(0, dot));
    if (!field) return std::nullopt;
    Target target{*field};
    if (dot == std::string_view::npos) return target;
    const auto rest = text.substr(dot + 1);
    if (is_text(*field)) target.language = Language::parse(rest);
    if (*field == ImportField::organisations) target.role = enum_named<OrganisationRole>(rest);
    return target.language || target.role ? std::optional(target) : std::nullopt;
}

bool Target::takes_several() const {
    switch (field) {
    case ImportField::fields:
    case ImportField::places:
    case ImportField::organisations:
    case ImportField::partnerships:
    case ImportField::sources:
        return true;
    default:
        return false;
    }
}

std::vector<Target> all_targets(const std::vector<Language>& languages) {
    std::vector<Target> targets;
    for (std::size_t i = 0; i < enum_names(ImportField{}).size(); ++i) {
        const auto field = static_cast<ImportField>(i);
        targets.push_back({field});
        if (is_text(field))
            for (const Language language : languages) targets.push_back({field, language});
        if (field == ImportField::organisations)
            for (std::size_t role = 0; role < enum_names(OrganisationRole{}).size(); ++role)
                targets.push_back({field, {}, static_cast<OrganisationRole>(role)});
    }
    return targets;
}

Mapping guessed_mapping(const std::vector<std::string>& headings, const std::vector<Language>& languages,
                        Language language) {
    std::vector<std::optional<Guess>> guesses;
    guesses.reserve(headings.size());
    for (const std::string& heading : headings) guesses.push_back(guess_of(heading, languages));
    Mapping mapping(headings.size());
    for (std::size_t column = 0; column < headings.size(); ++column) {
        const auto& guess = guesses[column];
        if (!guess) continue;
        const bool rivalled = !guess->target.takes_several() && std::ranges::any_of(guesses, [&](const auto& other) {
            return other && &other != &guess && other->target == guess->target && other->clearness >= guess->clearness;
        });
        if (!rivalled) mapping[column] = guess->target;
    }
    make_agree(mapping, language);
    return mapping;
}

std::vector<MappingProblem> problems_of(const Mapping& mapping, Language language) {
    using Kind = MappingProblem::Kind;
    std::vector<MappingProblem> problems;
    const bool date = holds(mapping, ImportField::date);
    const bool first = holds(mapping, ImportField::first_day);
    const bool last = holds(mapping, ImportField::last_day);
    if (!holds(mapping, ImportField::title)) problems.push_back({Kind::no_title});
    if (!date && !first && !last) problems.push_back({Kind::no_date});
    if (date && (first || last)) problems.push_back({Kind::two_dates});
    if (last && !first && !date) problems.push_back({Kind::last_without_first});
    add_twice(mapping, language, problems);
    return problems;
}

} // namespace interregio::activity_import
