#include "modules/portal/agreement_page.h"

#include "modules/organisations/organisations.h"
#include "modules/portal/portal_store.h"
#include "modules/record/records.h"

#include <algorithm>

namespace interregio::portal {
namespace {

/// The statement that pages go by: the preferred one, or the first.
const Signing& leading(const std::vector<Signing>& signings) {
    const auto preferred = std::ranges::find(signings, std::optional(Preference::preferred), &Signing::preference);
    return preferred == signings.end() ? signings.front() : *preferred;
}

SignatoryLine signatory_line(const Reading& reading, const Signatory& signatory,
                             const std::optional<PartialDate>& day) {
    SignatoryLine line{{},
                       organisation_link(reading, signatory.organisation),
                       shown(signatory.function, reading.language),
                       source_notes(reading, signatory.sources)};
    if (const auto person = find(reading.connection, signatory.person)) {
        line.person = person_name(*person);
        const auto* appointment = day ? function_on(*person, signatory.organisation, *day) : nullptr;
        if (!line.function && appointment != nullptr) line.function = shown(appointment->function, reading.language);
    }
    return line;
}

std::vector<SourceNote> all_sources(const Reading& reading, const Agreement& agreement) {
    std::vector<Id<Source>> ids;
    const auto add = [&](Id<Source> id) {
        if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    };
    for (const auto& signing : agreement.signings) add(signing.source);
    for (const auto& signatory : agreement.signatories) std::ranges::for_each(signatory.sources, add);
    for (const auto& field : agreement.fields) std::ranges::for_each(field.sources, add);
    return source_notes(reading, ids);
}

} // namespace

std::optional<AgreementPage> agreement_page(const Reading& reading, Id<Agreement> id) {
    const auto agreement = find(reading.connection, id);
    if (!agreement) return std::nullopt;
    AgreementPage page{page_link(reading, id),
                       agreement->agreement_kind,
                       page_link(reading, agreement->partnership),
                       {},
                       shown(agreement->summary, reading.language),
                       {},
                       {},
                       {},
                       downloads(reading, agreement->documents),
                       picture(reading, agreement->image),
                       all_sources(reading, *agreement)};
    for (const auto& party : store::parties_of(reading.connection, agreement->partnership.uuid()))
        page.parties.push_back(organisation_link(reading, party));
    for (const auto& signing : agreement->signings) {
        SigningStatement statement{signing.date, std::nullopt, source_note(reading, signing.source),
                                   signing.preference.value_or(Preference::stated)};
        if (signing.place) statement.place = place_name(reading, *signing.place);
        page.signings.push_back(std::move(statement));
    }
    std::ranges::stable_partition(page.signings,
                                  [](const auto& each) { return each.preference == Preference::preferred; });
    const auto day = agreement->signings.empty() ? std::nullopt : std::optional(leading(agreement->signings).date);
    for (const auto& signatory : agreement->signatories)
        page.signatories.push_back(signatory_line(reading, signatory, day));
    for (const auto& agreed : agreement->fields)
        page.fields.push_back({page_link(reading, agreed.field), source_notes(reading, agreed.sources)});
    return page;
}

std::vector<AgreementCard> agreement_cards(const Reading& reading, const std::vector<Id<Agreement>>& ids) {
    std::vector<AgreementCard> cards;
    for (const auto& id : ids) {
        const auto agreement = find(reading.connection, id);
        if (!agreement || agreement->signings.empty()) continue;
        cards.push_back({page_link(reading, id), agreement->agreement_kind, leading(agreement->signings).date,
                         shown(agreement->summary, reading.language)});
    }
    return cards;
}

} // namespace interregio::portal
