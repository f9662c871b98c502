#pragma once
// A text as a reader gets it: in their language, or the original with the language it is in.

#include "base/localized_text.h"
#include "modules/portal/reading.h"

#include "base/id.h"

#include <optional>
#include <string>
#include <string_view>

namespace interregio::portal {

enum class TextStanding {
    own,            ///< in the reader's language and up to date
    behind,         ///< in the reader's language, but the original has changed since
    other_language, ///< the original, because the reader's language has none
};

struct ShownText {
    std::string body;
    Language language; ///< of the body
    TextStanding standing = TextStanding::own;
    std::string day;   ///< ISO day on which this version was written; may be empty where that is not known
    Language original; ///< the language of the original

    friend bool operator==(const ShownText&, const ShownText&) = default;
};

/// Nothing when the text is empty.
[[nodiscard]] std::optional<ShownText> shown(const LocalizedText& text, Language reader);
/// The text of a record or row, read on its own.
[[nodiscard]] std::optional<ShownText> shown(const Reading& reading, Uuid owner, std::string_view field);

} // namespace interregio::portal
