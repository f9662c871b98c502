#pragma once
// What every view has at hand: the words of the reader's language, addresses, the site. And how texts, dates and names
// are written in all of them.

#include "base/partial_date_words.h"
#include "modules/portal/site_frame.h"
#include "modules/portal/web/assets.h"
#include "modules/portal/web/paths.h"
#include "platform/html/elements.h"

#include <functional>

namespace interregio::portal::web {

struct View {
    const Catalogue& words;
    const SiteFrame& site;
    const Assets& assets;
    Paths paths{words};
    std::map<Language, std::string> alternates{}; ///< this page in each language of the site
    std::string_view base_url{};                  ///< without a final slash; may be empty
    /// Where somebody who has signed in gets the file of a picture or document that is not public; "?as=720.avif"
    /// behind it names a rendition. Empty: files come from their public addresses.
    std::function<std::string(RecordKind, const Uuid&)> member_files{};

    /// The whole address of a path of this site, as far as the base URL is known.
    [[nodiscard]] std::string absolute(std::string_view path) const {
        return std::string(base_url) + std::string(path);
    }
    [[nodiscard]] Language language() const { return words.language(); }
    [[nodiscard]] std::string text(std::string_view key, const Catalogue::Arguments& arguments = {}) const {
        return words.text(key, arguments);
    }
    /// The words for a value of an enum: named(ActivityKind::forum, "activity.kind.") looks up "activity.kind.forum".
    template <NamedEnum E> [[nodiscard]] std::string named(E value, std::string_view prefix) const {
        return words.text(std::string(prefix) + std::string(name_of(value)));
    }
};

/// The lang attribute of a text that is not in the reader's language.
[[nodiscard]] std::optional<html::Attribute<"lang">> lang_of(const View& view, const ShownText& text);
[[nodiscard]] std::optional<html::Attribute<"lang">> lang_of(const View& view, const std::optional<Language>& language);

/// One line of text, in a span with its language where that is not the reader's.
[[nodiscard]] html::Node line(const View& view, const ShownText& text);
/// CommonMark in a block of its own, after a notice where it is not in the reader's language or behind.
[[nodiscard]] html::Node prose(const View& view, const ShownText& text);
/// As prose(), for the words under a title.
[[nodiscard]] html::Node lead(const View& view, const ShownText& text);
/// The notice alone; nothing for a text that stands as it should.
[[nodiscard]] html::Node notice(const View& view, const ShownText& text);
/// The first sentences of CommonMark, as plain text: for cards and descriptions.
[[nodiscard]] std::string teaser(const ShownText& text, std::size_t most_characters = 240);

/// In a <time> where HTML has a value for it (year, month, day); else in a <span>.
[[nodiscard]] html::Node date(const View& view, const PartialDate& when, DatePhrase phrase = DatePhrase::standalone);

[[nodiscard]] html::Node person(const View& view, const PersonName& name);
/// Linked, by the short name where there is one; parties in their colour.
[[nodiscard]] html::Node organisation(const View& view, const OrganisationLink& link);
/// The short name, or the name.
[[nodiscard]] html::Node organisation_name(const View& view, const OrganisationLink& link);
/// "party--a" and so on for the parties of the partnership; empty for others.
[[nodiscard]] std::string party_class(const View& view, const Uuid& organisation);
/// `base` and the class of the party; none when both are empty.
[[nodiscard]] std::optional<html::Attribute<"class">> party_cls(const View& view, std::string_view base,
                                                                const Uuid& organisation);

[[nodiscard]] html::Node place(const View& view, const PlaceName& name);

} // namespace interregio::portal::web
