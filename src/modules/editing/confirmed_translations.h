#pragma once
// Translations of which somebody has said in the form that they still fit the original. Internal to the module.

#include "modules/editing/sheet.h"
#include "modules/record/record_parts.h"

#include <set>

namespace interregio::editing {

/// A version of a text: whose it is (a row; nil for the record itself), which field, in which language.
struct VersionName {
    Uuid owner;
    std::string field;
    Language language;
    friend auto operator<=>(const VersionName&, const VersionName&) = default;
};
/// Those whose field "….confirmed.<language>" is ticked: "title.confirmed.pl", "outcomes[0].text.confirmed.de".
[[nodiscard]] std::set<VersionName> confirmed_in(const Sheet& sheet);

/// Lets those translations count as made from the original as it will be after the change.
template <Record T> void confirm_translations(const Sheet& sheet, const T& stored, T& record) {
    const auto confirmed = confirmed_in(sheet);
    if (confirmed.empty()) return;
    T before = stored;
    Uuid owner_before = before.id.uuid();
    Uuid owner = record.id.uuid();
    std::map<std::pair<Uuid, std::string_view>, const LocalizedText*> known;
    const RecordParts parts_before = parts_of(before, owner_before);
    for (const TextPart& part : parts_before.texts) known.emplace(std::pair(*part.owner, part.field), part.text);
    for (const TextPart& part : parts_of(record, owner).texts) {
        const auto found = known.find({*part.owner, part.field});
        if (found == known.end()) continue;
        const TextVersion* original = part.text->original_version();
        const TextVersion* original_before = found->second->find(part.text->original);
        if (original == nullptr || original_before == nullptr) continue;
        const std::int64_t revision = original_before->revision + (original->body == original_before->body ? 0 : 1);
        const Uuid whose = *part.owner == owner ? Uuid() : *part.owner;
        for (TextVersion& version : part.text->versions)
            if (version.language != part.text->original &&
                confirmed.contains({whose, std::string(part.field), version.language}))
                version.made_from = revision;
    }
}

} // namespace interregio::editing
