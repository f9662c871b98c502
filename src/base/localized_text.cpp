#include "base/localized_text.h"

#include <algorithm>

namespace interregio {
namespace {

/// What one language version becomes when it is replaced; `current_original` is the revision of the original after the
/// change (0 while the original itself is merged).
TextVersion merge_version(const TextVersion* stored, TextVersion incoming, std::int64_t current_original,
                          const Edit& edit) {
    if (stored == nullptr) {
        if (incoming.revision == 0) incoming.revision = 1 + static_cast<std::int64_t>(incoming.earlier.size());
        if (incoming.made_from == 0) incoming.made_from = current_original;
        if (incoming.at.empty()) incoming.at = edit.at;
        if (incoming.actor.empty()) incoming.actor = edit.actor;
        return incoming;
    }
    TextVersion merged = *stored;
    if (incoming.body == stored->body) {
        // Only what is said of the revision can differ: a translator confirmed that the old words still fit.
        if (incoming.made_from != 0) merged.made_from = incoming.made_from;
        return merged;
    }
    merged.earlier.push_back({stored->revision, stored->made_from, stored->body, stored->at, stored->actor});
    merged.body = std::move(incoming.body);
    merged.revision = std::max(stored->revision + 1, incoming.revision);
    const bool says_from_which = incoming.made_from != 0 && incoming.made_from != stored->made_from;
    merged.made_from = says_from_which ? incoming.made_from : current_original;
    const bool says_when = !incoming.at.empty() && incoming.at != stored->at;
    merged.at = says_when ? incoming.at : edit.at;
    merged.actor = says_when && !incoming.actor.empty() ? incoming.actor : edit.actor;
    return merged;
}

} // namespace

const TextVersion* LocalizedText::find(Language language) const {
    const auto found = std::ranges::find(versions, language, &TextVersion::language);
    return found == versions.end() ? nullptr : &*found;
}

TranslationState LocalizedText::state(Language language) const {
    const TextVersion* version = find(language);
    if (version == nullptr) return TranslationState::missing;
    if (language == original) return TranslationState::original;
    const TextVersion* source = original_version();
    return source != nullptr && version->made_from < source->revision ? TranslationState::behind
                                                                      : TranslationState::up_to_date;
}

const TextVersion* LocalizedText::for_reader(Language language) const {
    const TextVersion* version = find(language);
    return version != nullptr ? version : original_version();
}

LocalizedText merge(const LocalizedText& stored, LocalizedText incoming, const Edit& edit) {
    LocalizedText merged;
    merged.original = incoming.original;
    merged.visible_to = incoming.visible_to;
    std::int64_t current_original = 0;
    // The original first: the translations must know its revision.
    std::ranges::stable_sort(incoming.versions, [&](const TextVersion& a, const TextVersion& b) {
        const bool a_original = a.language == incoming.original;
        const bool b_original = b.language == incoming.original;
        return a_original != b_original ? a_original : a.language < b.language;
    });
    for (TextVersion& version : incoming.versions) {
        const bool is_original = version.language == incoming.original;
        const TextVersion* before = stored.find(version.language);
        TextVersion next = merge_version(before, std::move(version), current_original, edit);
        if (is_original) {
            next.made_from = 0;
            current_original = next.revision;
        } else if (next.made_from == 0) {
            next.made_from = current_original; // it was the original before
        }
        merged.versions.push_back(std::move(next));
    }
    return merged;
}

} // namespace interregio
