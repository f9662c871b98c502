#pragma once
// LocalizedText: one human text in all its languages. One version is the original; each other one is a translation that
// knows which revision of the original it was made from, and so whether it is up to date. Values; no I/O.

#include "base/language.h"
#include "base/visibility.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace interregio {

enum class TranslationState { original, up_to_date, behind, missing };

/// A superseded revision of one language version.
struct TextRevision {
    std::int64_t revision = 0;
    std::int64_t made_from = 0;
    std::string body;
    std::string at;    ///< timestamp, see base/clock.h
    std::string actor; ///< who wrote it

    friend bool operator==(const TextRevision&, const TextRevision&) = default;
};

/// The text in one language, as it stands, and what it said before.
struct TextVersion {
    Language language;
    std::string body;           ///< plain text or CommonMark, as the field says; UTF-8, NFC
    std::int64_t revision = 0;  ///< counts from 1; 0 in a text that was not stored yet
    std::int64_t made_from = 0; ///< translations: the revision of the original; 0 for the original or not stored yet
    std::string at;             ///< when this revision was written
    std::string actor;
    std::vector<TextRevision> earlier; ///< oldest first

    friend bool operator==(const TextVersion&, const TextVersion&) = default;
};

struct LocalizedText {
    Language original;
    std::vector<TextVersion> versions; ///< at most one a language; the original first, then by language tag
    Visibility visible_to{};           ///< at most that of its record

    [[nodiscard]] bool empty() const { return versions.empty(); }
    [[nodiscard]] const TextVersion* find(Language language) const;
    [[nodiscard]] const TextVersion* original_version() const { return find(original); }
    /// Where the text stands in a language: behind when it was made from an older revision of the original.
    [[nodiscard]] TranslationState state(Language language) const;
    /// What a reader of `language` gets: that version, or the original, or nothing when the text is empty.
    [[nodiscard]] const TextVersion* for_reader(Language language) const;

    friend bool operator==(const LocalizedText&, const LocalizedText&) = default;
};

/// Who changes a text, and when.
struct Edit {
    std::string at; ///< timestamp
    std::string actor;
};

/// What is to be stored when `incoming` (from a form or a file; revision, made_from, at and actor may be left empty)
/// replaces `stored` (empty when there is none). A version whose body did not change keeps its revision; a changed one
/// gets the next, and what it said before becomes its last earlier revision. A changed translation counts as made from
/// the current original unless `incoming` says from which. Given numbers and times are kept where there was no text.
[[nodiscard]] LocalizedText merge(const LocalizedText& stored, LocalizedText incoming, const Edit& edit);

} // namespace interregio
