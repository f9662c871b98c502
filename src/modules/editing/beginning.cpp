#include "modules/editing/beginning.h"

#include "modules/editing/new_key.h"
#include "modules/partnerships/partnerships.h"
#include "modules/record/field_values.h"
#include "modules/record/record_changes.h"
#include "platform/locale/catalogue.h"

namespace interregio::editing {
namespace {

using accounts::Role;

/// A text in one language.
LocalizedText text_in(Language language, std::string body) {
    LocalizedText text;
    text.original = language;
    text.versions.push_back({.language = language, .body = std::move(body), .at = {}, .actor = {}, .earlier = {}});
    return text;
}

/// What the program says in each language of the site; the original is that of the one who begins.
LocalizedText said(const Beginning& beginning, std::string_view key, const std::string& organisation,
                   const std::string& email) {
    const auto in = [&](Language language) {
        return Catalogue::nearest(language).text(key, {{"organisation", organisation}, {"email", email}});
    };
    LocalizedText text = text_in(beginning.language, in(beginning.language));
    for (const Language language : beginning.languages)
        if (language != beginning.language)
            text.versions.push_back({.language = language, .body = in(language), .at = {}, .actor = {}, .earlier = {}});
    return text;
}

/// What was typed, tidied; or why it will not do, and of what.
class Names {
  public:
    explicit Names(const Beginning& beginning)
        : organisation(read(beginning.organisation, 500)), given(read(beginning.given_name, 100)),
          family(read(beginning.family_name, 100)) {}
    std::optional<Refusal> refusal{}; ///< set while the others are read
    std::string organisation;
    std::string given;
    std::string family;

  private:
    std::string read(const std::string& typed, std::size_t most) {
        auto value = read_string(typed, {.max_length = most});
        if (value && !value->empty()) return std::move(*value);
        if (!refusal) refusal = value ? Refusal{"refusal.begin.name_missing", {}} : value.error();
        return {};
    }
};

template <Record T> std::optional<Refusal> keep_record(ChangeContext& context, T& record) {
    const auto saved = save(context, record);
    return saved ? std::nullopt : std::optional(saved.error());
}

bool is_empty(db::Connection& connection) {
    return all_ids<Site>(connection).empty() && all_ids<Organisation>(connection).empty();
}

/// What is made, each referring to those before.
struct Made {
    Organisation organisation;
    Person person;
    Site site;
};

Made records_of(db::Connection& connection, const Beginning& beginning, const Names& names, const std::string& email) {
    Made made;
    made.organisation.name = text_in(beginning.language, names.organisation);
    made.organisation.key = new_key(connection, RecordKind::organisation, names.organisation, beginning.language);
    made.person.given_name = names.given;
    made.person.family_name = names.family;
    made.person.key = new_key(connection, RecordKind::person, names.given + " " + names.family, beginning.language);
    made.site.key = "site";
    made.site.name = text_in(beginning.language, names.organisation);
    made.site.languages = beginning.languages;
    made.site.email = email;
    made.site.imprint = said(beginning, "begin.imprint", names.organisation, email);
    made.site.privacy = said(beginning, "begin.privacy", names.organisation, email);
    made.site.accessibility = said(beginning, "begin.accessibility", names.organisation, email);
    return made;
}

} // namespace

std::expected<accounts::Invited, Refusal> begin(db::Connection& connection, const Beginning& beginning,
                                                const Clock& clock) {
    if (!is_empty(connection)) return std::unexpected(Refusal{"refusal.begin.not_empty", {}});
    const Names names(beginning);
    if (names.refusal) return std::unexpected(*names.refusal);
    const auto email = accounts::read_email(beginning.email);
    if (!email) return std::unexpected(email.error());
    Made made = records_of(connection, beginning, names, *email);
    ChangeContext context{connection, clock, made.person.full_name(), beginning.languages};
    if (auto refusal = keep_record(context, made.organisation)) return std::unexpected(std::move(*refusal));
    made.person.visible_to.only = made.organisation.id;
    if (auto refusal = keep_record(context, made.person)) return std::unexpected(std::move(*refusal));
    made.site.publisher = made.organisation.id;
    if (auto refusal = keep_record(context, made.site)) return std::unexpected(std::move(*refusal));
    return accounts::invite(connection, accounts::By::operator_of_server(),
                            {made.person.id,
                             made.organisation.id,
                             *email,
                             beginning.language,
                             accounts::SecondFactor::allowed,
                             {{Role::administrator, made.organisation.id}, {Role::publisher, made.organisation.id}}},
                            clock);
}

bool FirstSteps::has(FirstStep step) const {
    switch (step) {
    case FirstStep::organisation:
        return organisation;
    case FirstStep::partner:
        return partner.has_value();
    case FirstStep::partnership:
        return partnership.has_value();
    case FirstStep::activity:
        return activity.has_value();
    case FirstStep::publish:
        return published;
    case FirstStep::done:
        break;
    }
    return false;
}

FirstStep FirstSteps::next() const {
    for (const FirstStep step : first_steps_to_take)
        if (!has(step)) return step;
    return FirstStep::done;
}

} // namespace interregio::editing
