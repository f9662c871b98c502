// Input: a letter that picks the language, then a title. The slug made from it is empty or valid, and stays as it is
// when a slug is made from it again.

#include "base/assert.h"
#include "base/slug.h"
#include "base/utf8.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace interregio;
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const Language language = data[0] == 'd'   ? languages::german
                              : data[0] == 'p' ? languages::polish
                              : data[0] == 'e' ? languages::english
                                               : Language{};
    const std::string slug = slug_from(text, language);
    INTERREGIO_ASSERT(slug.empty() || is_slug(slug), "a slug or nothing");
    INTERREGIO_ASSERT(slug.size() <= 80, "short enough");
    INTERREGIO_ASSERT(slug_from(slug, language) == slug, "a slug is its own slug");
    if (is_slug(text) && text.size() <= 80) INTERREGIO_ASSERT(slug == text, "what is a slug stays as it is");

    // What must hold of all text from outside, for which titles are as good as any.
    const std::string quoted = quotable(text);
    INTERREGIO_ASSERT(quoted.size() <= 80 && valid_utf8(quoted), "can be quoted");
    INTERREGIO_ASSERT(!has_control_characters(quoted, ControlCharacters::none), "nothing hidden in the quotation");
    if (valid_utf8(text)) {
        const std::string composed = to_nfc(text);
        INTERREGIO_ASSERT(valid_utf8(composed) && to_nfc(composed) == composed, "normalised once and for all");
    }
    return 0;
}
