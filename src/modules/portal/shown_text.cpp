#include "modules/portal/shown_text.h"

#include "modules/record/records.h"

namespace interregio::portal {

std::optional<ShownText> shown(const LocalizedText& text, Language reader) {
    const TextVersion* version = text.for_reader(reader);
    if (version == nullptr) return std::nullopt;
    ShownText result{version->body, version->language, TextStanding::own, version->at.substr(0, 10), text.original};
    if (version->language != reader)
        result.standing = TextStanding::other_language;
    else if (text.state(reader) == TranslationState::behind)
        result.standing = TextStanding::behind;
    return result;
}

std::optional<ShownText> shown(const Reading& reading, Uuid owner, std::string_view field) {
    return shown(find_text(reading.connection, owner, field), reading.language);
}

} // namespace interregio::portal
