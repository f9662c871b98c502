#include "modules/editing/publishing_rules.h"

#include "modules/journal/journal.h"
#include "modules/partnerships/partnerships.h"
#include "modules/record/record_changes.h"
#include "modules/record/records.h"

#include <algorithm>
#include <ranges>

namespace interregio::editing {

using accounts::Actor;
using accounts::Role;

std::optional<Consenting> consenting(const Actor& actor) {
    if (!actor.signed_in()) return std::nullopt;
    return Consenting{*actor.account(), *actor.organisation(), actor.name()};
}

MissingConsent missing_consent(const PublishingRules& rules, const Publication& publication,
                               const std::vector<Consenting>& people) {
    MissingConsent missing{.publisher = people.empty()};
    // Whoever has not made it may publish it alone, and so may whose organisation has no such rule.
    const auto may_alone = [&](const Consenting& person, const std::string& author) {
        return !rules.nobody_alone.contains(person.organisation) || person.name != author;
    };
    missing.second_person = !people.empty() && std::ranges::any_of(publication.made_by, [&](const std::string& author) {
        return std::ranges::none_of(people, [&](const auto& person) { return may_alone(person, author); });
    });
    for (const auto& [partnership, parties] : publication.partnerships) {
        if (!rules.parties_agree.contains(partnership)) continue;
        for (const Id<Organisation>& party : parties) {
            const bool agrees = std::ranges::find(people, party, &Consenting::organisation) != people.end();
            const bool named = std::ranges::find(missing.parties, party) != missing.parties.end();
            if (!agrees && !named) missing.parties.push_back(party);
        }
    }
    return missing;
}

namespace {

/// What a record was when it was public the last time; nothing where it is, or never was.
template <Record T> std::optional<T> last_public(db::Connection& connection, const T& record) {
    if (record.visible_to.is_public()) return std::nullopt;
    const auto history = history_of(connection, record.id.uuid());
    for (const JournalEntry& entry : std::views::reverse(history)) {
        const auto shown = [](const auto& field) { return field.key().starts_with("visible_to"); };
        const auto fields = entry.change.items();
        if (std::none_of(fields.begin(), fields.end(), shown)) continue;
        auto before = record_at(connection, record.id, entry.sequence - 1);
        if (before && before->visible_to.is_public()) return before;
    }
    return std::nullopt;
}

} // namespace

template <Record T> void weigh(db::Connection& connection, const T& record, Publication& publication) {
    if (const auto before = last_public(connection, record)) weigh(connection, *before, publication);
    const auto add = [&](const Id<Partnership>& id) {
        if (const auto partnership = find(connection, id))
            publication.partnerships.emplace_back(id, partnership->parties);
    };
    if constexpr (requires { record.partnerships; }) {
        for (const Id<Partnership>& id : record.partnerships) add(id);
    } else if constexpr (std::is_same_v<T, Agreement>) {
        add(record.partnership);
    } else if constexpr (std::is_same_v<T, Partnership>) {
        // Who has been a party until now is asked, too, when it is changed: both states are weighed.
        publication.partnerships.emplace_back(record.id, record.parties);
    }
}

template void weigh(db::Connection&, const Site&, Publication&);
template void weigh(db::Connection&, const Place&, Publication&);
template void weigh(db::Connection&, const Source&, Publication&);
template void weigh(db::Connection&, const Organisation&, Publication&);
template void weigh(db::Connection&, const Person&, Publication&);
template void weigh(db::Connection&, const Image&, Publication&);
template void weigh(db::Connection&, const Document&, Publication&);
template void weigh(db::Connection&, const FieldOfAction&, Publication&);
template void weigh(db::Connection&, const Partnership&, Publication&);
template void weigh(db::Connection&, const Series&, Publication&);
template void weigh(db::Connection&, const Agreement&, Publication&);
template void weigh(db::Connection&, const Activity&, Publication&);

PublishingRules publishing_rules(db::Connection& connection) {
    PublishingRules rules;
    for (const RuleLine& line : store::rules(connection)) {
        if (const auto* organisation = std::get_if<Id<Organisation>>(&line.scope))
            rules.nobody_alone.insert(*organisation);
        else
            rules.parties_agree.insert(std::get<Id<Partnership>>(line.scope));
    }
    return rules;
}

std::vector<RuleLine> rules_for(db::Connection& connection, const Actor& actor) {
    std::vector<RuleLine> lines;
    const auto on = store::rules(connection);
    const auto add = [&](const Scope& scope) {
        if (std::ranges::find(lines, scope, &RuleLine::scope) != lines.end()) return;
        const auto found = std::ranges::find(on, scope, &RuleLine::scope);
        lines.push_back(found == on.end() ? RuleLine{scope} : *found);
    };
    for (const accounts::Grant& grant : actor.grants()) {
        const auto* organisation = std::get_if<Id<Organisation>>(&grant.scope);
        if (organisation == nullptr || !accounts::covers(grant.role, Role::administrator)) continue;
        add(*organisation);
        for (const Id<Partnership>& partnership : partnerships_of(connection, *organisation)) add(partnership);
    }
    return lines;
}

std::expected<void, Refusal> set_rule(db::Connection& connection, const accounts::By& by, const Scope& scope, Switch to,
                                      const Clock& clock) {
    const auto lines = rules_for(connection, by.actor);
    const auto line = std::ranges::find(lines, scope, &RuleLine::scope);
    if (line == lines.end()) return std::unexpected(Refusal{"refusal.account.not_allowed", {}});
    const bool on = to == Switch::on;
    if (line->is_on == on) return {};
    if (on)
        store::put_rule(connection, scope, *by.actor.account(), timestamp(clock.now()));
    else
        store::remove_rule(connection, scope);
    using accounts::Event;
    accounts::note(connection, by, on ? Event::publishing_rule_set : Event::publishing_rule_ended, scope, clock);
    return {};
}

} // namespace interregio::editing
